/** One meaning of an abbreviation: a fixed offset in minutes, or the IANA zone that it is the time of. */
export type Zone = { readonly offset?: number; readonly iana?: string };

const h = (hours: number, minutes = 0): Zone => ({ offset: hours * 60 + (hours < 0 ? -minutes : minutes) });

/**
 * Abbreviations that news prints behind a time of day. Where one has several meanings the commonest in news stands
 * first; the zone of the source decides when it is one of them.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly Zone[]>> = {
  ...{ utc: [h(0)], gmt: [h(0)], ut: [h(0)], z: [h(0)], wet: [h(0)], west: [h(1)] },
  ...{
    est: [h(-5), h(10), h(11)],
    edt: [h(-4), h(11)],
    cst: [h(-6), h(8), h(-5), h(9, 30)],
    cdt: [h(-5), h(-4), h(10, 30)],
  },
  ...{
    mst: [h(-7), h(8)],
    mdt: [h(-6)],
    pst: [h(-8), h(8)],
    pdt: [h(-7)],
    akst: [h(-9)],
    akdt: [h(-8)],
    hst: [h(-10)],
  },
  ...{ hdt: [h(-9)], ast: [h(-4), h(3)], adt: [h(-3)], nst: [h(-3, 30)], ndt: [h(-2, 30)] },
  et: [{ iana: 'America/New_York' }],
  ct: [{ iana: 'America/Chicago' }],
  mt: [{ iana: 'America/Denver' }],
  pt: [{ iana: 'America/Los_Angeles' }],
  eastern: [{ iana: 'America/New_York' }],
  pacific: [{ iana: 'America/Los_Angeles' }],
  ...{
    bst: [h(1), h(6)],
    ist: [h(5, 30), h(2), h(1)],
    idt: [h(3)],
    cet: [h(1)],
    cest: [h(2)],
    mez: [h(1)],
    mesz: [h(2)],
  },
  ...{ met: [h(1)], mest: [h(2)], eet: [h(2)], eest: [h(3)], msk: [h(3)], trt: [h(3)], gst: [h(4)], irst: [h(3, 30)] },
  ...{
    pkt: [h(5)],
    npt: [h(5, 45)],
    slst: [h(5, 30)],
    bdt: [h(6)],
    mmt: [h(6, 30)],
    ict: [h(7)],
    wib: [h(7)],
    wita: [h(8)],
  },
  ...{
    wit: [h(9)],
    sgt: [h(8)],
    myt: [h(8)],
    hkt: [h(8)],
    pht: [h(8)],
    phst: [h(8)],
    bjt: [h(8)],
    jst: [h(9)],
    kst: [h(9)],
  },
  ...{ awst: [h(8)], acst: [h(9, 30)], acdt: [h(10, 30)], aest: [h(10)], aedt: [h(11)], nzst: [h(12)], nzdt: [h(13)] },
  ...{
    sast: [h(2)],
    cat: [h(2)],
    eat: [h(3)],
    wat: [h(1)],
    brt: [h(-3)],
    brst: [h(-2)],
    art: [h(-3)],
    clt: [h(-4)],
    clst: [h(-3)],
  },
  ...{ pet: [h(-5)], cot: [h(-5)], vet: [h(-4)], uyt: [h(-3)], ect: [h(-5)], bot: [h(-4)] },
  aet: [{ iana: 'Australia/Sydney' }],
  aedst: [h(11)],
};

/** Places whose name stands before "time": "10:30 Beijing time", "heure de Paris". */
const PLACES: Readonly<Record<string, string>> = {
  ...{ beijing: 'Asia/Shanghai', moscow: 'Europe/Moscow', paris: 'Europe/Paris', london: 'Europe/London' },
  ...{ berlin: 'Europe/Berlin', madrid: 'Europe/Madrid', tokyo: 'Asia/Tokyo', seoul: 'Asia/Seoul' },
  ...{ singapore: 'Asia/Singapore', sydney: 'Australia/Sydney', delhi: 'Asia/Kolkata', tehran: 'Asia/Tehran' },
  ...{ israel: 'Asia/Jerusalem', kyiv: 'Europe/Kyiv', brasilia: 'America/Sao_Paulo', eastern: 'America/New_York' },
  ...{ central: 'America/Chicago', mountain: 'America/Denver', pacific: 'America/Los_Angeles' },
};

/** What an abbreviation may mean, the commonest first; undefined when it is none that is known. */
export function abbreviation(word: string): readonly Zone[] | undefined {
  return Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : undefined;
}

/** The zone of a place that gives its name to a time. */
export function zoneOfPlace(word: string): string | undefined {
  return Object.hasOwn(PLACES, word) ? PLACES[word] : undefined;
}
