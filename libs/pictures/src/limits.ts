/** Limits of what is read of one picture file, each with its reason. */

/** Marker segments of a JPEG, chunks of a PNG or WebP: real files stay below 2,000 (a PNG may cut its image data small); a bomb has millions. */
export const MAX_SEGMENTS = 10_000;

/** Characters of one XMP packet that are parsed: what editors write stays below 100,000, and this much is read in 20 ms. */
export const MAX_XMP_LENGTH = 256 * 1024;

/** Bytes of an extended XMP packet or of an item of an ISO media file that are gathered: depth maps and thumbnails are longer. */
export const MAX_XMP_BYTES = 1024 * 1024;

/** XMP packets of one file: the main one, an extended one, and doubles that tools leave behind. */
export const MAX_XMP_PACKETS = 4;

/** Elements inside elements of XMP: structures of IPTC Extension need 12. */
export const MAX_XMP_DEPTH = 48;

/** Elements of one XMP packet: the fullest that editing tools leave behind have 3,000; this many are read in 20 ms. */
export const MAX_XMP_NODES = 10_000;

/** Faults of one packet that are read over; after that it is no XMP. */
export const MAX_XMP_FAULTS = 20;

/** Ampersands of one packet that are mended: each one makes the text longer. */
export const MAX_AMPERSANDS = 1_000;

/** Bytes of all Photoshop resources of a file: they hold thumbnails and paths beside IIM. */
export const MAX_PHOTOSHOP_BYTES = 4 * 1024 * 1024;

/** Photoshop resources and IIM datasets of one file: fifty and a few hundred in real ones. */
export const MAX_RESOURCES = 2_000;
export const MAX_DATASETS = 5_000;

/** Entries of one EXIF or TIFF directory: real ones have 70. */
export const MAX_IFD_ENTRIES = 1_000;

/** Boxes of one ISO media file, and items that its metadata names: a HEIC of tiles has some hundred. */
export const MAX_BOXES = 2_000;
export const MAX_ITEMS = 5_000;

/** Pieces in which the items of an ISO media file lie: mostly one each. */
export const MAX_EXTENTS = 20_000;

/** EXIF and XMP items of an ISO media file that are read: one each in real files. */
export const MAX_METADATA_ITEMS = 8;

/** Text chunks of a PNG that are read: tools write ten; each one may be compressed. */
export const MAX_TEXTS = 30;

/** Bytes that a compressed text chunk of a PNG may grow to. */
export const MAX_INFLATED_BYTES = 512 * 1024;

/** Identifiers of a picture beside its own: five in real files. */
export const MAX_IDS = 50;

/** Characters of one text, and values of one list: a caption is 2,000, a list of keywords 200 at most. */
export const MAX_TEXT_LENGTH = 64 * 1024;
export const MAX_LIST_LENGTH = 1_000;

/** Bytes after a broken JPEG segment in which the next one is sought. */
export const MAX_RESYNC_BYTES = 64 * 1024;

/** Pixels of one side: JPEG, WebP and GIF can't say more, and no camera makes more. */
export const MAX_SIDE = 65_535;
