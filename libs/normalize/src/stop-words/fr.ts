/** Stop words of French: function words, and the verbs, numbers and days that stand in all news. */
export const french = `
afin ailleurs ainsi alors ancien ancienne année années août après assez aucun aucune aujourd aujourd'hui auprès aura
aurait auront aussi autant autour autre autres avaient avait avant avec avoir avril ayant beaucoup bien bientôt cela
celle celles celui cependant certain certaine certaines certains cette ceux chacun chaque chez cinq comme comment
compte contre cours côté dans davantage dehors delà demain depuis dernier derniers dernière dernières derrière deux
devait devant devrait dimanche dire doit doivent donc dont durant début décembre déclaré déjà elle elles encore
enfin ensemble ensuite entre environ euros expliqué face faire fait faits faut fois font février grand grande
grandes grands heure heures hier hors huit indiqué jamais janvier jeudi jour journée jours juillet juin jusqu jusque
laquelle lequel lesquelles lesquels leur leurs loin long lors lorsque lundi mais malgré mardi mars mercredi mieux
milliards million millions moins mois moment même mêmes neuf nombre notamment notre nous nouveau nouveaux nouvel
nouvelle nouvelles novembre octobre onze parce parmi part partie partir passé pendant peut peut-être peuvent place
plupart plus plusieurs plutôt point pour pourquoi pourrait pourtant premier premiers première presque prochain
prochaine près puis puisque quand quant quatre quelle quelles quelque quelques quels quinze quoi rendre reste rien
samedi sans sauf sein selon semaine semaines sept septembre sera serait seront seul seule seulement soient soir soit
sont sous souvent suis suite surtout tandis tant tard telle tellement tels temps toujours tous tout toute toutefois
toutes trois trop trouve très valeur vendredi vers veut vient ville voici voilà voir vont votre vous étaient était
étant être
`;
