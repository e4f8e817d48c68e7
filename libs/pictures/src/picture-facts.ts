import type { Issue, PrintedTime } from '#contracts';
import type { PictureType } from './picture-type.ts';
import type { LanguageText } from './xmp/xmp-value.ts';

export type { LanguageText } from './xmp/xmp-value.ts';

/** A place as IPTC's location structure tells it, from the spot to the country. */
export type PicturePlace = {
  readonly name?: string;
  readonly sublocation?: string;
  readonly city?: string;
  readonly region?: string;
  readonly country?: string;
  /** ISO 3166-1, two or three letters, as written. */
  readonly countryCode?: string;
  readonly worldRegion?: string;
  readonly uris?: readonly string[];
};

/** Somebody or something that a picture shows or is about: a name, an identifier, or both. */
export type PictureConcept = { readonly name?: string; readonly uri?: string; readonly code?: string };

/** A time as written, and which of the three standards it was taken from. */
export type PictureTime = PrintedTime & { readonly origin: 'exif' | 'iim' | 'xmp' };

/** What generative AI had to do with the picture (IPTC Photo Metadata 2025.1). */
export type PictureAi = {
  readonly system?: string;
  readonly systemVersion?: string;
  readonly prompt?: string;
  readonly promptWriter?: string;
};

/** What a picture file says of itself, reconciled over EXIF, IPTC-IIM and XMP. Absent members are not in the file. */
export type PictureFacts = {
  readonly mediaType: PictureType;
  /** Pixels as stored, before `orientation` is applied. */
  readonly width?: number;
  readonly height?: number;
  /** 1 to 8, as EXIF counts (1 is upright). */
  readonly orientation?: number;
  readonly animated?: boolean;
  /** Middle of what matters most in the picture, in pixels as stored. */
  readonly pointOfInterest?: { readonly x: number; readonly y: number };
  readonly title?: string;
  readonly headline?: string;
  /** The caption, the default language first. */
  readonly captions: readonly LanguageText[];
  readonly captionWriter?: string;
  readonly altText: readonly LanguageText[];
  readonly extendedDescription: readonly LanguageText[];
  readonly creators: readonly string[];
  readonly creatorTitle?: string;
  readonly credit?: string;
  readonly source?: string;
  readonly suppliers: readonly string[];
  readonly copyrightNotice?: string;
  readonly copyrightOwners: readonly string[];
  readonly usageTerms?: string;
  /** Web addresses that tell the licence or the rights. */
  readonly licences: readonly string[];
  /** PLUS data mining constraint, as the vocabulary's URI. */
  readonly dataMining?: string;
  /** For editors, not for the public. */
  readonly instructions?: string;
  readonly keywords: readonly string[];
  readonly subjects: readonly PictureConcept[];
  readonly genres: readonly PictureConcept[];
  readonly people: readonly PictureConcept[];
  readonly organisations: readonly PictureConcept[];
  readonly events: readonly PictureConcept[];
  /** The place of the picture where it isn't said whether it is shown or where the camera stood. */
  readonly place?: PicturePlace;
  readonly placesShown: readonly PicturePlace[];
  readonly placeCreated?: PicturePlace;
  readonly taken?: PictureTime;
  readonly digitized?: PictureTime;
  /** When the picture or what it says of itself was last changed. */
  readonly modified?: PictureTime;
  readonly sent?: PictureTime;
  readonly released?: PictureTime;
  readonly expires?: PictureTime;
  /** 1 (most urgent) to 8. */
  readonly urgency?: number;
  readonly language?: string;
  readonly jobId?: string;
  /** One identifier for the picture over all its files. */
  readonly guid?: string;
  readonly otherIds: readonly { readonly role: string; readonly value: string }[];
  /** IPTC digital source type, as written: mostly a URI. */
  readonly digitalSourceType?: string;
  readonly ai?: PictureAi;
  /** A C2PA manifest is in the file; it is not verified here. */
  readonly contentCredentials?: boolean;
  /** The file tells where on Earth the camera stood: something to strip from public files. */
  readonly located: boolean;
  readonly issues: readonly Issue[];
};
