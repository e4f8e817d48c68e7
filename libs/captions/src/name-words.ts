const set = (words: string) => new Set(words.split(/\s+/));

/** Particles that stand in lower case inside a name. */
export const PARTICLES = set('bin bint ibn al el de del della di da dos das do du van von der den ten ter la le y e');

/** Common given names; one of them inside a capitalised run tells where a person's name begins. */
export const GIVEN_NAMES = set(
  `
aaron abdul abdullah adam adrian ahmed alan albert alejandro alex alexander alexandra alexei alexis ali alice alison amanda amy ana andre andrea andreas andrei andrew andy
angela angelina ann anna anne anthony antonio antony anton arthur ashley asif barack barbara bashar ben benjamin bernard bernie bill billy bob boris brad brandon brett brian bruce bryan
carl carlos carol carolina caroline catherine charles charlotte chris christian christina christine christopher claire claudia colin craig cristiano cristina daniel daniela danny dave david dean
deborah denis dennis diana diego dilma dmitry dominic don donald donna dorothy doug douglas dylan eduardo edward elena elizabeth ellen emily emma emmanuel eric erik erin eva evan evo
fatima federico felipe fernando fiona florence francis francisco francois frank fred gabriel gary gavin george gerard giorgia giovanni giuseppe gordon graham grant greg greta guido gustavo
hannah harry hassan heather hector helen helena henrik henry hillary hugo ian igor ilhan imran irina isabel ivan jack jackie jacob jacques jaime jair james jamie jan jane janet jared jason javier
jean jeff jeffrey jennifer jens jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel johan johannes john johnny jonathan jorge jose josé joseph josh joshua juan judy julia julian julie
justin kamala karen karl karl kate katherine kathy katie keith kelly ken kenneth kevin kim kirsten klaus kyle larry lars laura lauren laurent leo leonardo leonid lewis liam linda lionel lisa
liz lopez louis louise lucas lucia luis luiz luke magnus malala manuel marc marcel marco marcus margaret maria marie mario marina marine mark markus martha martin martina mary mateusz matt matteo matthew
maurice mauricio max megan melania melissa michael michel michelle miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad nadia nancy naomi narendra natalia natalie nathan neil nelson nicholas nick
nicola nicolas nicole nigel nikki nikolai noah novak nuri olaf oleg olga oliver olivia omar oscar pablo pamela patricia patrick paul paula pavel pedro pete peter petr philip philippe phil pierre
rachel rafael ralph ramon raul ray rebecca recep ricardo richard rick rob robert roberto robin rodrigo roger roland roman ron ronald rosa rose roy rudy russell ruth ryan sally sam samantha samuel
sara sarah scott sean sebastian serena serge sergei sergey sergio shane sharon shaun shinzo silvia silvio simon sofia sophia sophie stefan stefano stephanie stephen steve steven stuart susan suzanne sven
tamim ted teresa terry theresa thomas tim timothy todd tom tommy tony tracy travis tyler ursula valentina vanessa venus veronica victor victoria vincent vladimir volodymyr walter wayne wendy wilbur william
xi xavier yuri yvonne zachary zinedine bernd heike jürgen uwe wolfgang sigmar horst annegret roberta jo kirk naftali yair recep tayyip`.trim(),
);

/** Capitalised words that belong to no person's name: institutions, venues, events, peoples' bodies, times. */
export const NOT_NAMES = set(
  `
monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december jan feb apr jun jul aug sept oct nov dec
airport airlines airways academy agency agreement alliance arena army assembly association authority avenue award awards bank bay beach board bowl bridge building bureau cabinet
camp cathedral center centre central championship championships church city civic club coast college commission committee community company conference congress convention corp corporation council
country county court cup day democrats democratic department district division dome drive east eastern economic embassy empire enterprise europe european event expo fair federal festival final finals fire
forest forum foundation games garage garden gardens gate general government grand green group guard hall headquarters high highway hill hills hospital hotel house inc institute international intelligence island islands
judiciary lake league legislature library line mall market masters memorial metro metropole military mill ministry monument mosque mountain mountains movement museum nation national nations navy news north northern
ocean office olympic olympics open opera organization palace parade park parliament party peak peninsula people plant plaza police port prison prize pro protest province public race railway red region
republic republican republicans river road royal school sea security senate series service show society south southern space square st stadium state states statehouse station street studio summit supreme system team temple
terminal theater theatre tour tower town trade train treaty union united university valley village war west western white workers world year zone nba nfl mlb nhl fifa uefa ncaa
african american arab asian australian british canadian chinese french german indian iranian iraqi irish israeli italian japanese korean mexican muslim palestinian russian saudi spanish syrian turkish ukrainian vietnamese
the a an this that these those his her their its our it he she they we i you in on at from to of for with by as and or but if when while where who what how why after before during since until
people protesters police officials workers soldiers students residents firefighters supporters fans players members visitors women men children photo picture image file archive combination undated
one two three four five six seven eight nine ten some many several most more each every other another all both local former new hundreds thousands dozens
palazzo piazza stadio teatro palais stade rue plage praça estadio bundestag bundesrat landtag parlament rathaus
robotics aerospace corp inc ltd llc corporation sea coast camera icon
airbus apple boeing bundesliga chemicals co energy engineering ferry formula-one foods google industries instruments logistics microsoft mining motor motors oil petroleum pharma pharmaceuticals plc semiconductor shipping solutions steel systems technologies technology telecom tesla amazon facebook twitter tiktok instagram youtube huawei samsung toyota volkswagen exchange arms guards rescuers rangers troops tanks
group formula one cup prix christmas easter thanksgiving ramadan brexit covid-19 coronavirus`.trim(),
);

/** Prepositions and the like before a name that is talked about, not seen. */
export const NOT_SEEN_AFTER = set(
  'against over for of into from in at near about to on toward towards by than under inside outside between behind like beat beats defeating beating defeated called named said says supporting v vs versus',
);

/** Words that end the main clause: people named after them are seldom in the picture. */
export const CLAUSE_ENDERS = set(
  'during after before following amid ahead since because where which that whose against over durante under während nach bei',
);

/** Joining words before another person who is seen too. */
export const JOINERS = set(
  'and with alongside beside meets greets welcomes hugs embraces kisses congratulates shows accompanies und et y',
);

/** Verbs whose object is in the picture as well, be it a surname alone. */
export const OBJECT_VERBS = set(
  'throws tackles challenges consoles lifts hugs embraces kisses interviews escorts faces congratulates helps passes past joins pins punches',
);

/** Verbs before what a picture shows. */
export const SHOWS = set('shows show showing depicts depicting features featuring pictured');

/** Words for a picture, before "of" and who is in it. */
export const PICTURES = set(
  'photo photograph picture image portrait mugshot screenshot selfie statue combination caption',
);

/** Words that begin the name of a place rather than a person. */
export const PLACE_OPENERS = set(
  'new san santa santo los las saint st port mount mt lake fort cape north south east west el hong great upper lower rio sao são tel abu kuala buenos addis dar notre costa puerto villa monte nova ulan phnom ho cox',
);

/** Verbs that only a person as their subject makes sense of; enough for a surname that stands alone. */
export const PERSON_VERBS = set(
  'speaks gestures waves smiles reacts celebrates arrives leaves poses looks walks holds attends addresses talks meets greets shakes plays scores kisses hugs sings performs laughs delivers listens testifies answers signs stands sits says',
);
