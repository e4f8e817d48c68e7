/** What invented stories are made of: enough different words that no two stories are near-duplicates. */
export const FIRST_NAMES = words(
  'Mira Tilda Ruben Jonna Edda Olaf Petra Silas Noor Ansel Greta Ivo Lena Matteo Freya Casper Dunja Emil Farah Goran Hedda Ilja Juno Kaspar',
);
export const LAST_NAMES = words(
  'Castell Brandt Sol Reit Wren Brandis Okafor Lindqvist Marsh Vane Holloway Petrov Ashdown Kerr Novak Tarn Osei Delacroix Winter Falk Moreau Quill Sandoval Thorne Umber Vogel',
);
export const PLACES = words(
  'Elmsgate Maren Aldstadt Northwick Harrow Saltmouth Kestrel Oakridge Vallby Dunmere Fernhill Greyport Highmoor Ivybridge Larkfield Millbrook Ostend Pinewood Ravensby Stonehaven',
);
export const ACTORS = phrases(
  'the city council|the harbour authority|the growers union|the ministry of transport|the regional court|the national bank|the water company|a group of residents|the teachers union|the fire service|the port workers|the university|the police department|the railway operator|the health board|the energy regulator|the football club|the museum|a parliamentary committee|the fishing fleet|the statistics office|the weather service|an independent panel|the airline|the hospital trust',
);
export const VERBS = phrases(
  'approved|rejected|postponed|announced|defended|criticised|reviewed|opened|closed|sold|bought|signed|withdrew|published|extended|cancelled|welcomed|questioned|financed|completed|abandoned|inspected|repaired|tested|doubled|halved',
);
export const OBJECTS = phrases(
  'a plan to rebuild the old bridge|the budget for the coming year|a contract for forty electric buses|the report on river pollution|an offer from a foreign investor|new rules for short-term rentals|the timetable of the night trains|a loan of 12 million crowns|the results of the chess final|repairs to the southern sea wall|the sale of the former barracks|a programme for young apprentices|the closure of two rural schools|a map of flood risks|the search for a missing trawler|an appeal against the verdict|a study of sleep among shift workers|the price of drinking water|the first harvest of the season|a tunnel under the market square|the archive of a local newspaper|tests of a low-cost blood sensor|a ban on wood stoves|plans for an offshore wind farm',
);
export const REASONS = phrases(
  'after months of negotiations|despite protests outside the hall|because costs had risen by a third|in spite of a warning from engineers|to the surprise of most observers|following an inquiry that lasted two years|as storms were forecast for the weekend|without giving further details|by a majority of nine to four|in line with earlier statements|while talks with the neighbours went on|after an unusually dry spring|since no other bidder had come forward|on the advice of its lawyers|ahead of elections in the autumn|when the deadline had already passed',
);
export const REMARKS = phrases(
  'We have waited long enough for this day|Nobody should expect a quick solution|The figures speak for themselves|It asks for little but patience|People here deserve a clear answer|This is a beginning and not an end|We will look at every proposal with care|There was simply no money left|I have not seen anything like it in thirty years|The work starts on Monday whatever happens|That decision belongs to the voters|Our neighbours helped us more than any office',
);
export const WEEKDAYS = words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');

function words(text: string): readonly string[] {
  return text.split(' ');
}

function phrases(text: string): readonly string[] {
  return text.split('|');
}
