import { defined } from '../defined.ts';
import type { LanguageText, PictureFacts } from '../picture-facts.ts';
import { alternativesOf } from '../xmp/xmp-value.ts';
import { type Sources, sharedText } from './sources.ts';

/** What cameras write into ImageDescription when nobody wrote a caption. */
const NO_DESCRIPTION =
  /^(?:(?:KONICA )?MINOLTA DIGITAL CAMERA|OLYMPUS DIGITAL CAMERA|SONY DSC|SAMSUNG( DIGITAL CAMERA)?|Digital ?(?:Still )?Camera|Exif[_ ]JPEG[_ ](?:PICTURE|T?42\d)|DCIM\b.*|<?KENOX S.*|default|untitled|ASCII)$/i;

type Texts = Pick<
  PictureFacts,
  'title' | 'headline' | 'captions' | 'captionWriter' | 'altText' | 'extendedDescription' | 'instructions'
>;

/** Caption, headline, title, notes and alternative texts. */
export function textsFrom(sources: Sources): Texts {
  const { exif, xmp, texts } = sources;
  return {
    ...defined({
      title: sharedText(sources, { iim: '2:5', limit: 64, xmp: 'dc:title' }) ?? exif?.title ?? texts.get('Title'),
      headline: sharedText(sources, { iim: '2:105', limit: 256, xmp: 'photoshop:Headline' }),
      captionWriter: sharedText(sources, { iim: '2:122', limit: 32, xmp: 'photoshop:CaptionWriter' }),
      instructions: sharedText(sources, { iim: '2:40', limit: 256, xmp: 'photoshop:Instructions' }),
    }),
    captions: captionsFrom(sources),
    altText: alternativesOf(xmp('Iptc4xmpCore:AltTextAccessibility')),
    extendedDescription: alternativesOf(xmp('Iptc4xmpCore:ExtDescrAccessibility')),
  };
}

/**
 * The caption: of EXIF, else of IIM or XMP (guidelines, 5.2). EXIF's loses only when it is what the camera calls
 * itself, or the beginning of a longer one. Other languages of XMP stand beside it where its default is the caption.
 */
function captionsFrom(sources: Sources): LanguageText[] {
  const { exif, xmp, texts } = sources;
  const alternatives = alternativesOf(xmp('dc:description'));
  const shared = sharedText(sources, { iim: '2:120', limit: 2000, xmp: 'dc:description' });
  const own = exif?.description;
  const useless = own === undefined || (shared !== undefined && (NO_DESCRIPTION.test(own) || shared.startsWith(own)));
  const chosen = useless ? shared : own;
  if (chosen === undefined) {
    const other = texts.get('Description') ?? exif?.comment;
    return other === undefined ? [] : [{ value: other }];
  }
  return alternatives[0]?.value === chosen ? alternatives : [{ value: chosen }];
}
