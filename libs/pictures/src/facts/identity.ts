import { defined } from '../defined.ts';
import { MAX_IDS } from '../limits.ts';
import type { PictureFacts } from '../picture-facts.ts';
import { structuresOf, textOf, textsOf } from '../xmp/xmp-value.ts';
import type { Sources } from './sources.ts';

type Identity = Pick<PictureFacts, 'guid' | 'otherIds'>;

/** Names that only one picture has; document ids of editing tools are copied from picture to picture, so they name none. */
export function identityFrom({ exif, iim, xmp }: Sources): Identity {
  const suppliers = structuresOf(xmp('plus:ImageSupplier')).flatMap((one) =>
    textsOf(one.get('plus:ImageSupplierImageID')),
  );
  const all = [
    ...roles('supplierImageId', [...textsOf(xmp('plus:ImageSupplierImageID')), ...suppliers]),
    ...roles('creatorImageId', textsOf(xmp('plus:ImageCreatorImageID'))),
    ...roles('documentId', textsOf(xmp('xmpMM:DocumentID'))),
    ...roles('originalDocumentId', textsOf(xmp('xmpMM:OriginalDocumentID'))),
    ...roles('cameraImageId', exif?.imageId === undefined ? [] : [exif.imageId]),
  ];
  const ids = all.slice(0, MAX_IDS);
  return {
    ...defined({
      guid: textOf(xmp('Iptc4xmpExt:DigImageGUID')) ?? iim?.first('1:100') ?? iim?.first('2:187'),
    }),
    otherIds: ids.filter(({ value }, index) => ids.findIndex((one) => one.value === value) === index),
  };
}

function roles(role: string, values: readonly string[]): { role: string; value: string }[] {
  return values.map((value) => ({ role, value }));
}
