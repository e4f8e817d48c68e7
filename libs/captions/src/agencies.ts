/**
 * Agencies, picture services and organisations that stand in credits: the lower-case spelling found there, and the
 * name to give out. A trailing "Photo(s)", "News Agency" or "file" is taken off before the look-up.
 */
const NAMES: readonly (readonly [name: string, ...spellings: string[]])[] = [
  ['AP', 'ap', 'a.p.', 'ap images', 'ap/wide world'],
  ['Associated Press', 'associated press'],
  ['The Associated Press', 'the associated press'],
  ['Reuters', 'reuters', 'thomson reuters', 'reuters connect'],
  ['AFP', 'afp', 'afp forum'],
  ['Agence France-Presse', 'agence france-presse', 'agence france presse'],
  ['Getty Images', 'getty', 'getty images', 'gettyimages', 'getty image'],
  ['WireImage', 'wireimage'],
  ['FilmMagic', 'filmmagic'],
  ['Redferns', 'redferns'],
  ['GC Images', 'gc images'],
  ['Allsport', 'allsport'],
  ['EPA', 'epa'],
  ['EPA-EFE', 'epa-efe', 'epa/efe'],
  ['EFE', 'efe', 'agencia efe'],
  ['dpa', 'dpa', 'picture alliance/dpa', 'dpa-pool', 'dpa-zentralbild', 'zb'],
  ['picture alliance', 'picture alliance', 'picture-alliance'],
  ['VCG', 'vcg', 'visual china group'],
  ['CFP', 'cfp'],
  ['CGTN', 'cgtn'],
  ['CCTV', 'cctv'],
  ['Xinhua', 'xinhua'],
  ['China News Service', 'china news service', 'cns'],
  ['China Daily', 'china daily'],
  ['KCNA', 'kcna'],
  ['Yonhap', 'yonhap'],
  ['Kyodo', 'kyodo', 'kyodo news'],
  ['Jiji Press', 'jiji press', 'jiji'],
  ['TASS', 'tass', 'itar-tass'],
  ['Sputnik', 'sputnik'],
  ['RIA Novosti', 'ria novosti'],
  ['Interfax', 'interfax'],
  ['Anadolu Agency', 'anadolu agency', 'anadolu', 'aa'],
  ['Anadolu', 'anadolu images'],
  ['Bloomberg', 'bloomberg', 'bloomberg news'],
  ['PA', 'pa', 'pa wire', 'pa archive', 'pa media', 'pa images', 'press association'],
  ['ANSA', 'ansa'],
  ['LaPresse', 'lapresse'],
  ['APA', 'apa', 'apa-images'],
  ['KEYSTONE', 'keystone'],
  ['ANP', 'anp'],
  ['Belga', 'belga', 'belga photo', 'belga image'],
  ['NTB', 'ntb', 'ntb scanpix', 'scanpix'],
  ['TT', 'tt', 'tt news agency', 'tt nyhetsbyrån'],
  ['Ritzau Scanpix', 'ritzau scanpix', 'ritzau'],
  ['Lehtikuva', 'lehtikuva'],
  ['STT', 'stt'],
  ['PAP', 'pap'],
  ['CTK', 'ctk', 'čtk'],
  ['MTI', 'mti'],
  ['Lusa', 'lusa'],
  ['AAP', 'aap', 'aap image', 'aap images'],
  ['The Canadian Press', 'the canadian press'],
  ['Canadian Press', 'canadian press', 'cp'],
  ['CNA', 'cna'],
  ['UPI', 'upi'],
  ['PTI', 'pti', 'press trust of india'],
  ['ANI', 'ani'],
  ['IANS', 'ians'],
  ['Antara', 'antara', 'antara foto'],
  ['Bernama', 'bernama'],
  ['NurPhoto', 'nurphoto'],
  ['ZUMA', 'zuma', 'zuma press', 'zuma wire'],
  ['Alamy', 'alamy', 'alamy stock photo', 'alamy live news'],
  ['Shutterstock', 'shutterstock', 'rex', 'rex/shutterstock', 'rex features'],
  ['iStock', 'istock', 'istockphoto'],
  ['imago', 'imago', 'imago images'],
  ['SIPA', 'sipa', 'sipa usa', 'sipa press'],
  ['Abaca', 'abaca', 'abacapress'],
  ['Magnum Photos', 'magnum', 'magnum photos'],
  ['Redux', 'redux', 'redux pictures'],
  ['Polaris', 'polaris'],
  ['Action Images', 'action images'],
  ['USA TODAY Sports', 'usa today sports', 'usa today network'],
  ['USA TODAY', 'usa today'],
  ['The New York Times', 'the new york times', 'nyt'],
  ['New York Times', 'new york times'],
  ['The Washington Post', 'the washington post', 'washington post'],
  ['BBC', 'bbc', 'bbc news'],
  ['CNN', 'cnn'],
  ['NBC', 'nbc', 'nbc news'],
  ['ABC', 'abc', 'abc news'],
  ['CBS', 'cbs', 'cbs news'],
  ['Al Jazeera', 'al jazeera'],
  ['The Guardian', 'the guardian'],
  ['NASA', 'nasa'],
  ['ESA', 'esa'],
  ['NOAA', 'noaa'],
  ['NATO', 'nato'],
  ['SpaceX', 'spacex'],
  ['UN Photo', 'un'],
  ['Twitter', 'twitter'],
  ['Facebook', 'facebook'],
  ['Instagram', 'instagram'],
  ['YouTube', 'youtube'],
  ['Unsplash', 'unsplash'],
  ['Crown copyright', 'crown copyright'],
  ['Wikimedia Commons', 'wikimedia commons', 'wikimedia'],
];

const BY_SPELLING = new Map(NAMES.flatMap(([name, ...spellings]) => spellings.map((s) => [s, name] as const)));

/** The agency's name for a credit's part such as "REUTERS" or "VCG Photo", or undefined for an unknown one. */
export function knownAgency(part: string): string | undefined {
  if (part.length > 60) return undefined;
  const key = part.toLowerCase().trim();
  const bare = key.replace(/\s+(?:photos?|news agency|pictures?|file)$/, '');
  return BY_SPELLING.get(key) ?? BY_SPELLING.get(bare);
}

const ORGANISATION_WORDS = new Set(
  (
    'agency archive archives army association authority bank board broadcasting bureau center centre century church ' +
    'city club collaboration collection college command commission committee company corporation corps council ' +
    'county daily defence defense department dept district entertainment facebook federation films force forces fox ' +
    'foundation gallery gazette globe government group guard handout herald house image images inc institute ' +
    'international journal kremlin laboratory library limited ltd media ministry mirror museum navy network news ' +
    'newspaper observatory office organization party photo photography photos pictures police post press ' +
    'productions project reserve school service services society sports state stock studio studios survey ' +
    'television times tribune tv twitter union university video zoo observer chronicle star sun record telegraph ' +
    'verlag zeitung agentur polizei ministerium ballet brigade courier embassy gazetteer hospital ledger liberty ' +
    'parliament presidency presse rescue technologies theatre theater watch weekly wire of the and'
  ).split(' '),
);

/** True for a part that names an organisation: a telling word, a digit, a web address or a handle. */
export function looksLikeOrganisation(part: string): boolean {
  if (/[\d@&_]|\.(?:com|org|net|gov|co)\b/i.test(part)) return true;
  const words = part.split(/\s+/);
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(part)) return true;
  return words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase()));
}
