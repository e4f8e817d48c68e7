import type { Issue, NinjsItem, Story } from '#contracts';
import { present } from '../present.ts';
import { isEmpty } from './concepts.ts';
import { httpUri, uriOf } from './uri.ts';

/** Rights as ninjs allows them: a link to them or their text, not both; the link is kept and the loss said in an issue. */
export function rightsInfo({ rightsInfo: given }: Story, issues: Issue[]): NinjsItem['rightsInfo'] {
  if (given === undefined) return undefined;
  const linkedRights = given.linkedRights === undefined ? undefined : uriOf(given.linkedRights.trim());
  const { encodedRights } = given;
  if (linkedRights === undefined && given.linkedRights !== undefined) {
    issues.push({ code: 'invalid-href', path: 'rightsInfo.linkedRights' });
  }
  if (linkedRights !== undefined && encodedRights !== undefined) {
    issues.push({ code: 'encoded-rights-left-out', path: 'rightsInfo.encodedRights' });
  }
  const langId = uriOf(given.langId);
  if (linkedRights !== undefined) return present({ langId, linkedRights });
  return encodedRights === undefined ? undefined : { ...present({ langId }), encodedRights };
}

/** Links to documents about trust; a link that is no http(s) URI is left out with an issue. */
export function trustIndicators(story: Story, issues: Issue[]): NinjsItem['trustIndicators'] {
  return story.trustIndicators?.flatMap(({ role, title, href }, index) => {
    const link = href === undefined ? undefined : httpUri(href);
    if (href !== undefined && link === undefined)
      issues.push({ code: 'invalid-href', path: `trustIndicators.${index}` });
    const kept = present({ role: uriOf(role), title, href: link });
    return isEmpty(kept) ? [] : [kept];
  });
}
