const set = (words: string) => new Set(words.split(/\s+/));

/** Words that end a title before a name, in lower case: "U.S. President", "DPRK leader", "Rep.". */
export const TITLE_WORDS = set(
  `
president premier chancellor minister secretary senator sen rep representative congressman congresswoman governor gov mayor judge justice general gen colonel col captain capt lieutenant lt major maj sergeant sgt admiral adm commander
king queen prince princess duke duchess emperor empress crown pope cardinal archbishop bishop rev reverend imam rabbi ayatollah sheik dr prof professor mr mrs ms sir dame lord lady
leader chairman chairwoman chairperson chair chief ceo cfo coo founder co-founder director manager head spokesman spokeswoman spokesperson ambassador envoy commissioner candidate nominee speaker deputy lawmaker
coach goalkeeper striker midfielder defender forward quarterback pitcher guard center captain driver rider cyclist swimmer skier golfer boxer sprinter runner player champion singer actor actress musician rapper director author writer
journalist editor activist artist astronaut cosmonaut scientist researcher lawyer attorney prosecutor doctor nurse officer analyst engineer designer model comedian host presenter filmmaker photographer businessman businesswoman
vp undersecretary vice-president whip treasurer negotiator biologist chemist physicist geologist historian economist student diver climber pilot mechanic teacher farmer firefighter veteran owner executive counsel teammate catcher shortstop outfielder infielder baseman fielder batter reliever goalie goaltender defenseman defenceman lineman cornerback wideout setter libero cleric preacher monk nun priest deacon patriarch sultan emir mp mep mla msp cpl pfc spc pvt cmdr brig airman seaman specialist commandant
novelist poet painter sculptor chef wrestler jockey referee umpire skipper winger batsman bowler keeper rookie fullback halfback linebacker receiver center-back
counterpart wife husband son daughter mother father brother sister widow fiancee fiance partner girlfriend boyfriend granddaughter grandson niece nephew aunt uncle
megadonor donor billionaire tycoon financier banker entrepreneur investor publisher columnist broadcaster anchor influencer streamer blogger violinist cellist pianist guitarist drummer bassist conductor composer soprano tenor ballerina dancer choreographer screenwriter playwright producer showrunner executive-director
defendant suspect victim survivor epidemiologist virologist oceanographer archaeologist astronomer climatologist meteorologist anthropologist curator conservator principal superintendent councilman councilwoman councillor councilor alderman assemblyman
adviser advisor aide strategist pollster organizer organiser campaigner dissident chancellor-designate premier-designate deputy-minister vice-chancellor vice-chairman director-general secretary-general envoy consul
ministro ministra presidente presidenta premier alcalde sindaco ministre président maire cantante attore regista
bundeskanzlerin bundeskanzler ministerpräsident bundespräsident`.trim(),
);

/** Lower-case words that may stand inside a title, before its last word. */
export const TITLE_FILL = set(
  'ousted jailed late then outgoing incoming newly-elected elected slain veteran longtime fellow prime vice deputy former presidential foreign defense defence finance interior acting executive chief democratic republican opposition party tennis football soccer basketball team supreme and general attorney first lady senior far-right national head the secretary-general pop rock film human rights independence separatist rebel military army police trade labor labour health education then-',
);

/** Titles that a person is called by before a single name: "Queen Astrid", "Pope Benignus". */
export const REGAL = set('prinz prinzessin könig königin papst queen king prince princess pope lady emperor empress');

/** Endings of words in German, Norwegian, Swedish and Danish that are titles whatever stands before. */
export const TITLE_ENDING =
  /(?:minister(?:in)?|präsident(?:in)?|president|kanzler(?:in)?|bürgermeister(?:in)?|sjef|chef(?:in)?|direktor(?:in)?|vorsitzende[rn]?|sprecher(?:in)?|trainer(?:in)?|spieler(?:in)?|sänger(?:in)?|torwart|leder|geschäftsführer(?:in)?|botschafter(?:in)?|lehrer(?:in)?|sekretär(?:in)?|forscher(?:in)?|experte|expertin|schauspieler(?:in)?|autor(?:in)?|professor(?:in)?|richter(?:in)?|senator(?:in)?|politiker(?:in)?|kandidat(?:in)?|abgeordneter?|landrat|landrätin|kommissar(?:in)?|ordfører|sekretær|talsperson)$/;

/** Capitalised words that are part of a person's name though they are titles too. */
export const NAME_TITLES = set('sheikh');
