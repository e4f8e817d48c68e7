/** Limits of the parsers, each with its reason. Limits of the door and the topics stand in `libs/contracts/src/limits.ts`. */

/** Elements inside elements: real items stay below 20, and every walk over the tree may then be recursive. */
export const MAX_XML_DEPTH = 128;

/** Elements and texts of one document: a message with a thousand items has some 100,000; a bomb has millions. */
export const MAX_XML_NODES = 200_000;

/** Attributes of one element: NewsML-G2 and NITF know fewer than 40. */
export const MAX_XML_ATTRIBUTES = 256;

/** Characters of a document type: real ones name two or three DTDs. */
export const MAX_DOCTYPE_LENGTH = 4096;

/** Characters of one text in a document: no story is that long, and a single text is held in memory several times over. */
export const MAX_TEXT_LENGTH = 4 * 1024 * 1024;

/** Arrays and objects inside each other: ninjs needs 6, extensions of it a few more. */
export const MAX_JSON_DEPTH = 64;

/** Values of one JSON document: as for the nodes of XML. */
export const MAX_JSON_VALUES = 200_000;

/** Lines of a wire text: the longest tables of results have some thousand. */
export const MAX_WIRE_LINES = 20_000;

/** Parts of a mail, all levels together: a story with its pictures has a dozen. */
export const MAX_MAIL_PARTS = 500;

/** Parts inside parts of a mail: mixed, related, alternative, and a forwarded message or two. */
export const MAX_MAIL_DEPTH = 16;

/** Characters of the header of a mail: long routes and signatures of the way have some 20,000. */
export const MAX_MAIL_HEADER = 256 * 1024;

/** Elements inside elements of HTML: markup nested deeper is dropped, its text is kept. */
export const MAX_HTML_DEPTH = 100;

/** Tags of one HTML body that are taken as markup; a body with more is cut as plain text, so that the time stays bounded. */
export const MAX_HTML_TAGS = 50_000;

/** Characters of start tags written a second time because a link or emphasis goes on over paragraphs: it must not multiply a body. */
export const MAX_HTML_REPEATS = 1024 * 1024;

/** Characters of an identifier, as `Story.guid` allows. */
export const MAX_GUID_LENGTH = 512;

/** Languages in which one item may carry its text; one with more is read as a single story. The European Union has 24. */
export const MAX_LANGUAGES = 64;
