/** Stop words of German: function words, and the verbs, numbers and days that stand in all news. */
export const german = `
aber acht alle allein allem allen aller allerdings alles also andere anderem anderen anderer anderes april auch
august ausserdem außerdem bald beide beiden beim bekannt bereits besonders bevor bisher bleiben bleibt brachte dabei
dadurch dafür dagegen daher dahin damals damit danach daneben dann daran darauf daraus darf darin darum darunter
darüber dass davon davor dazu dein deine demnach denen denn dennoch deren derzeit deshalb dessen deutlich dezember
dich dienstag dies diese diesem diesen dieser dieses doch donnerstag dort drei durch dürfen ebenfalls ebenso
ehemalige eigenen eigentlich eine einem einen einer eines einige einigen einmal erst erste ersten erster etwa etwas
euro fast februar ferner folgen folgenden freitag früher fünf ganz ganze gegen gegenüber gehen geht gemacht
gemeinsam genau gesagt gestern geworden gibt gilt ging groß große großen großer habe haben hatte hatten heißt heute
hier hinter hätte hätten ihnen ihre ihrem ihren ihrer immer indem innerhalb insgesamt jahr jahre jahren jahres
januar jede jedem jeden jeder jedes jedoch jetzt juli juni kann kannst kaum kein keine keinem keinen keiner knapp
komme kommen kommt konnte konnten kurz könne können könnte könnten lange lassen laut lediglich leicht letzte letzten
liegt lässt machen macht manche mehr mehrere mein meine meisten mich milliarden millionen minuten mithin mittwoch
monat monate monaten montag morgen muss musste mussten müsse müssen müsste nach nachdem natürlich neben neue neuen
neuer neues neun nicht nichts noch november nunmehr nächste nächsten nämlich oben obwohl oder ohne oktober prozent
rund sagen sagt sagte sagten samstag schon sechs sehen sehr seien sein seine seinem seinen seiner seines seit
seitdem selbst september sich sicher sieben sieht sind sofort sogar solche solchen soll sollen sollte sollten
sondern sonntag sonst soviel soweit sowie sowohl später stand statt stehen steht stunden tage tagen teil trotz
trotzdem unsere unserem unseren unserer unter viel viele vielen vieler vielleicht vier vorher völlig waren warum
wegen weil weiter weitere weiteren weiterhin welche welchem welchen welcher wenig wenigen weniger wenn werde werden
wieder will wird wirklich woche wochen woher wohin wohl wolle wollen wollte wollten worden wurde wurden während wäre
wären würde würden zehn zehntausend zeit zudem zuerst zufolge zuletzt zunächst zurück zusammen zwar zwei zweite
zweiten zwischen zwölf über überhaupt übrigens
`;
