import { expect, it } from 'vitest';
import { byName } from './by-name.ts';

it('names stand as a dictionary of the language has them, and numbers as one counts', () => {
  const named = ['Zug', 'über Nacht', 'Woche 10', 'apfel', 'Woche 9', 'Äther'].map((name) => ({ name }));
  expect(byName(named, 'de-DE').map(({ name }) => name)).toEqual([
    'apfel',
    'Äther',
    'über Nacht',
    'Woche 9',
    'Woche 10',
    'Zug',
  ]);
});
