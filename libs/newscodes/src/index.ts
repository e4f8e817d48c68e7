export { newsCodeOf } from './find-code.ts';
export { type ImpliedCode, impliedCodes } from './implied-codes.ts';
export type { NewsCode, Vocabulary } from './news-code.ts';
