import { en } from './en.ts';
import type { Catalogue } from './en.ts';

/** Until the German words are here. */
export const de: Catalogue = en;
