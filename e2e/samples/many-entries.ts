import type { ImportFile } from '../pages/import-dialog.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A Day One export of one entry a day, backwards from 21 November 2026: `Entry 1.` is the newest. */
export function manyEntries(count: number): ImportFile {
  const entries = Array.from({ length: count }, (_, index) => ({
    uuid: String(index).padStart(32, '0'),
    creationDate: new Date(Date.UTC(2026, 10, 21, 9) - index * DAY).toISOString().replace('.000', ''),
    timeZone: 'Europe/Vienna',
    // Rows of two heights.
    text: `Entry ${String(index + 1)}.${index % 2 === 0 ? ` ${'and more of it '.repeat(12)}` : ''}`,
    tags: index === 0 ? ['garden'] : [],
  }));
  const json = JSON.stringify({ metadata: { version: '1.0' }, entries });
  return { name: 'Journal.json', mimeType: 'application/json', buffer: Buffer.from(json) };
}
