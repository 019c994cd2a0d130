import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { cellsByName, csvHeader, csvRecords } from './records.ts';

async function rowsOf(content: string | Uint8Array): Promise<[number, readonly string[] | null][]> {
  const { files } = await openTree(sourceOf({ 'a.csv': content }));
  const rows: [number, readonly string[] | null][] = [];
  for await (const { row, cells } of csvRecords(files[0]!)) rows.push([row, cells]);
  return rows;
}

describe('csvRecords', () => {
  it('reads quotation marks, several lines in a cell, and leaves out empty rows', async () => {
    expect(await rowsOf('\uFEFFa,b\r\n1,"x\ny"\r\n\r\n2,"say ""hi"", you"\r\n3,un"quo"ted\r\n')).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x\ny']],
      [4, ['2', 'say "hi", you']],
      [5, ['3', 'un"quo"ted']],
    ]);
  });

  it.each([
    ['semicolons', 'a;b\n1;"2;3"\n'],
    ['tabs', 'a\tb\n1\t"2;3"\n'],
    ['old Macintosh lines', 'a,b\r1,2;3\r'],
    ['no last line end', 'a,b\n1,2;3'],
    ['UTF-16', Buffer.from('\uFEFFa\tb\r\n1\t2;3\r\n', 'utf16le')],
  ])('takes %s', async (_what, content) => {
    expect(await rowsOf(content)).toEqual([
      [1, ['a', 'b']],
      [2, ['1', '2;3']],
    ]);
  });

  it('goes on behind a quotation mark that is never closed', async () => {
    expect(await rowsOf('a,b\n1,"unclosed\n2,y\n3,z\n')).toEqual([
      [1, ['a', 'b']],
      [2, null],
      [3, ['2', 'y']],
      [4, ['3', 'z']],
    ]);
    const twice = await rowsOf(`\uFEFFa;b\n0;0\n1;"${'q'.repeat(1_200_000)}\n2;y\n3;"z"\n4;"w\n5;v`);
    expect(twice).toEqual([
      [1, ['a', 'b']],
      [2, ['0', '0']],
      [3, null],
      [4, ['2', 'y']],
      [5, ['3', 'z']],
      [6, null],
      [7, ['5', 'v']],
    ]);
  });

  it('does not begin anew for ever', async () => {
    const rows = await rowsOf(`a\n${`"${'q'.repeat(1_000_100)}\n`.repeat(24)}`);
    expect(rows.filter(([, cells]) => cells === null).length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(30);
  }, 60_000);

  it('refuses a row of too many cells, and only that', async () => {
    const rows = await rowsOf(`a\n${','.repeat(12_001)}\nb\n`);
    expect(rows.map(([row, cells]) => [row, cells === null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  it('says which rows hold bytes that are no text', async () => {
    const { files } = await openTree(sourceOf({ 'a.csv': Buffer.from('a\nG\xfcnther\nb\n', 'latin1') }));
    const broken: boolean[] = [];
    for await (const { isBroken } of csvRecords(files[0]!)) broken.push(isBroken);
    expect(broken).toEqual([false, true, false]);
  });

  it('gives back what was written, however it is cut into pieces', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'ä', '日', ' '), maxLength: 8 });
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    const piece = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc.asyncProperty(table, piece, async (rows, size) => {
        const quoted = [['x', 'y', 'z'], ...rows].map((cells) =>
          cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(','),
        );
        const bytes = new TextEncoder().encode(quoted.join('\r\n'));
        async function* stream(): AsyncGenerator<Uint8Array> {
          for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
        }
        const { files } = await openTree(sourceOf({ 'a.csv': bytes }));
        const read: (readonly string[] | null)[] = [];
        for await (const { cells } of csvRecords({ ...files[0]!, stream })) read.push(cells);
        expect(read.slice(1)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});

it('names the columns', async () => {
  const { files } = await openTree(sourceOf({ 'a.csv': '\uFEFF"Name";Value ;NAME\n' }));
  expect(await csvHeader(files[0]!)).toEqual(['name', 'value', 'name']);
  const cellOf = cellsByName<'name' | 'value' | 'other'>(['Name', ' Value', 'name']);
  expect(cellOf(['a', 'b', 'c'], 'name')).toBe('a');
  expect(cellOf(['a'], 'value')).toBe('');
  expect(cellOf(['a', 'b'], 'other')).toBe('');
});
