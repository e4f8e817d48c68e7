/** Stop words of English: function words, and the verbs, numbers and days that stand in all news. */
export const english = `
about above according across added after afterwards again against ahead almost along already also although always
amid among amongst announced another anyone anything appear appeared april around asked august away back based
became because become been before began behind being believe below beside besides best better between beyond billion
both brought called came cannot come comes coming could couldn't couple currently days december despite didn't does
doesn't doing don't done down during each earlier early eight either else enough especially even ever every everyone
everything expected explained face faced fact february first five following follows former forward found four friday
from front full further gave generally gets getting give given gives giving goes going gone good great group grow
half hand hard hasn't have haven't having held help hence here high hold hour hours however hundred including inside
instead into isn't itself january july june just keep kept kind knew know known large largely last late later latest
least leave left less like likely little local long longer look made main major make makes making many march matter
maybe mean means meanwhile meet member might million minutes monday month months more moreover morning most much
must named near nearly need needs never nevertheless next night nine none nothing november number october
often once ones only open order other others otherwise ourselves over part particular past people percent perhaps
place plan planned plans point possible previous previously probably provide quite rather reached really recent
recently reported reports rest result return round said same saturday saying says second seem seemed seen september
series several shall should show shows side similar since some someone something sometimes soon still such sunday
support sure take taken takes taking talk tell than that that's their them themselves then there therefore these
they they're thing things think third this those though thousand three through throughout thursday thus time times
today together told tomorrow toward towards tried tuesday turn twice under unless until upon used using usually very
want wanted wants wasn't wednesday week weeks well went were weren't what whatever when where whereas whether which
while whole whom whose will with within without won't word work worked would wouldn't year years yesterday your
yours
`;
