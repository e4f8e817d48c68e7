/** Stop words of Dutch: function words, and the verbs, numbers and days that stand in all news. */
export const dutch = `
aangezien aantal acht achter afgelopen alle alleen alles alsof altijd ander andere anders april augustus behalve
beide beter bijna bijvoorbeeld binnen blijft blijven boven buiten daar daarbij daardoor daarmee daarna daarom dagen
december deed deel deze dinsdag doen doet donderdag door drie duidelijk duizend echt echter eens eerder eerste eigen
elkaar ervan euro even februari gaan gaat geen gehad geheel geweest geworden gezegd gisteren goed goede grote haar
hadden hebben heeft heel hele helemaal hier hierbij hoewel ieder iedereen iemand iets inmiddels inwoners jaar
januari jaren juli juni kant komen komende komt kreeg krijgen krijgt kunnen kwam laat laatste laten later lijkt
maakt maand maandag maanden maar maart maken mede meer meest meeste mensen miljard miljoen minder misschien moest
moet moeten mogelijk mogen morgen naar naast negen niet niets nieuw nieuwe nodig nooit november ofwel oktober omdat
ondanks onder ongeveer onze open opnieuw over overal paar plaats precies procent rond samen september sinds slechts
sommige staan staat steeds stelt tegen terug terwijl tevens tien tijd tijdens toch toen tussen twee tweede uren vaak
vanaf vandaag vanuit vanwege veel verder vier vijf volgend volgende volgens voor vooral voordat voorzitter vorig
vorige vrijdag waar waarbij waardoor waarin waarom waarop wanneer want waren week weer weinig weken welke werd
werden wilde willen woensdag worden wordt zaterdag zeer zeggen zegt zelf zelfs zeven zich zien ziet zijn zoals zodat
zondag zonder zouden zullen
`;
