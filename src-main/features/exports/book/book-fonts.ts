import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Letters beyond those of Western Europe, that Newsreader has in files of their own: `ř`, `ő`, `ş`, `ư`. */
const MORE_LETTERS =
  /[\u0100-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]|\p{M}/u;

export function hasMoreLetters(text: string): boolean {
  return MORE_LETTERS.test(text);
}

/** As the package has them, whose own rules say which letters are in which file. */
const RANGES = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;

/**
 * Newsreader as a book carries it, upright and italic: who opens it has not installed it. Some 400 kB, with more letters 700 kB.
 * Its licence (SIL OFL 1.1) lets a document hold it, and does not reach what is written in it.
 */
export function bookFonts(withMoreLetters: boolean): string {
  const letters = withMoreLetters ? (['vietnamese', 'latin-ext', 'latin'] as const) : (['latin'] as const);
  const faces = letters.flatMap((part) =>
    (['normal', 'italic'] as const).map(
      (style) =>
        `@font-face { font-family: Newsreader; font-style: ${style}; font-weight: 200 800; src: url(data:font/woff2;base64,${fontFile(part, style)}) format('woff2'); unicode-range: ${RANGES[part]}; }\n`,
    ),
  );
  return `/* Newsreader: Copyright 2020 The Newsreader Project Authors, SIL Open Font License 1.1, https://openfontlicense.org */\n${faces.join('')}`;
}

function fontFile(part: keyof typeof RANGES, style: 'normal' | 'italic'): string {
  const name = `@fontsource-variable/newsreader/files/newsreader-${part}-opsz-${style}.woff2`;
  return readFileSync(createRequire(import.meta.url).resolve(name)).toString('base64');
}
