import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VerifyReport } from '../../src-shared/contract/backups.ts';
import { ATTACHMENT_PIECE_BYTES } from '../../src-shared/contract/attachments.ts';
import { attachmentsHandlers } from '../features/attachments/handlers.ts';
import { pieceId } from '../features/attachments/pieces.ts';
import { value } from '../testing/test-app.ts';
import { backupName } from '../vault/backup-files.ts';
import { writeBackup } from '../vault/backup.ts';
import { Database } from '../vault/database.ts';
import { envelopeSchema } from '../vault/envelope.ts';
import { idFromText } from '../vault/record-id.ts';
import { openTestVault, type TestVault } from '../vault/testing/test-vault.ts';
import { projections } from './service.ts';
import { Verifier } from './verifier.ts';

let test: TestVault;
const ids: Uint8Array[] = [];
const habit = randomBytes(16);

beforeEach(async () => {
  test = await openTestVault();
  ids.length = 0;
  for (let n = 0; n < 8; n += 1) {
    ids.push(randomBytes(16));
    await test.vault.commit([{ id: ids[n]!, type: 'entry', fields: fieldsOf(`entry ${n}`) }]);
  }
  test.clock.advance(3_600_000);
  // An earlier wording of the first.
  await test.vault.commit([{ id: ids[0]!, type: 'entry', fields: fieldsOf('entry 0, later') }]);
  const fields = {
    name: 'Read',
    kind: { type: 'yes-no' },
    schedule: { type: 'daily' },
    startDay: '2026-11-01',
    position: 0,
  };
  await test.vault.commit([{ id: habit, type: 'habit', fields }]);
});
afterEach(() => test.remove());

function fieldsOf(body: string): Record<string, unknown> {
  return { day: '2026-11-22', createdAt: 1, zone: 'UTC', body };
}

async function verify(): Promise<VerifyReport> {
  const verifier = await Verifier.begin(test.vault, projections, join(test.folder, 'backups'));
  let last = 0;
  for (;;) {
    const { done, total, report } = await verifier.page();
    expect(done).toBeGreaterThanOrEqual(last);
    expect(done).toBeLessThanOrEqual(total);
    last = done;
    if (report !== null) return report;
  }
}

/** Behind the app's back. */
async function tamper(sql: string, ...args: (Uint8Array | string)[]): Promise<void> {
  const database = await Database.open(test.path, test.keys.fileKey);
  await database.transact([{ sql, args }]);
  database.abandon();
}

async function addFile(bytes: Uint8Array): Promise<string> {
  const handlers = attachmentsHandlers(test.vault);
  const id = randomUUID();
  for (let index = 0; index * ATTACHMENT_PIECE_BYTES < bytes.byteLength; index += 1) {
    const piece = bytes.slice(index * ATTACHMENT_PIECE_BYTES, (index + 1) * ATTACHMENT_PIECE_BYTES);
    value(await handlers['attachments.put-piece']({ id, index, bytes: piece }));
  }
  const described = { name: 'a.bin', type: 'application/pdf', size: bytes.byteLength, width: null, height: null };
  value(await handlers['attachments.finish']({ id, ...described, thumbnail: null }));
  return id;
}

describe('a look at everything in a vault', () => {
  it('finds nothing to say of one that is whole', async () => {
    await addFile(new Uint8Array(ATTACHMENT_PIECE_BYTES + 9).fill(7));
    expect(await verify()).toEqual({
      holds: { entries: 8, habits: 1, checkIns: 0, photos: 1 },
      versions: 13,
      records: 12,
      unreadable: [],
      disagreeing: [],
      attachments: 1,
      incomplete: 0,
      pages: 0,
      remedy: null,
    });
  });

  it('finds nothing to say of what is erased, saved and given the same row numbers beside it', async () => {
    const verifier = await Verifier.begin(test.vault, projections, join(test.folder, 'backups'));
    let report: VerifyReport | null = null;
    for (let page = 0; report === null; page += 1) {
      ({ report } = await verifier.page());
      if (page > 3) continue;
      const written = randomBytes(16);
      await test.vault.erase([ids.pop()!]);
      await test.vault.commit([
        { id: written, type: 'entry', fields: fieldsOf(`beside page ${page}`) },
        { id: ids[0]!, type: 'entry', fields: fieldsOf(`entry 0, beside page ${page}`) },
      ]);
    }
    expect(report).toMatchObject({ unreadable: [], disagreeing: [], incomplete: 0, pages: 0 });
  });

  it('counts what does not open by kind, tells what is shown from what was earlier, and finds the backup that has it', async () => {
    const slot = {
      kind: 'recovery-key',
      salt: randomBytes(16).toString('base64'),
      nonce: randomBytes(12).toString('base64'),
      wrapped: randomBytes(48).toString('base64'),
    };
    const vaultId = Buffer.from(test.keys.vaultId).toString('base64');
    const envelope = envelopeSchema.parse({ format: 1, vaultId, slots: [slot] });
    const backup = (time: number): Promise<unknown> =>
      writeBackup(join(test.folder, 'backups', backupName('', time)), {
        envelope,
        keys: test.keys,
        versions: test.vault.versions(),
      });
    const time = Date.parse('2026-11-20T08:00:00Z');
    await backup(time);
    const first = await test.vault.read.first('SELECT min(rowid) AS n FROM version');
    await tamper('UPDATE version SET box = randomblob(400) WHERE rowid = ?', String(first?.n));
    await tamper('UPDATE version SET box = randomblob(400) WHERE id = ?', ids[5]!);
    await tamper('UPDATE version SET box = randomblob(400) WHERE id = ?', habit);
    // A newer one, which has them no more.
    await backup(time + 24 * 60 * 60 * 1000);
    const report = await verify();
    expect(report.unreadable.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
      { kind: 'entry', current: 1, earlier: 1 },
      { kind: 'habit', current: 1, earlier: 0 },
    ]);
    expect(report.remedy).toEqual({
      backup: backupName('', time),
      writtenAt: '2026-11-20T08:00:00.000Z',
      holds: 3,
    });
  });

  it.each([
    ['another text', 'entry', "UPDATE entry SET body = 'what nobody wrote' WHERE id = ?"],
    ['another day', 'entry', "UPDATE entry SET day = '2020-01-01' WHERE id = ?"],
    ['no row', 'entry', 'DELETE FROM entry WHERE id = ?'],
    ['no current version', 'entry', 'DELETE FROM head WHERE id = ?'],
  ])('tells of a record that the tables show with %s', async (_what, kind, sql) => {
    await tamper(sql, ids[3]!);
    expect((await verify()).disagreeing).toEqual([expect.objectContaining({ kind })]);
  });

  it('tells of a current version that is not the current one', async () => {
    await tamper(
      'UPDATE head SET hlc = (SELECT min(hlc) FROM version WHERE version.id = head.id) WHERE id = ?',
      ids[0]!,
    );
    expect((await verify()).disagreeing).toEqual([{ kind: 'entry', count: 1 }]);
  });

  it('tells of rows that no record is behind', async () => {
    await tamper("INSERT INTO habit SELECT randomblob(16), 'Nobody', 0, 9, 0, rest FROM habit");
    expect((await verify()).disagreeing).toEqual([{ kind: 'habit', count: 1 }]);
  });

  it('tells of a search index that has gone wrong', async () => {
    await tamper('DELETE FROM entry_search_data WHERE id > 10');
    expect((await verify()).disagreeing).toEqual([expect.objectContaining({ kind: 'entry' })]);
  });

  it('counts files that lack a piece, or have one that is too short', async () => {
    const [whole, lacking, short] = [await addFile(bytesOf(1)), await addFile(bytesOf(2)), await addFile(bytesOf(3))];
    await tamper('DELETE FROM version WHERE id = ?', pieceId(test.vault, lacking, 1));
    await tamper('DELETE FROM head WHERE id = ?', pieceId(test.vault, lacking, 1));
    test.clock.advance(3_600_000);
    const data = Buffer.from('short').toString('base64');
    await test.vault.erase([pieceId(test.vault, short, 0)]);
    await test.vault.commit([{ id: pieceId(test.vault, short, 0), type: 'attachment-piece', fields: { data } }]);
    expect(await test.vault.record(idFromText(whole))).not.toBeNull();
    expect(await verify()).toMatchObject({ attachments: 3, incomplete: 2, unreadable: [] });
  });
});

function bytesOf(byte: number): Uint8Array {
  return new Uint8Array(ATTACHMENT_PIECE_BYTES + 100).fill(byte);
}
