/**
 * Zone names that wires print, in minutes east of UTC. A name that means several zones is left out, but for those of
 * North America, which are the American ones in ANPA 1312 and in RFC 5322, section 4.3.
 */
const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  GMT: 0,
  UTC: 0,
  UT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
  HKT: 480,
  AWST: 480,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

/** Minutes east of UTC of a zone name or an offset (`+0100`, `GMT+1`); undefined for a zone nobody can tell. */
export function zoneOffset(zone: string): number | undefined {
  const name = zone.toUpperCase();
  if (Object.hasOwn(OFFSETS, name)) return OFFSETS[name];
  const [, sign, hours = '', minutes = '0'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(name) ?? [];
  if (sign === undefined || Number(hours) > 14) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
