/**
 * What specs type, and what must then be nowhere in clear. The words exist in no dictionary and no program, so that finding one is never
 * a coincidence; each is looked for by itself, because a search index keeps words and a page of a database cuts sentences. The last one
 * lacks its first letter: an index would write it without the dots.
 */
export const MARKER_WORDS = ['quindlefrost', 'zephyrkettle', 'marrowlight', 'bersternlaub'] as const;

export const MARKER = 'The Quindlefrost zephyrkettle hummed under marrowlight and übersternlaub.';

export const PASSPHRASE = 'glimmerthatch borrows seven violet anvils';

/** Looked for beside everything that a spec named with `rememberSecret`. */
export const ALWAYS_SECRET: readonly string[] = [MARKER, ...MARKER_WORDS, PASSPHRASE, 'glimmerthatch'];
