/** What a person typed, taken apart. An entry fits when it fits all of it. */
export interface SearchQuery {
  /** For FTS5's MATCH; null: nothing that the index knows as a word. */
  readonly match: string | null;
  /** Texts that must stand in the entry as they are: signs that the index holds no word for, and scripts without spaces between words. */
  readonly contains: readonly string[];
}

const MAX_PARTS = 24;
/** What `unicode61` makes words of. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;
/** A run of these is one word to `unicode61`, whatever it says: only its beginning could be found. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Every part between spaces must occur; what stands inside one part (it's, e-mail, 12:30) must stand together. The last part is a beginning, because it
 * may still be growing. Parts are quoted, so that no input is ever FTS5 syntax.
 * @returns null where there is nothing to look for
 */
export function searchQuery(typed: string): SearchQuery | null {
  // NUL would end the text inside SQLite.
  const parts = typed.replaceAll('\0', ' ').replaceAll('"', ' ').split(/\s+/u).slice(0, MAX_PARTS);
  const phrases: string[] = [];
  const contains: string[] = [];
  const last = parts.length - 1;
  for (const [index, part] of parts.entries()) {
    const text = part.replace(/^#+/u, '');
    if (text === '') continue;
    if (WITHOUT_SPACES.test(text)) {
      contains.push(text);
    } else if (WORD_CHARACTER.test(text)) {
      const words = text.split(/[^\p{L}\p{N}\p{M}\p{Co}]+/u);
      const end = words.at(-1) ?? '';
      // The s of "it's" is no beginning: "it s…" would find "it snows".
      const isGrowing = index === last && end.length > (words.length > 1 ? 1 : 0);
      phrases.push(`"${text}"${isGrowing ? ' *' : ''}`);
    } else if (/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Sc}]/u.test(text)) {
      contains.push(text);
    }
  }
  if (phrases.length === 0 && contains.length === 0) return null;
  return { match: phrases.length === 0 ? null : phrases.join(' '), contains };
}
