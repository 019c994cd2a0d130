import type { ImportFile } from '../pages/import-dialog.ts';

interface Entry {
  readonly uuid: string;
  readonly creationDate: string;
  readonly timeZone: string;
  readonly text?: string;
  readonly tags?: readonly string[];
  readonly isAllDay?: boolean;
}

const ENTRIES: readonly Entry[] = [
  {
    uuid: 'A1'.repeat(16),
    creationDate: '2024-04-16T06:30:00Z',
    timeZone: 'Europe/Dublin',
    text: 'Quindlefrost on the window\\. We stayed in\\.\n\n- tea\n- a long walk',
    tags: ['Winter', 'home'],
  },
  {
    uuid: 'B2'.repeat(16),
    // Local midnight of 17 April: an entry of the whole day.
    creationDate: '2024-04-16T23:00:00Z',
    timeZone: 'Europe/Dublin',
    isAllDay: true,
    text: 'A day without a time, by marrowlight\\.',
  },
  { uuid: 'C3'.repeat(16), creationDate: '2025-01-05T20:00:00Z', timeZone: 'Asia/Tokyo', text: 'Late in Tokyo' },
];

/** A small export as Day One writes it (docs: import-formats), the bare JSON of the zip. */
export function dayOneExport(): ImportFile {
  const entries = ENTRIES.map((entry) => ({
    modifiedDate: entry.creationDate,
    starred: false,
    isPinned: false,
    isAllDay: false,
    duration: 0,
    creationDevice: 'A computer',
    ...entry,
  }));
  const json = JSON.stringify({ metadata: { version: '1.0' }, entries });
  return { name: 'Journal.json', mimeType: 'application/json', buffer: Buffer.from(json) };
}
