import { createDictionary } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import type { SpellingAnswer, SpellingRequest } from './worker-messages.ts';

/** The dictionary lives here, a quarter of a second and some 60 MB away from the page. It is told words, not texts. */
let dictionary: Dictionary | null = null;

function answer(id: number, words: readonly string[]): void {
  self.postMessage({ id, words } satisfies SpellingAnswer);
}

self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  if (data.type === 'open') dictionary = createDictionary(data.english);
  if (dictionary === null) return;
  const { isCorrect, suggest, setOwn } = dictionary;
  if (data.type === 'own') setOwn(data.words);
  if (data.type === 'check')
    answer(
      data.id,
      data.words.filter((word) => !isCorrect(word)),
    );
  if (data.type === 'suggest') answer(data.id, suggest(data.word));
});
