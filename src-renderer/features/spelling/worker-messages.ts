import type { Settings } from '../../../src-shared/contract/app.ts';

/** To the worker. `id` comes back with the answer. */
export type SpellingRequest =
  | { readonly type: 'open'; readonly english: Settings['english'] }
  | { readonly type: 'own'; readonly words: readonly string[] }
  | { readonly type: 'check'; readonly id: number; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string };

/** From the worker: of a check the words that are wrong, of a question for suggestions those. */
export interface SpellingAnswer {
  readonly id: number;
  readonly words: readonly string[];
}
