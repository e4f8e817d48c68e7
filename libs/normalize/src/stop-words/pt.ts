/** Stop words of Portuguese: function words, and the verbs, numbers and days that stand in all news. */
export const portuguese = `
abril acerca acordo acrescentou afirmou agora agosto ainda algo algum alguma algumas alguns alguém além ambos anos
antes apenas apesar após aquela aquelas aquele aqueles aqui aquilo assim através atrás bastante cada casa cerca
cinco coisa como conforme contra contudo cujo dado debaixo defendeu deixar dela delas dele deles demais dentro
depois desde dessa desse desta deste deve devem dever dezembro diante dias disse disseram dizer dois domingo doze
duas durante elas eles embora enquanto entre então eram essa essas esse esses esta estar estas estava estavam este
estes esteve estou está estão euros explicou fazem fazer fevereiro ficou fora foram forma frente geral grande
grandes haja havia hoje hora horas houve igual isso isto janeiro julho junho junto lado lhes local logo longe lugar
maio maior maioria mais março meio melhor menor menos meses mesma mesmo mesmos milhões minha momento muita muitas
muito muitos nada nenhum nenhuma ninguém noite nossa nosso nova novas nove novembro novo novos numa nunca oito onde
ontem outra outras outro outros outubro para parte partir passada passado pela pelas pelo pelos pequeno perante
perto pessoas pode podem poder pois porque porém possível pouca pouco poucos primeira primeiro primeiros própria
próprio próxima próximo pôde quais qual qualquer quando quanto quarta quarta-feira quase quatro quem quer quinta
quinta-feira reais relação segunda segunda-feira segundo seis semana semanas sempre sendo seria será serão sete
setembro seus sexta sexta-feira sido sobre suas sábado também tanto tarde tempo tendo terceira terça terça-feira
teve tinha tinham toda todas todavia todo todos três tudo umas veio vezes você várias vários última último últimos
`;
