import { defined } from '../defined.ts';
import type { PictureFacts } from '../picture-facts.ts';
import { structuresOf, textOf, textsOf } from '../xmp/xmp-value.ts';
import { distinct, type Sources, sharedText } from './sources.ts';

type Rights = Pick<
  PictureFacts,
  'copyrightNotice' | 'copyrightOwners' | 'usageTerms' | 'licences' | 'dataMining' | 'digitalSourceType' | 'ai'
>;

const WEB = /^https?:\/\/\S+$/i;

/** Whose the picture is, what may be done with it, and whether a machine made it. */
export function rightsFrom(sources: Sources): Rights {
  const { exif, xmp, texts } = sources;
  const owners = structuresOf(xmp('plus:CopyrightOwner')).flatMap((one) => textsOf(one.get('plus:CopyrightOwnerName')));
  const licensors = structuresOf(xmp('plus:Licensor')).flatMap((one) => textsOf(one.get('plus:LicensorURL')));
  const addresses = ['cc:license', 'xmpRights:WebStatement', 'plus:TermsAndConditionsURL', 'xmpRights:Certificate'];
  const shared = sharedText(sources, { iim: '2:116', limit: 128, xmp: 'dc:rights' });
  const ai = defined({
    system: textOf(xmp('Iptc4xmpExt:AISystemUsed')),
    systemVersion: textOf(xmp('Iptc4xmpExt:AISystemVersionUsed')),
    prompt: textOf(xmp('Iptc4xmpExt:AIPromptInformation')),
    promptWriter: textOf(xmp('Iptc4xmpExt:AIPromptWriterName')),
  });
  return {
    copyrightOwners: distinct([...owners, ...textsOf(xmp('xmpRights:Owner'))]),
    licences: distinct(
      [...addresses.flatMap((name) => textsOf(xmp(name))), ...licensors].filter((url) => WEB.test(url)),
    ),
    ...defined({
      copyrightNotice: exif?.copyright ?? shared ?? texts.get('Copyright'),
      usageTerms: textOf(xmp('xmpRights:UsageTerms')) ?? textOf(xmp('plus:TermsAndConditionsText')),
      dataMining: textOf(xmp('plus:DataMining')),
      digitalSourceType:
        textOf(xmp('Iptc4xmpExt:DigitalSourceType')) ?? textOf(xmp('Iptc4xmpExt:DigitalSourcefileType')),
      ai: Object.keys(ai).length > 0 ? ai : undefined,
    }),
  };
}
