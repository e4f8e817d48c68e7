const OUTLETS: ReadonlySet<string> = new Set(
  [
    'Reuters',
    'Xinhua',
    'Associated Press',
    'The Associated Press',
    'Agence France-Presse',
    'Bloomberg',
    'Kyodo',
    'Kyodo News',
    'Yonhap',
    'Interfax',
    'Sputnik',
    'Anadolu',
    'Anadolu Agency',
    'Deutsche Welle',
    'Al Jazeera',
    'China Daily',
    'Global Times',
    'The Guardian',
    'Le Monde',
    'Der Spiegel',
    'Euronews',
    'Belga',
    'Ansa',
    'Lusa',
    'Ritzau',
    'PA Media',
    'Press Association',
    'The Canadian Press',
    'Getty Images',
    "People's Daily",
  ].map((name) => name.toLowerCase()),
);

const ORGANISATION_WORD =
  /\b(?:agency|agencies|broadcasting|bureau|channel|correspondents?|daily|desk|editors?|gazette|herald|journal|media|network|news|newspaper|newsroom|online|post|press|radio|reporters?|staff|team|television|times|tribune|tv|wire|wires)\b/i;

/** Whether a byline names an organisation: an agency or outlet, letters in capitals, or a word such as News, Agency, Staff. */
export function isOrganisation(name: string): boolean {
  return OUTLETS.has(name.toLowerCase()) || /^[A-Z][A-Z0-9&./+-]{1,11}$/.test(name) || ORGANISATION_WORD.test(name);
}
