const LEAD =
  /^\s*(?:FILE PHOTO|FILE PICTURE|FILE IMAGE|FILE|File photo|File picture|ARCHIV(?:BILD|FOTO)?|ARCHIVE(?: PHOTO)?|Archivbild|Archivfoto)\s*(?:[:–—-]|\.(?=\s))\s*/;
const ANYWHERE =
  /\b(?:file (?:photo|picture|pic|image)|archive (?:photo|picture)|Archivbild|Archivfoto|Arkivfoto|Arkivbild)\b/i;

const HANDED =
  /\bhand-?out\b|\b(?:photo|photograph|picture|image|video)s?\b[^.]{0,30}\b(?:provided|released|supplied|issued|obtained|made available)\b[^.]{0,4}\b(?:by|from)\b/i;
const HANDED_HINT = /[Hh]and-?out|provided|released|supplied|issued|obtained|made available/;
const HINT = /[Ff](?:ile|ILE) [pPi]|[Aa](?:rchiv|RCHIV|rkiv)/;

/** The length of the file-picture mark ("FILE PHOTO: ", "FILE - ") a text begins with, or 0. */
export function archiveMarkLength(text: string): number {
  return LEAD.exec(text.slice(0, 60))?.[0].length ?? 0;
}

/** True where a caption says that its picture comes from the archive. */
export function saysArchive(text: string): boolean {
  return archiveMarkLength(text) > 0 || (HINT.test(text) && ANYWHERE.test(text));
}

/** True where a caption or credit says that somebody else than the house made the picture and gave it out. */
export function saysHandout(text: string): boolean {
  return HANDED_HINT.test(text) && HANDED.test(text);
}
