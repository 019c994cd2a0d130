import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sqlite } from './database.ts';
import { countSchemaRows, MAX_SCHEMA_ROWS } from './schema-size.ts';

function withTables(count: number, pageSize: number): Uint8Array {
  const database = new sqlite.Database();
  database.run(`PRAGMA page_size = ${String(pageSize)}`);
  for (let index = 0; index < count; index += 1) database.run(`CREATE TABLE t${String(index)} (a PRIMARY KEY, b)`);
  const bytes = database.export();
  database.close();
  return bytes;
}

it('counts tables and their indexes, on one page and on a tree of pages', () => {
  for (const pageSize of [512, 4096, 65_536]) {
    for (const count of [1, 5, 200]) expect(countSchemaRows(withTables(count, pageSize))).toBe(2 * count);
  }
  expect(countSchemaRows(withTables(600, 512))).toBeGreaterThan(MAX_SCHEMA_ROWS);
});

it('ends on any bytes', () => {
  const sample = withTables(60, 512);
  const flips = fc.array(fc.tuple(fc.nat({ max: sample.length - 1 }), fc.nat(255)), { maxLength: 40 });
  fc.assert(
    fc.property(flips, fc.double({ min: 0.05, max: 1, noNaN: true }), (places, part) => {
      const broken = sample.slice(0, Math.max(100, sample.length * part));
      for (const [at, value] of places) broken[at % broken.length] = value;
      expect(countSchemaRows(broken)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
