import type { Story } from '#contracts';
import { readConcept } from './concept.ts';
import { invalid, type Members } from './members.ts';

type Rights = Pick<
  Story,
  'copyrightHolder' | 'copyrightNotice' | 'usageTerms' | 'rightsInfo' | 'digitalSourceType' | 'trustIndicators'
>;

/** Holder, notice and terms of use, as items and their pictures have them. */
export function readCopyright(members: Members): Pick<Rights, 'copyrightHolder' | 'copyrightNotice' | 'usageTerms'> {
  const copyrightHolder = members.text('copyrightholder');
  const copyrightNotice = members.text('copyrightnotice');
  const usageTerms = members.text('usageterms');
  return {
    ...(copyrightHolder !== undefined && { copyrightHolder }),
    ...(copyrightNotice !== undefined && { copyrightNotice }),
    ...(usageTerms !== undefined && { usageTerms }),
  };
}

/** All that an item says of rights, and of how far it can be trusted. */
export function readRights(members: Members): Rights {
  const rightsInfo = readRightsInfo(members.object('rightsinfo'));
  const digitalSourceType = members.object('digitalsourcetype');
  const trustIndicators = members.objects('trustindicators', 'trustindicator').map(readTrustIndicator);
  return {
    ...readCopyright(members),
    ...(rightsInfo && { rightsInfo }),
    ...(digitalSourceType && { digitalSourceType: readConcept(digitalSourceType) }),
    ...(trustIndicators.length > 0 && { trustIndicators }),
  };
}

function readRightsInfo(members: Members | undefined): Story['rightsInfo'] {
  if (members === undefined) return undefined;
  const langId = members.text('langid');
  const linkedRights = members.text('linkedrights');
  const encodedRights = members.text('encodedrights');
  members.close();
  if (linkedRights !== undefined && encodedRights !== undefined) {
    throw invalid(members.path, 'either linked or encoded rights');
  }
  return {
    ...(langId !== undefined && { langId }),
    ...(linkedRights !== undefined && { linkedRights }),
    ...(encodedRights !== undefined && { encodedRights }),
  };
}

/** `role` is one URI since 2.0; 1.x writes it as scheme and code. */
function readTrustIndicator(members: Members): { role?: string; title?: string; href?: string } {
  const scheme = members.text('scheme') ?? '';
  const code = members.text('code');
  const role = members.text('role') ?? (code === undefined ? undefined : scheme + code);
  const title = members.text('title');
  const href = members.text('href');
  members.close();
  return {
    ...(role !== undefined && { role }),
    ...(title !== undefined && { title }),
    ...(href !== undefined && { href }),
  };
}
