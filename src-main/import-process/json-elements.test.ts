import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../src-shared/result.ts';
import { jsonElements } from './json-elements.ts';

async function read(text: string, pieceLength = 7, maximum = 10_000): Promise<{ found: unknown[]; isCut: boolean }> {
  const bytes = new TextEncoder().encode(text);
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
  };
  const found: unknown[] = [];
  try {
    for await (const element of jsonElements(pieces(), 'items', maximum))
      found.push(element.ok ? element.value : 'BROKEN');
  } catch (error) {
    expect(error).toBeInstanceOf(AppFailure);
    return { found, isCut: true };
  }
  return { found, isCut: false };
}

describe('jsonElements', () => {
  it('gives the elements of that array and of no other', async () => {
    const text =
      '{"a":{"items":[9]},"b":"items","c":[1],"items": [ 1 , "x,]\\"", {"items":[2]}, [3], null ] ,"items2":[8]}';
    expect(await read(text)).toEqual({ found: [1, 'x,]"', { items: [2] }, [3], null], isCut: false });
    expect(await read('{"items":[]}')).toEqual({ found: [], isCut: false });
    expect(await read('\uFEFF{"items":[1]}')).toEqual({ found: [1], isCut: false });
  });

  it('gives what any JSON file holds, however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        fc.nat(40),
        fc.nat(3),
        async (items, other, length, indent) => {
          const text = JSON.stringify({ other, items, more: [items] }, null, indent);
          const expected = JSON.parse(JSON.stringify(items)) as unknown[];
          expect(await read(text, length + 1, 100_000)).toEqual({ found: expected, isCut: false });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes on behind an element that is too long or no JSON', async () => {
    expect(await read(`{"items":[1,"${'x'.repeat(200)}",oops,2]}`, 7, 100)).toEqual({
      found: [1, 'BROKEN', 'BROKEN', 2],
      isCut: false,
    });
  });

  it('gives what stands before a cut, and then fails', async () => {
    expect(await read('{"items":[1,{"a":2},{"a":')).toEqual({ found: [1, { a: 2 }], isCut: true });
  });

  it('answers any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[[\]{}",:\\items 1]{0,300}$/), async (text) => {
        const { found } = await read(text);
        expect(found.length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });
});
