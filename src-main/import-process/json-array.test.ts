import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOfJsonArray, type JsonElement } from './json-array.ts';

async function* inChunks(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function elements(text: string | Uint8Array, size = 7): Promise<JsonElement[]> {
  const found: JsonElement[] = [];
  for await (const element of elementsOfJsonArray(inChunks(text, size), 'entries')) found.push(element);
  return found;
}

const values = (...list: readonly unknown[]): JsonElement[] => list.map((value) => ({ type: 'element', value }));

describe('elementsOfJsonArray', () => {
  it.each<[string, string, JsonElement[]]>([
    [
      'an array',
      '{"a":{"entries":[9]},"entries":[1,{"b":[2,"],}"]},null],"c":[3]}',
      values(1, { b: [2, '],}'] }, null),
    ],
    ['an empty one', '\uFEFF { "entries" : [ ] }', []],
    ['a comma behind the last', '{"entries":[1,]}', values(1)],
    ['escapes', '{"x\\"entries":[0],"entries":["\\\\","\\"]"]}', values('\\', '"]')],
    ['a value that is called so', '{"a":"entries","b":[1]}', [{ type: 'no-array' }]],
    ['no array', '{"entries":{"a":[1]}}', [{ type: 'no-array' }]],
    ['nothing', '', [{ type: 'no-array' }]],
    ['a bad element', '{"entries":[1,{a},3]}', [...values(1), { type: 'unreadable' }, ...values(3)]],
    ['a cut', '{"entries":[1,{"a":', [...values(1), { type: 'cut' }]],
    ['a cut behind it', '{"entries":[1],"b":', values(1)],
  ])('reads %s', async (_what, text, found) => {
    expect(await elements(text)).toEqual(found);
    expect(await elements(text, 1)).toEqual(found);
  });

  it('replaces bytes that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from('{"entries":["a'), Buffer.from([0xff]), Buffer.from('b"]}')]);
    expect(await elements(bytes)).toEqual(values('a\uFFFDb'));
  });

  it('leaves out what is nested too deep, holds too much or is too long, and reads on', async () => {
    const huge = [
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      `[${'0,'.repeat(600_000)}0]`,
      `"${'x'.repeat(26_000_000)}"`,
    ];
    expect(await elements(`{"entries":[1,${huge.join(',')},2]}`, 65_536)).toEqual([
      ...values(1),
      { type: 'unreadable' },
      { type: 'unreadable' },
      { type: 'unreadable' },
      ...values(2),
    ]);
  });

  it('gives what JSON.parse gives, however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 4 })),
        fc.jsonValue({ maxDepth: 3 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(undefined, 2, '\t'),
        async (entries, other, size, space) => {
          const text = JSON.stringify({ other, entries, others: [other] }, null, space);
          const wanted = (JSON.parse(text) as { entries: unknown[] }).entries;
          expect(await elements(text, size)).toEqual(values(...wanted));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answers to any bytes', async () => {
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '"entries"', '{"entries":[', 'a', ' ', '1');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (pieces, size) => {
        const whole = await elements(pieces.join(''), 1000);
        expect(await elements(pieces.join(''), size)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });
});
