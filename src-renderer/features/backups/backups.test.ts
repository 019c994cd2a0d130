import { describe, expect, it } from 'vitest';
import { BACKUP_PIECE_BYTES, type BackupsState, type VerifyReport } from '../../../src-shared/contract/backups.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createNotices } from '../../components/notices-store.ts';
import { en } from '../../intl/en.ts';
import { createEnglish } from '../../testing/english.ts';

import { backUpNow } from './back-up-now.ts';
import { isWhole } from './is-whole.ts';
import { holdsTheSame, lookSentences, thingsHeld } from './look-words.ts';
import { PIECE_BYTES, transferBackup } from './transfer-backup.ts';

const language = createEnglish('en-US');

it('sends pieces of the size that the contract takes', () => {
  expect(PIECE_BYTES).toBe(BACKUP_PIECE_BYTES);
});

it('carries a file in pieces, in their order, and stops between two of them', async () => {
  const bridge = createFakeBridge();
  const client = bridge as unknown as Client;
  const content = new Uint8Array(2 * PIECE_BYTES + 5).map((_, index) => index % 251);
  const shares: number[] = [];
  const sent = await transferBackup(
    client,
    new File([content], 'x'.repeat(500)),
    (share) => shares.push(share),
    () => false,
  );
  expect(sent.ok).toBe(true);
  const pieces = bridge.calls.filter(({ channel }) => channel === 'backups.append').map(({ payload }) => payload);
  expect(pieces.map((piece) => (piece as { offset: number }).offset)).toEqual([0, PIECE_BYTES, 2 * PIECE_BYTES]);
  const bytes = pieces.map((piece) => (piece as { bytes: Uint8Array<ArrayBuffer> }).bytes);
  expect(new Uint8Array(await new Blob(bytes).arrayBuffer())).toEqual(content);
  expect(shares.at(-1)).toBe(1);
  expect((bridge.calls[0]!.payload as { name: string }).name).toHaveLength(400);

  const stopped = await transferBackup(
    client,
    new File([content], 'b'),
    () => {},
    () => true,
  );
  expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it('calls a vault whole only where there is nothing to say of it', () => {
  const whole: VerifyReport = {
    versions: 1,
    records: 1,
    holds: { entries: 1, habits: 0, checkIns: 0, photos: 0 },
    unreadable: [],
    disagreeing: [],
    attachments: 0,
    incomplete: 0,
    pages: null,
    remedy: null,
  };
  expect(isWhole(whole)).toBe(true);
  expect(isWhole({ ...whole, pages: 0 })).toBe(true);
  expect(isWhole({ ...whole, pages: 1 })).toBe(false);
  expect(isWhole({ ...whole, incomplete: 1 })).toBe(false);
  expect(isWhole({ ...whole, unreadable: [{ kind: 'entry', current: 0, earlier: 1 }] })).toBe(false);
  expect(isWhole({ ...whole, disagreeing: [{ kind: 'habit', count: 1 }] })).toBe(false);
});

describe('a backup that was asked for', () => {
  const folder = { path: '/media/stick', newest: '2026-11-22T07:30:00.000Z', problem: null } as const;
  async function run(state: Partial<BackupsState>) {
    const client = createFakeBridge({ backups: state }) as unknown as Client;
    const notices = createNotices(language);
    const error = await backUpNow({ client, notices, say: language.say });
    return { error, notices: notices.store.getState().notices };
  }

  it('is a success only where it is in the second place too', async () => {
    for (const state of [{}, { folder }]) {
      expect(await run(state)).toMatchObject({ error: null, notices: [{ tone: 'plain', text: en['backups.done'] }] });
    }
    const { notices } = await run({ folder: { ...folder, problem: 'backup-folder-away' } });
    expect(notices).toMatchObject([{ tone: 'problem' }]);
    expect(notices[0]!.text).toBe(
      `Written on this computer, but not copied to /media/stick. ${en['error.backup-folder-away']}`,
    );
  });
});

describe('what a look found, in words', () => {
  const none = { onlyInVault: 0, onlyInBackup: 0, differ: 0, same: 0 };
  const held = { entries: 50, habits: 5, checkIns: 28, photos: 0 };
  const figures = { ...held, firstDay: null, lastDay: null, newestChangeAt: null };
  const around = { vault: figures, erasedSince: 0, isSynced: false, keptAs: '/profile/replaced/x' };
  const comparison = { ...around, entries: none, habits: none, checkIns: none, photos: none };

  it('counts what a person counts, and leaves out what there is none of', () => {
    expect(thingsHeld(held, language)).toBe('50 entries, 5 habits, and 28 check-ins');
    expect(thingsHeld({ entries: 1, habits: 0, checkIns: 0, photos: 0 }, language)).toBe('1 entry');
    expect(lookSentences({ backup: figures, comparison: null }, language)).toEqual([
      'It holds 50 entries, 5 habits, and 28 check-ins.',
    ]);
  });

  it('says first what would be lost', () => {
    const differing = {
      ...comparison,
      entries: { ...none, onlyInVault: 1, onlyInBackup: 3 },
      checkIns: { ...none, differ: 2 },
    };
    expect(lookSentences({ backup: figures, comparison: differing }, language)).toEqual([
      '1 entry that you have now is not in this backup.',
      '2 check-ins are different in this backup, as it was then.',
      '3 entries that you do not have now would be there again.',
    ]);
    expect(lookSentences({ backup: figures, comparison }, language)).toEqual([en['restore.allSame']]);

    const whole = { backup: figures, writtenAt: null, records: 83, isCut: false, unreadable: 0 };
    expect(holdsTheSame({ ...whole, comparison })).toBe(true);
    expect(holdsTheSame({ ...whole, comparison: differing })).toBe(false);
    expect(holdsTheSame({ ...whole, comparison, unreadable: 1 })).toBe(false);
    // Beside no vault there is nothing to be the same as.
    expect(holdsTheSame({ ...whole, comparison: null })).toBe(false);
  });
});

it('nothing about backups and the look at the vault speaks of versions and records', () => {
  const words = Object.entries(en).filter(([id]) => /^(?:backups|restore|look|verify|openBackup)\./u.test(id));
  expect(words.length).toBeGreaterThan(80);
  expect(
    words.filter(([, text]) => /\b(?:versions?|records?)\b/u.test(text.replaceAll(/\{\w+,|browser version/gu, ''))),
  ).toEqual([]);
});
