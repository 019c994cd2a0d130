/** For tests: what readers give, small. */
import type { ImportChoices } from '../../../src-shared/contract/imports.ts';
import type { ParsedCheckIn, ParsedEntry, ParsedHabit } from '../../import-process/parsed.ts';
import { MEDIA_PIECE_BYTES, type WireItem } from '../../import-process/protocol.ts';

export const TAKE_ALL: ImportChoices = { withoutJournals: [], journalAsTag: false, moods: [] };

export function habitItem(more: Partial<ParsedHabit> & Pick<ParsedHabit, 'key' | 'name'>): WireItem {
  return {
    kind: 'habit',
    habit: {
      question: '',
      description: '',
      kind: { type: 'yes-no' },
      schedule: { type: 'daily' },
      startDay: '2020-01-01',
      archived: false,
      position: 0,
      ...more,
    },
  };
}

export function checkInItem(more: Partial<ParsedCheckIn> & Pick<ParsedCheckIn, 'habitKey' | 'day'>): WireItem {
  return { kind: 'check-in', checkIn: { mark: 'done', amount: null, note: null, ...more } };
}

export function entryItem(more: Partial<ParsedEntry> & Pick<ParsedEntry, 'key'>): WireItem {
  return {
    kind: 'entry',
    entry: {
      day: '2019-07-04',
      createdAt: '2019-07-04T20:00:00.000Z',
      updatedAt: '2019-07-05T06:00:00.000Z',
      zone: 'Europe/Dublin',
      body: 'Late light.',
      tags: [],
      starred: false,
      ...more,
    },
  };
}

/** A medium as it passes: its head, its pieces, its end. */
export function mediaItems(key: string, bytes: Uint8Array, isWhole = true): WireItem[] {
  const media = { key, name: `${key}.jpg`, type: 'image/jpeg', size: bytes.byteLength, width: 4, height: 3 };
  const pieces: WireItem[] = [];
  for (let at = 0; at < bytes.byteLength; at += MEDIA_PIECE_BYTES) {
    const piece = bytes.slice(at, at + MEDIA_PIECE_BYTES);
    pieces.push({ kind: 'media-piece', key, index: at / MEDIA_PIECE_BYTES, bytes: piece });
  }
  return [{ kind: 'media', media }, ...pieces, { kind: 'media-end', key, media: isWhole ? media : null }];
}
