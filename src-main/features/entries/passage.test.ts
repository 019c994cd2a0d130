import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, passageOf } from './passage.ts';

function shown(source: string, ...terms: string[]): string {
  return passageOf(source, terms.map(fold))
    .map(({ text, match }) => (match ? `[${text}]` : text))
    .join('');
}

it.each([
  ['First frost', 'fro', 'First [fro]st'],
  ['Das CAFÉ und ein Café', 'cafe', 'Das [CAFÉ] und ein [Café]'],
  ['## Leeks\n\n- [x] **peel** the *leeks* [here](https://a.example)', 'leeks', '[Leeks] peel the [leeks] here'],
  ['한국어 日記', '日記', '한국어 [日記]'],
  ['nothing of it', 'frost', 'nothing of it'],
])('%j, looked through for %j, shows %j', (source, term, passage) => expect(shown(source, term)).toBe(passage));

it('begins at a word near the first match, and says that there is more', () => {
  const source = `${'before '.repeat(40)}frost ${'after '.repeat(60)}`;
  const passage = shown(source, 'frost');
  expect(passage).toMatch(/^…before /u);
  expect(passage).toContain('[frost]');
  expect(passage.endsWith('…')).toBe(true);
  expect(passage.length).toBeLessThan(200);
});

it('ends behind a word, and within one that has no end near', () => {
  expect(shown(`frost ${'allotment '.repeat(40)}`, 'frost')).toMatch(/ allotment…$/u);
  const endless = shown(`frost ${'a'.repeat(400)}`, 'frost');
  expect(endless).toHaveLength('[frost] '.length + 174 + 1);
  expect(endless.endsWith('…')).toBe(true);
});

it('never fails, and marks what is there', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
      (source, term) => {
        for (const { text, match } of passageOf(source, [fold(term)])) {
          expect(text.length).toBeGreaterThan(0);
          expect(match ? fold(text.replaceAll(/\s+/gu, ' ')) : '').toBe(
            match ? fold(term.replaceAll(/\s+/gu, ' ')) : '',
          );
        }
      },
    ),
  );
});
