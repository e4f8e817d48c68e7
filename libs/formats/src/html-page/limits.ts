/** Elements and texts of a page that are read: big live pages have 30,000; the rest of a longer one is left out. */
export const MAX_PAGE_NODES = 150_000;

/** Elements inside elements: pages with tags left open nest some hundred deep; deeper ones stand side by side here. */
export const MAX_PAGE_DEPTH = 120;

/** Elements open at once: a page with more tags left open is refused, since each makes the next one dearer to parse. */
export const MAX_OPEN_ELEMENTS = 3000;

/** Characters of one page that are parsed: real ones stay below 3 million, most of that script. */
export const MAX_PAGE_LENGTH = 6 * 1024 * 1024;

/** Pieces of a page that are judged for being its body: long pages with their comments have 2,000. */
export const MAX_PIECES = 4000;

/** Elements around a text that are looked at: names and shares farther out say nothing. */
export const MAX_PATH = 40;

/** Characters of JSON-LD that are parsed, all scripts together: a graph with its comments has 300,000. */
export const MAX_JSON_LD = 2 * 1024 * 1024;

/** Pictures of one page: galleries have 100. */
export const MAX_PICTURES = 200;
