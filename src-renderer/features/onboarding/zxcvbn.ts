import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import type { Score } from './strength.ts';

/** Words that everybody would try first on this app's file. */
const OWN_WORDS = ['daygrove', 'journal', 'diary', 'habit'];

export function createMeter(): (passphrase: string) => Score {
  const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs });
  return (passphrase) => zxcvbn.check(passphrase, OWN_WORDS).score as Score;
}
