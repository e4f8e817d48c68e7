import { children } from '../xml-element.ts';
import { type Component, isMediaItem } from './component.ts';

/** The components of a story by what is read from them. */
export type Layout = {
  /** Those that describe the story, the ones around its text first, from the inside out. */
  readonly describing: readonly Component[];
  /** Those with content of the story, in order. */
  readonly content: readonly Component[];
  /** Those that are a picture, video … each, in order. */
  readonly media: readonly Component[];
  /** Those that refer to other items or hold them, in order. */
  readonly members: readonly Component[];
  /** Whether the whole story is one of them. */
  readonly isMedia: boolean;
};

/** Sorts the components of a story. */
export function layoutOf(root: Component): Layout {
  if (isMediaItem(root, root.bodies))
    return { describing: [root], content: [], media: [root], members: [], isMedia: true };
  const content: Component[] = [];
  const media: Component[] = [];
  const visit = (component: Component): void => {
    if (isMediaItem(component, root.bodies)) media.push(component);
    else {
      content.push(component);
      component.parts.forEach(visit);
    }
  };
  visit(root);
  const around = pathToBody(root, root.bodies);
  const known = new Set(around);
  const members = content.filter(holdsItems);
  const describing = [...around, ...content.filter((each) => !known.has(each) && !holdsItems(each))];
  return { describing, content, media, members, isMedia: false };
}

/** Whether a component's lines and metadata are about other items. */
const holdsItems = ({ element, bodies }: Component): boolean =>
  bodies === 0 && children(element).some(({ name }) => name === 'NewsItemRef' || name === 'NewsItem');

/** The components around the first text of the body, from the inside out. */
function pathToBody(component: Component, bodiesInAll: number): Component[] {
  const next = component.parts.find((part) => part.bodies > 0 && !isMediaItem(part, bodiesInAll));
  return [...(next === undefined ? [] : pathToBody(next, bodiesInAll)), component];
}
