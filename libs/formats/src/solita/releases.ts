import type { Story } from '#contracts';
import { DocumentError } from '../document-error.ts';
import { survivingStories } from '../surviving-stories.ts';
import { children, type XmlElement } from '../xml-element.ts';
import { readRelease } from './read-release.ts';

/** All releases of a document. Throws `no-story` for a list that is empty. */
export function releasesOf(root: XmlElement): Story[] {
  const releases = root.name === 'release' ? [root] : children(root, 'release');
  if (releases.length === 0) throw new DocumentError('no-story', 'no release in the list', { path: root.name });
  return survivingStories(
    releases.map((release, index) => {
      const path = root.name === 'release' ? 'release' : `release[${index + 1}]`;
      return { path, read: () => readRelease(release, path) };
    }),
  );
}
