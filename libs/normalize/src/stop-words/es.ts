/** Stop words of Spanish: function words, and the verbs, numbers and days that stand in all news. */
export const spanish = `
abril acuerdo además afirmó agosto agregó ahora algo alguien alguna algunas alguno algunos algún allí ambos ante
anterior antes apenas aquel aquella aquellas aquello aquellos aquí aseguró aunque añadió años bajo bastante bien
buen buena cada casi cerca cierto cinco como contra cosa cosas creo cual cuales cualquier cuando cuanto cuatro
cuenta cuyo cómo dado debe deben debido decir dejó delante dentro desde después dice dicen dicho diciembre dieron
diez diferente dijeron dijo domingo donde durante dónde ella ellas ello ellos embargo encuentra enero enseguida
entonces entre eran eres esas esos esta estaba estaban estar estas este esto estos estoy estuvo está están euros
existe explicó febrero fecha final forma fuera fueron gran grande grandes haber habrá había habían hace hacen hacer
hacia hasta haya hecho hizo horas hubo igual incluso informó jueves julio junio junto lado largo llegó llevar luego
lugar lunes manera martes marzo mayo mayor mayoría mañana mediante medio mejor menos meses mientras millones misma
mismas mismo mismos miércoles momento mucha muchas mucho muchos nada nadie ninguna ningún noche nosotros noviembre
nueva nuevas nueve nuevo nuevos nunca ocho octubre otra otras otro otros para parece parte partir pasado pero
personas poca poco pocos podrá podría podrían poner porque posible primer primera primero primeros principal propia
propio próximo próximos pude pueda puede pueden pues queda quien quienes quiere quién realizar realizó resto segunda
segundo según seis semana semanas septiembre será serán sería señaló siempre siendo siete sigue siguiente sino sobre
sola solamente solo sostuvo sábado sólo también tampoco tanto tarde tendrá tener tenido tenía tercera tiempo tiene
tienen toda todas todavía todo todos total trabajo tras trata través tres tuvo unas unos usted vamos varias varios
veces viernes última últimas último últimos
`;
