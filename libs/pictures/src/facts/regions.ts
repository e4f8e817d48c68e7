import { structuresOf, textOf, textsOf, type XmpFields, type XmpValue } from '../xmp/xmp-value.ts';

type Xmp = (property: string) => XmpValue | undefined;
type Point = { readonly x: number; readonly y: number };
type Size = { readonly width: number; readonly height: number };

const MAIN = /mainSubjectArea|subjectArea|areaOfInterest|focalPoint/i;
const EXT = 'Iptc4xmpExt:';

/**
 * The middle of the region that the picture is about, in pixels: an IPTC image region with such a role, else the focus
 * of the Metadata Working Group's regions. Undefined where none is marked.
 */
export function pointOfInterest(xmp: Xmp, size: Size): Point | undefined {
  const region = structuresOf(xmp(`${EXT}ImageRegion`)).find((one) => MAIN.test(roleOf(one)));
  const [boundary] = structuresOf(region?.get(`${EXT}RegionBoundary`));
  if (boundary !== undefined) return inside(boundaryMiddle(boundary, size), size);
  const focus = groupRegions(xmp).find((one) => textOf(one.get('mwg-rs:Type')) === 'Focus');
  const [area] = structuresOf(focus?.get('mwg-rs:Area'));
  const [x, y] = [numberOf(area, 'stArea:x'), numberOf(area, 'stArea:y')];
  const whole = textOf(area?.get('stArea:unit')) === 'pixel' ? { width: 1, height: 1 } : size;
  return x === undefined || y === undefined ? undefined : inside({ x: x * whole.width, y: y * whole.height }, size);
}

/** The names of people whose faces are marked, and of people named in IPTC regions. */
export function peopleInRegions(xmp: Xmp): string[] {
  const faces = groupRegions(xmp).filter((one) => textOf(one.get('mwg-rs:Type')) === 'Face');
  const named = structuresOf(xmp(`${EXT}ImageRegion`)).flatMap((one) => textsOf(one.get(`${EXT}PersonInImage`)));
  return [...named, ...faces.flatMap((one) => textsOf(one.get('mwg-rs:Name')))];
}

function groupRegions(xmp: Xmp): XmpFields[] {
  const [info] = structuresOf(xmp('mwg-rs:Regions'));
  return structuresOf(info?.get('mwg-rs:RegionList'));
}

/** A role is an entity: a name in some languages, and identifiers. */
function roleOf(region: XmpFields): string {
  const roles = structuresOf(region.get(`${EXT}rRole`));
  return roles
    .flatMap((role) => [...textsOf(role.get('xmp:Identifier')), ...textsOf(role.get(`${EXT}Name`))])
    .join(' ');
}

/** Middle of a rectangle or circle, or of the corners of a polygon; `relative` numbers are parts of the side. */
function boundaryMiddle(boundary: XmpFields, size: Size): Point | undefined {
  const whole = textOf(boundary.get(`${EXT}rbUnit`)) === 'relative' ? size : { width: 1, height: 1 };
  const corners = structuresOf(boundary.get(`${EXT}rbVertices`));
  const points = (corners.length > 0 ? corners : [boundary]).map((one) => ({
    x: numberOf(one, `${EXT}rbX`),
    y: numberOf(one, `${EXT}rbY`),
  }));
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  if (x === undefined || y === undefined) return undefined;
  const [w, h] = [numberOf(boundary, `${EXT}rbW`) ?? 0, numberOf(boundary, `${EXT}rbH`) ?? 0];
  return { x: (x + w / 2) * whole.width, y: (y + h / 2) * whole.height };
}

function mean(numbers: readonly (number | undefined)[]): number | undefined {
  const sum = numbers.reduce(
    (total: number | undefined, one) => (total === undefined || one === undefined ? undefined : total + one),
    0,
  );
  return sum === undefined ? undefined : sum / numbers.length;
}

function numberOf(fields: XmpFields | undefined, name: string): number | undefined {
  const text = textOf(fields?.get(name));
  return text !== undefined && /^-?\d{0,9}(?:\.\d{1,18})?$/.test(text) ? Number(text) : undefined;
}

function inside(point: Point | undefined, { width, height }: Size): Point | undefined {
  if (point === undefined || !(point.x >= 0 && point.x <= width && point.y >= 0 && point.y <= height)) return undefined;
  return { x: Math.round(point.x), y: Math.round(point.y) };
}
