const set = (words: string) => new Set(words.split(/\s+/));

/** Particles that stand in lower case inside a name. */
export const PARTICLES = set('bin bint ibn al el de del della di da dos das do du van von der den ten ter la le y e');

/** Common given names; one of them inside a capitalised run tells where a person's name begins. */
export const GIVEN_NAMES = set(
  `
aaron abdel abdou abdul abdullah abiy achim adam adele adil adrian adriana agnes agustin ahmed aicha aisha akira alain alan alassane alba albert alberto alejandro aleksandar aleksandr aleksei alessandra alessandro alex alexander
alexandra alexandre alexei alexis alfonso alfred alfredo ali alice alina alison alma alois alvaro amal amanda amir amit amparo amy ana anders andre andrea andreas andrei andreja andres andrew andrey andrzej andy aneta angela
angelina angelo anita anja anke ann anna annalena anne annegret anniken anthony antje antoine anton antonella antonia antonio antony aoife arash arif armando arne arno arthur arturo arvind asad ashley ashraf asif astrid axel ayman
ayse aziz barack barbara bashar beate beatrice beatriz ben benedict benedikt benigno benito benjamin bente berit bernard bernd bernie bert bettina bill billy birgit bjarne bjorn blanca bob bodo bogdan bojan boniface boris brad
brandon brett brian bruce bruno bryan camila camille carl carla carlos carmen carol carolina caroline catherine cecilia cecilie celia cem cesar charles charlotte chiara chloe chris christian christiane christina christine
christoph christophe christopher ciro claire clara claude claudia claudio clemens clement colin constantin corinna craig cristiano cristina cyril dagmar daisuke dalia damian daniel daniela daniele danny daria dario dariusz darko
dave david davide dean deborah denis denise dennis devendra diana diane didier diego dieter dietmar dilma dimitar dimitri dinesh dirk dmitry dolores domenico dominic dominik dominique don donald donna dorothea dorothy doug douglas
dragan dusan dylan ebrahim edith edmund edouard eduard eduardo edward efrain ehud eileen einar eleanor elena elias elisa elisabeth elizabeth elke ella ellen eloise elsa emilia emilio emily emine emir emma emmanuel enrique enzo
eric erik erika erin erna ernest ernesto erwin esther etienne eugene eugenia eva eva-maria evan evgeny evo ewa fabian fabio fabrice fabrizio faisal farah farid fatima federico felipe felix ferdinand fernanda fernando filip filippo
fiona flavio florence florian franca francesca francesco francis francisco franck franco francois francoise frank frans franz franziska fred frederic frederik frida friedrich fritz fumio gabriel gabriela gabriele gaetano gary
gavin gemma geoff georg george georges geraldine gerard gerd gerhard gianluca gianni gilles giorgi giorgia giorgio giovanni giuliana giuliano giuseppe gloria goran gordon graciela graham grant greg gregor gregory greta gudrun
guido guillaume gunnar gunther gustav gustavo hakan halima hamid hamza hanna hannah hanne hans harald hari harold harry hartmut haruka hassan heather hector hedda heike heiko heiner heinrich heinz helen helena hendrik henning
henri henrik henry herbert hermann hernan hilde hillary hiroshi holger horacio horst hossein hubert hugo hussein ian ibrahim ichiro ignacio igor ilham ilhan ilse imane imran ines inga inge inger ingo ingrid ioannis irina iris
isaac isabel isabelle ismail issa ivan ivana ivica ivo jaap jacek jacinda jack jackie jacob jacqueline jacques jaime jair jakob jakub jamal james jamie jan jan-ove jane janet janez janina janos jared jaroslav jasmin jason javad
javier jean jeff jeffrey jennifer jens jeremy jerry jesper jesse jessica jesus jill jim jimmy jiri jo joachim joan joanna joao joaquin jochen joe joel joerg johan johanna johannes john johnny jonas jonathan joost jorge joris jose
joseph josh joshua josé jovan juan juana judy juergen juha julia julian julie julien juliette julio julius jurgen jussi justin jürgen kaja kamala kaori karen karim karin karl karsten kaspar katarina kate katharina katherine kathy
katie katja katrin kazuo keiko keir keith kelly kemal ken kenji kenneth kerstin kevin khaled khalid kim kiran kirill kirk kirsten kjell klara klaus knut konrad konstantin kristian kristin kristina krzysztof kurt kyle lalit lamine
larry lars laszlo latifa laura lauren laurence laurent lea leila leo leon leonardo leonid leonor leopold lewis liam lidia lily linda lionel lisa liz lopez lorenzo lothar louis louisa louise luca lucas lucia luciana luciano lucy
ludmila ludwig luigi luis luise luiz lukas luke lutz lydia maciej madeleine mads magda magdalena magnus mahmoud maja malala malcolm malin mamadou manfred manmohan manuel manuela marc marcel marcelo marcin marco marcus marek
margaret margarita margrethe maria mariam marian mariana mariano marie marija marin marina marine mario marion marit marius mark markus marlene marta martha martin martina martine mary masato massimo mateusz mathias mathieu mats
matt matteo matthew matthias mattia maurice mauricio maurizio mauro max megan mehdi mehmet melania melissa mette mia michael michal michel michele michelle miguel miguel-angel mihai mika mike mikhail milena milos mirjam mirko
miroslav mitch mitsuko mitt mohamed mohammad mohammed mohan mona monica monika morten mostafa moussa muhammad mukesh murat mustafa mutasim nadia nadine naftali nancy naoki naomi narendra nasser natalia natalie natasha nathan nawaz
nayib neil nelson neven ngozi nicholas nick nicola nicolai nicolas nicole nigel nikki nikola nikolai nils nina nirmala noah noel nora norbert novak nuno nuri oksana ola olaf olav ole oleg oleksandr olena olga oliver olivia omar
omer orlando osama oscar oskar osman otto pablo pamela pascal patrice patricia patrick patrik paul paula pauline paulo pavel pavlo pedro peer pekka pete peter petr petra petros petter phil philip philipp philippe pierluigi piero
pierre pilar piotr pirmin prakash pranab priya rachel rachid radek radoslaw rafael rafal raffaele rahul rainer raisa rajesh rakesh ralph ramesh ramon ramzan rania rashid raul ravi ray raymond rebecca recep regina reiner reinhard
renate renato rene renzo reza ricarda ricardo riccardo richard rick rita rob robbie robert roberta roberto robin rocio rodolfo rodrigo roger roland rolf romain roman romeo ron ronald rosa rosario rose rosemary roy ruben rudolf
rudy rui russell ruth ryan sabine sabrina sadiq sally salma salman salvador salvatore sam samantha samir samuel sandra sanjay sanna santiago sara sarah sasha saskia satoshi scott sean sebastian sebastien selma serena serge sergei
sergey sergio shahid shane sharon shashi shaun shinzo shirin sibylle sigmar sigrid silke silvia silvio simon simone sina siri slavko sofia sofie solveig sonia sonja sophia sophie soren stanislav stefan stefania stefanie stefano
steffen stelian stephanie stephen steve steven stine stuart sunil susan susanne suzanne sven svetlana sylvia sylvie tadeusz takeshi tamara tamim tania tanja tariq taro tatiana tatyana tayyip ted teodoro teresa terje terry thea
theo theodor theresa thierry thomas thorsten tiago tibor tim timo timothy tobias todd tom tomas tomasz tommaso tommy tony tore torsten tracy travis trine tuomas tyler udo ulf uli ulrich ulrike umberto ursula ute uwe vaclav
valentin valentina valeria valerie vanessa venus vera veronica veronika vicente victor victoria vidar vijay vikram viktor viktoria vincent vinicius vitali vitaly vladimir vladislav volker volodymyr waldemar walid walter wanda
wayne wendy werner wilbur wilfried wilhelm willem william wim winfried wojciech wolfgang xavier xi yair yasmin yasser yoko yolanda yoshihide youssef yukiko yulia yuri yusuf yves yvonne zachary zainab zinedine zoran zsolt zuzana`.trim(),
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
