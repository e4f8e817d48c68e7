/** The version of the caption rules as it stands in every article's trace; raised when they read the same caption differently. */
export const IMAGE_CAPTION_VERSION = '1';
