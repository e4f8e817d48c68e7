import { knownAgency, looksLikeOrganisation } from './agencies.ts';

/** Who made the picture and who sends it, read from the text of a credit. */
export interface CreditParties {
  photographer?: string;
  agency?: string;
  archive?: boolean;
  /** False where no part of the credit was recognised. */
  understood: boolean;
}

const ROLE =
  /^(?:handout|hand-out|pool|pool photo|stringer|strin?g?er?|stf|str|ho|staff|freelance|via|photo|photos|contributor|supplied|provided|screengrab|screenshot|courtesy)$/i;
const FILE = /^(?:file|file photo|file pic(?:ture)?|file image|archive|archiv|files)$/i;
const NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|del|della|van|von|zu|der|den|ten|ter|te|bin|bint|ben|ibn|ould|al|el|la|le|lo|dos|das|do|du|af|av|y|e)){0,4}$/u;
const LABEL =
  /^(?:(?:photo illustration|photo|photograph|image|picture|foto|illustration|video)s?\s+(?:by|credit|courtesy of|courtesy|from|von)|by|courtesy of|courtesy|screenshot (?:via|from|of)|screengrab (?:via|from)|handout from|provided by|obtained by|released by|screengrab from|©|\(c\))[\s:]+/i;

/** "U.S. Army photo by Staff Sgt. Jane Roe": who sends it stands first. */
const ORGANISATION_PHOTO =
  /^(?<agency>\p{Lu}[^/]{1,60}?)\s(?:file\s)?(?:photo|photograph|image)s?\sby\s(?<name>[^/]{2,80})$/u;
const RANK =
  /^(?:(?:Staff|Master|Tech\.?|Senior|Chief|Petty|Lance|Mass|Communication|Specialist|Officer|Airman|Class|1st|2nd|3rd|First|Second|Third|Sgt\.?|Sergeant|Cpl\.?|Pfc\.?|Spc\.?|Capt\.?|Lt\.?|Maj\.?)\s)+/u;

/** True for one to five capitalised words that can be somebody's name. */
export function looksLikeName(part: string): boolean {
  return (NAME.test(part) && !looksLikeOrganisation(part)) || /^@\w{2,30}$/.test(part);
}

/** True for what says how a picture came in, such as "Handout", "Pool" or "File Photo". */
export function isRole(part: string): boolean {
  return ROLE.test(part) || FILE.test(part) || /^RC\w{6,}$/.test(part);
}

const WIRES = new Set([
  'Reuters',
  'AP',
  'AFP',
  'EPA',
  'EPA-EFE',
  'Getty Images',
  'Xinhua',
  'Kyodo',
  'PTI',
  'ANI',
  'Antara',
]);

/** Reads a credit such as "Jane Roe/Pool via REUTERS". The photographer is never a role such as Handout or Pool. */
export function readCreditText(text: string): CreditParties {
  const whole = ORGANISATION_PHOTO.exec(text.slice(0, 200))?.groups;
  if (whole?.['agency'] !== undefined && whole['name'] !== undefined) {
    const sender = whole['agency'];
    const agency = isRole(sender) ? undefined : (knownAgency(sender) ?? sender);
    const photographer = whole['name'].replace(RANK, '');
    return { photographer, ...(agency !== undefined && { agency }), understood: true };
  }
  const credit = text.slice(0, 200).replace(LABEL, '');
  const [before = '', ...via] = credit.split(/\s*\b(?:via|through)\s+/i);
  const sender = via
    .at(-1)
    ?.replace(/[/,].*$/, '')
    .trim();
  const parts = splitParts(before);
  const archive = /\bfile\b|\barchiv/i.test(text);
  const given = /^\s*(?:courtesy|provided|supplied|handout|screen(?:shot|grab))\b/i.test(text) && parts.length === 1;
  const known = parts.filter((part) => knownAgency(part) !== undefined);
  const wire = [...known, sender ?? ''].some((part) => WIRES.has(knownAgency(part) ?? ''));
  const named = (given ? [] : [...parts, ...splitParts(via.at(-1) ?? '')]).find(
    // One word is a house, unless a wire sends it: there some photographers go by one name.
    (part) => knownAgency(part) === undefined && looksLikeName(part) && (wire || /[\s@]/.test(part)),
  );
  const others = parts.filter((part) => part !== named && !known.includes(part));
  // What a person lent has no agency and no photographer that anyone could know.
  const lent = given && parts.some((part) => /\s/.test(part) && looksLikeName(part) && !known.includes(part));
  const agency = lent ? undefined : chooseAgency(sender, known, others, named, parts);
  const photographer = named !== undefined && named !== agency ? named : undefined;
  return {
    ...(photographer !== undefined && { photographer }),
    ...(agency !== undefined && { agency }),
    ...(archive && { archive }),
    understood: lent || photographer !== undefined || agency !== undefined,
  };
}

function splitParts(credit: string): string[] {
  return credit
    .split(/\s*[/|,•]\s*|\s+[-–—]\s+|\s+for\s+(?=\p{Lu})|\s+(?=file$)/iu)
    .map((part) =>
      part
        .replace(/\s+TPX .*$/, '')
        .replace(/\s+(?:STF|STR|HO)$/, '')
        .trim(),
    )
    .filter((part) => part !== '' && !isRole(part));
}

function chooseAgency(
  sender: string | undefined,
  known: string[],
  others: string[],
  named: string | undefined,
  parts: string[],
): string | undefined {
  if (sender) return knownAgency(sender) ?? sender;
  const last = known.at(-1);
  if (last !== undefined) return knownAgency(last);
  const other = others.at(-1);
  if (other !== undefined) return other;
  const tail = parts.at(-1);
  return parts.length > 1 && tail !== named ? tail : undefined;
}
