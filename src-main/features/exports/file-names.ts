/** Bytes of UTF-8 in one name: file systems take 255, and ` 12.md` has to fit behind it. */
const MOST_BYTES = 180;
/** Names that Windows keeps for its devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/iu;
/** What a name may not hold somewhere: on Windows, in a link of Obsidian's, or at all. A lone surrogate is no letter. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*#^[\]%]/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let size = 0;
  for (const { segment } of graphemes.segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept;
}

/** A part of a path that is a name on every system, NFC, without its ending's dot; `fallback` where nothing is left. */
export function legalName(text: string, fallback: string, bytes = MOST_BYTES): string {
  const clean = text.normalize('NFC').replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/gu, ' ');
  const name = cut(clean.replaceAll(/^[. ]+/gu, ''), bytes).replaceAll(/[. ]+$/gu, '');
  if (name === '') return fallback;
  return RESERVED.test(name) ? `${fallback} ${name}` : name;
}

/** The ending of a file's name, with its dot, in lower case; empty where it has none that one would know. */
export function endingOf(name: string): string {
  return /\.[a-z\d]{1,8}$/iu.exec(name)?.[0].toLowerCase() ?? '';
}

/** Gives each name once, also where a system does not tell case apart: the second `a` is `a 2`. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  /** Where counting goes on for a name that was given more than once: most are not, and cost nothing here. */
  readonly #next = new Map<string, number>();

  /** @param ending with its dot; @returns `folder` + name + `ending` */
  take(folder: string, name: string, ending: string): string {
    const base = `${folder}${name}`;
    const counter = `${base}${ending}`.toLowerCase();
    let number = this.#next.get(counter) ?? 1;
    let path = number === 1 ? `${base}${ending}` : `${base} ${String(number)}${ending}`;
    while (this.#taken.has(folded(path))) {
      number += 1;
      path = `${base} ${String(number)}${ending}`;
    }
    if (number > 1) this.#next.set(counter, number + 1);
    this.#taken.add(folded(path));
    return path;
  }
}

/** Upper case first: systems fold `ß` and `ſ` that way. */
function folded(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase();
}
