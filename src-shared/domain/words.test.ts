import { expect, it } from 'vitest';
import { countWords } from './words.ts';

it.each([
  ['', 0],
  ['We walked home.', 3],
  ["It’s a well-known 3.5 km, isn't it?", 7],
  ['# *A* heading', 2],
  ['see [the map](https://example.org/a-b-c "Map")', 3],
  ['![A view](attachment:7b0c3f3e-55f1-4a52-9c39-0d4e1a2b3c4d)', 0],
  ['Before [plan.txt](attachment:7b0c3f3e-55f1-4a52-9c39-0d4e1a2b3c4d) after', 2],
])('%j has %i words', (text, words) => expect(countWords(text)).toBe(words));
