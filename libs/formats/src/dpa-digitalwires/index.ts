import type { WireFormat } from '../format.ts';
import { detect } from './detect.ts';
import { parse } from './parse.ts';

/** dpa digital wires JSON, `digitalwires@0.9` and 1.x: entries of dpa's interfaces (wireQ, pushed files). */
export const dpaDigitalwires: WireFormat = {
  name: 'dpa-digitalwires',
  mediaTypes: ['application/json'],
  detect,
  parse,
};
