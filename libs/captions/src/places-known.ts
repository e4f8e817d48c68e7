const lower = (names: string) => new Set(names.split(',').map((name) => name.trim().toLowerCase()));

/** Countries and territories, in lower case, abbreviations of the wires included. */
export const COUNTRIES = lower(
  `Afghanistan,Albania,Algeria,Angola,Argentina,Armenia,Australia,Austria,Azerbaijan,Bahrain,Bangladesh,Belarus,Belgium,Bolivia,Bosnia,Botswana,Brazil,Britain,Bulgaria,Burkina Faso,Burundi,Cambodia,Cameroon,Canada,Chad,Chile,China,Colombia,Congo,Costa Rica,Croatia,Cuba,Cyprus,Czech Republic,Denmark,Djibouti,Dominican Republic,DPRK,Ecuador,Egypt,El Salvador,England,Eritrea,Estonia,Ethiopia,Fiji,Finland,France,Gabon,Gaza,Gaza Strip,Georgia,Germany,Ghana,Greece,Greenland,Guatemala,Guinea,Haiti,Honduras,Hong Kong,Hungary,Iceland,India,Indonesia,Iran,Iraq,Ireland,Israel,Italy,Ivory Coast,Jamaica,Japan,Jordan,Kazakhstan,Kenya,Kosovo,Kuwait,Kyrgyzstan,Laos,Latvia,Lebanon,Liberia,Libya,Lithuania,Luxembourg,Macau,Madagascar,Malawi,Malaysia,Mali,Malta,Mauritania,Mauritius,Mexico,Moldova,Monaco,Mongolia,Montenegro,Morocco,Mozambique,Myanmar,Namibia,Nepal,Netherlands,New Zealand,Nicaragua,Niger,Nigeria,North Korea,North Macedonia,Northern Ireland,Norway,Oman,Pakistan,Palestine,Panama,Papua New Guinea,Paraguay,Peru,Philippines,Poland,Portugal,Puerto Rico,Qatar,Republic of Korea,ROK,Romania,Russia,Rwanda,Saudi Arabia,Scotland,Senegal,Serbia,Sierra Leone,Singapore,Slovakia,Slovenia,Somalia,South Africa,South Korea,South Sudan,Spain,Sri Lanka,Sudan,Sweden,Switzerland,Syria,Taiwan,Tajikistan,Tanzania,Thailand,Togo,Tunisia,Turkey,Turkmenistan,UAE,Uganda,UK,U.K,Ukraine,United Arab Emirates,United Kingdom,United States,Uruguay,U.S,US,USA,Uzbekistan,Vatican,Venezuela,Vietnam,Wales,West Bank,Yemen,Zambia,Zimbabwe,Germany,Deutschland,Norge,Sverige`,
);

/** States and provinces as captions print them, abbreviated or whole, without the last full stop. */
export const STATES = lower(
  `Ala,Ariz,Ark,Calif,Colo,Conn,Del,Fla,Ga,Ill,Ind,Kan,Ky,La,Mass,Md,Mich,Minn,Miss,Mo,Mont,Neb,Nev,N.H,N.J,N.M,N.Y,N.C,N.D,Okla,Ore,Pa,R.I,S.C,S.D,Tenn,Tex,Va,Vt,Wash,W.Va,Wis,Wyo,D.C,DC,Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming,Ontario,Quebec,British Columbia,Alberta,Manitoba,Nova Scotia,B.C,Ont,Que,Victoria,New South Wales,Queensland`,
);

/** True for a country, state or province. */
export function isRegion(name: string): boolean {
  const key = name.toLowerCase().replace(/\.$/, '');
  return COUNTRIES.has(key) || STATES.has(key);
}

/** Last words of phrases that name a building, body or event, not a place on the map. */
export const VENUE_WORDS = new Set(
  (
    'mar-a-lago pentagon bundestag wembley academy airport arena assembly auditorium bank base building cafe capitol cathedral center centre church circuit club college conference congress convention council court courthouse cup dealership department dome embassy expo ' +
    'facility factory fair festival field final forum games garden gardens grandprix ground hall headquarters hospital hotel house institute kremlin library mall market mosque museum office olympics open opera palace parade park parliament ' +
    'pavilion plant plaza prison prix residence restaurant school series shop show speedway stadium statehouse station store studio studios summit synagogue temple terminal theater theatre tower track university venue white world championships championship cup association company factory wholesale'
  ).split(' '),
);
