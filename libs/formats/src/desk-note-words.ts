/**
 * How desks mark, by convention alone, what a text carries for editors: agencies' text wires, and bodies whose markup
 * doesn't tell. Written in lower case with straight apostrophes; a new language or agency is a line here.
 */

/** Head all that follows in the text: the desk's notepad at its end. `sure` ones need nothing around them to be believed. */
export const NOTEPADS: readonly string[] = [
  ...['notebook', 'notepad', 'editorial notebook', 'notizblock', 'bloc-notes', 'bloc note', 'carnet de notes'],
  ...['cuaderno de notas', 'bloc de notas', 'bloco de notas', 'blocco note', 'taccuino', 'kladblok', 'notitieblok'],
];

/** Head a part for editors, up to the next heading of another kind. */
export const EDITORIAL: readonly string[] = [
  ...['note to editors', 'notes to editors', 'notes for editors', 'note for editors', 'editorial notes'],
  ...['editorial note', 'attention editors', 'advisory to editors', 'editors advisory', 'editorial contacts'],
  ...['editorial contact', 'desk contacts', 'notes to desks', 'note to desks', 'not for publication'],
  ...['redaktionelle hinweise', 'redaktioneller hinweis', 'redaktioneller service', 'redaktionskontakt'],
  ...['hinweis an die redaktion', 'hinweis an die redaktionen', 'hinweise an die redaktion'],
  ...['hinweise an die redaktionen', 'hinweis für die redaktion', 'hinweis für die redaktionen'],
  ...['hinweise für die redaktionen', 'achtung redaktionen', 'nicht zur veröffentlichung'],
  ...['note aux rédactions', 'note aux rédacteurs', "à l'attention des rédactions", 'avis aux rédactions'],
  ...['attention rédactions', 'contacts rédaction', 'ne pas publier', 'pas pour publication'],
  ...['nota a los editores', 'nota para los editores', 'nota a la redacción', 'nota para las redacciones'],
  ...['nota a las redacciones', 'aviso a las redacciones', 'aviso a los editores', 'no publicar'],
  ...['nota aos editores', 'nota à redação', 'nota às redações', 'aviso às redações', 'não publicar'],
  ...[
    'nota alle redazioni',
    'nota per le redazioni',
    'avviso alle redazioni',
    'alla cortese attenzione delle redazioni',
  ],
  ...['non pubblicare', 'noot voor de redactie', 'noot aan de redactie', 'noot redactie', 'noot aan de redacties'],
  ...['noot voor redacties', 'bericht aan de redactie', 'bericht aan de redacties', 'niet voor publicatie'],
  ...['till redaktionen', 'till redaktionerna', 'not till redaktionen', 'redaktionell not', 'ej för publicering'],
  ...['til redaksjonen', 'til redaksjonene', 'merknad til redaksjonen', 'ikke for publisering'],
  ...['til redaktionen', 'til redaktionerne', 'note til redaktionen', 'ikke til publicering'],
  ...['toimituksille', 'huomautus toimituksille', 'tiedoksi toimituksille', 'ei julkaistavaksi'],
  ...['uwaga redakcje', 'do wiadomości redakcji', 'nie do publikacji'],
  ...['вниманию редакций', 'к сведению редакций', 'примечание для редакций', 'не для публикации', 'не для печати'],
];

/** Head a note of one paragraph, with a colon or a dash behind them. */
export const LABELS: readonly string[] = [
  ...['eds', 'eds note', 'desks', 'editors please note', 'attention desks', 'nota bene redaktionen'],
  ...['not for publication or broadcast', 'nicht zur veröffentlichung bestimmt', 'zur information der redaktionen'],
];

/** Name who can be asked. Readers are given these too, so they count only behind a rule or inside of a notepad. */
export const CONTACTS: readonly string[] = [
  ...['contact', 'contacts', 'media contact', 'media contacts', 'press contact', 'press contacts'],
  ...['kontakt', 'kontakte', 'ansprechpartner', 'rückfragehinweis', 'pressekontakt', 'contact presse'],
  ...['contacts presse', 'contacto', 'contactos', 'contacto de prensa', 'contatto', 'contatti', 'contato', 'contatos'],
  ...['contactpersoon', 'contactpersonen', 'yhteystiedot', 'kontakter', 'kontaktperson', 'kontakty', 'контакты'],
];

/** Head the other parts of a notepad; they prove one, and mean nothing without it. */
export const NOTEPAD_PARTS: readonly string[] = [
  ...['internet', 'internet links', 'links', 'places', 'location', 'locations', 'orte', 'service', 'lieux', 'enlaces'],
  ...['update', 'refile', 'correction', 'aktualisierung', 'berichtigung', 'korrektur', 'ergänzung'],
];

/** Say that what follows, or stands in the same paragraph, is not for readers. */
export const RESTRICTIONS: readonly RegExp[] = [
  /(?:the )?(?:following|information below)(?: \w+){0,4} (?:is|are) (?:strictly )?not (?:intended |meant )?for (?:publication|broadcast|release)/,
  /(?:die )?(?:nach)?folgenden? (?:informationen?|angaben|hinweise)(?: \S+){0,3} nicht (?:zur|für die) veröffentlichung(?: bestimmt)?/,
  /(?:les )?(?:informations|éléments|lignes) (?:suivantes|suivants|ci-dessous)(?: \S+){0,3} ne (?:sont pas|doivent pas)(?: \S+){0,3} (?:publi|diffus)\S+/,
  /(?:la )?(?:siguiente información|información siguiente)(?: \S+){0,3} no (?:es|está)(?: \S+){0,3} (?:publicación|publicada|publicarse)/,
  /(?:le )?(?:seguenti informazioni|informazioni seguenti)(?: \S+){0,3} non sono(?: \S+){0,3} (?:pubblicazione|pubblicate)/,
  /(?:de )?(?:volgende|onderstaande) (?:informatie|gegevens) (?:is|zijn) niet (?:bestemd |bedoeld )?voor publicatie/,
  /(?:as )?(?:seguintes informações|informações seguintes)(?: \S+){0,3} não (?:são|se destinam)(?: \S+){0,3} (?:publicação|publicadas)/,
];

/** Say of the item itself that it is not for readers: an advisory of the desk. */
export const WHOLE_RESTRICTIONS: readonly RegExp[] = [
  /(?:all )?(?:this|the above)(?: \S+){1,3} (?:is|are) (?:strictly )?not (?:intended |meant )?for (?:publication|broadcast|release)/,
  /dieser? (?:informationen?|meldung|hinweis|text)(?: \S+){0,3} nicht (?:zur|für die) veröffentlichung(?: bestimmt)?/,
  /(?:cette information|ces informations|ce message) (?:n'est|ne sont)(?: \S+){1,4} publication/,
  /(?:esta información|este mensaje) no es(?: \S+){1,3} publicación/,
  /deze informatie is niet (?:bestemd |bedoeld )?voor publicatie/,
];
