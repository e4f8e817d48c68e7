/** Where the language detector is injected: a function has no class to be found by. */
export const LANGUAGE_DETECTOR = Symbol('LANGUAGE_DETECTOR');
