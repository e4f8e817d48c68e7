const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A text without control characters, lone surrogates and outer space, its lines ended by a line feed; undefined for an empty one. */
export function cleanText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const clean = text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim();
  return clean === '' ? undefined : clean;
}
