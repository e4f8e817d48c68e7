import type { Token } from './tokens.ts';

/** Starts of words that say what a time is, folded. */
const UPDATED =
  /^(?:updat|upd|modif|edited|revis|amended|aktuali[sz]|geander|bearbeit|actuali[sz]|mis|mise|atuali[sz]|modific|aggiorn|bijgewerkt|gewijzigd|uppdater|andrad|oppdater|opdater|endret|redigert|paivitet|muokattu|zaktuali|obnov|aktualiz|dopoln|обновл|изменен|оновлен|guncel|diperbar|diubah|kemaskini|ενημερ|تحديث|حدث|עודכן|עדכון|frissit|modositva|posodoblj|azurir|更|수정|최종수정|cap)/u;
const PUBLISHED =
  /^(?:publi[sckqz]|pub|posted|post|created|released|issued|first|veroffent|erschien|erstell|stand|gepubl|geplaatst|parution|pubbl|julkaist|luotu|opubliko|utworzono|dodano|zverejn|objavlj|megjelen|опублик|создан|yayin|dipubl|diterbit|diterbitkan|tayang|terbit|δημοσ|نشر|פורסם|发|發|公|配|기사입력|입력|등록|승인|dang)/u;

/** What the words of a label say a time is: when the story was first out, or when it was changed last. */
export type TimeRole = 'published' | 'updated';

/** The role a word gives to the times after it. `first` alone says nothing unless "published" follows. */
export function labelOf(token: Token, next: Token | undefined): TimeRole | undefined {
  if (token.kind !== 'word') return undefined;
  const { word } = token;
  if (word.length === 1 && !/\p{Script=Han}/u.test(word)) return undefined;
  // "mis à jour" and "cập nhật" are words apart, and Han words are read sign by sign.
  if (word === 'mis' || word === 'mise') return next?.word === 'a' ? 'updated' : undefined;
  if (word === 'cap') return next?.word === 'nhat' ? 'updated' : undefined;
  if (word === 'dang') return 'published';
  if (word === '更') return next?.word === '新' ? 'updated' : undefined;
  if (/^[发發公配]$/u.test(word)) return /^[布佈表開开信]$/u.test(next?.word ?? '') ? 'published' : undefined;
  if (word === 'first') return undefined;
  if (UPDATED.test(word)) return 'updated';
  return PUBLISHED.test(word) ? 'published' : undefined;
}
