/** Characters of a line that is read for dates: a byline with two dates has some 150, a paragraph is no date line. */
export const MAX_DATE_LINE = 400;
