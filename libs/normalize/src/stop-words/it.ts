/** Stop words of Italian: function words, and the verbs, numbers and days that stand in all news. */
export const italian = `
abbia abbiamo agosto alcun alcune alcuni alla alle allo allora almeno altra altre altri altro ampia anche ancora
anni anno appena aprile attraverso avanti avere aveva avevano avuto bene casi caso cento certo chiunque cinque circa
città come comunque contro corso cosa così dalla dalle dallo dato davanti degli della delle dello dentro
deve devono dice dicembre dichiarato dieci dietro dire domani domenica dopo dove dovrebbe dunque durante ecco entro
erano essa esse essere essi euro fare fatto febbraio fine fino forse fosse fuori gennaio giorni giorno giovedì
giugno grande grandi hanno ieri importante infatti inoltre insieme intanto invece lasciato lato loro luglio lunedì
lungo maggio maggior maggiore male martedì marzo mattina meglio meno mentre mercoledì mese mesi mezzo mila miliardi
milioni modo molta molte molti molto momento nella nelle nello nessun nessuno niente nostra nostri nostro nove
novembre nulla numero nuova nuove nuovi nuovo oggi ogni ognuno oltre oppure ormai otto ottobre parte partire passato
perché perciò persone però piccolo poche pochi poco poiché possibile posto potrebbe presso prima primi primo proprio
prossima prossimo pure qualche qualcosa quale quali quando quanto quasi quattro quel quella quelle quelli quello
quest questa queste questi questo quindi resto riguarda sabato saranno sarebbe sarà scorsa scorso secondo sempre
senza sera sette settembre settimana settimane siano solo soltanto sono sopra soprattutto sotto spiegato stanno
stata state stati stato stessa stesso sugli sulla sulle sullo suoi tale tali tanto tardi tempo terzo tramite tratta
troppo tutta tuttavia tutte tutti tutto uomo vari varie venerdì vengono venne verso viene volta volte
`;
