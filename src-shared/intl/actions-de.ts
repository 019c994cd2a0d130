import { actionsEn } from './actions-en.ts';
import type { ActionWords } from './actions-en.ts';

/** Until the German words are here. */
export const actionsDe: ActionWords = actionsEn;
