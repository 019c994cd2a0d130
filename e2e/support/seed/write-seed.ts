import { mkdir } from 'node:fs/promises';
import type { Clock } from '../../../src-main/clock.ts';
import { pieceId } from '../../../src-main/features/attachments/pieces.ts';
import { ATTACHMENT_RECORD, PIECE_RECORD } from '../../../src-main/features/attachments/projection.ts';
import { ENTRY_RECORD } from '../../../src-main/features/entries/projection.ts';
import { checkInChange, HABIT_RECORD, PAUSE_RECORD } from '../../../src-main/features/habits/records.ts';
import { projections } from '../../../src-main/storage/service.ts';
import { VaultKeeper } from '../../../src-main/storage/vault-keeper.ts';
import { idFromText } from '../../../src-main/vault/record-id.ts';
import type { RecordChange, Vault } from '../../../src-main/vault/vault.ts';
import { pngOf } from './picture.ts';
import type { SeedStep } from './plan.ts';

/** What one commit takes: a transaction of this many records is in memory at once, and costs one wait for the disk. */
const RECORDS_A_COMMIT = 250;

export type SeedCounts = Readonly<Record<SeedStep['type'] | 'revision', number>>;

/** The records of a step, as the handlers would write them. */
function changesOf(vault: Vault, step: SeedStep): readonly RecordChange[] {
  switch (step.type) {
    case 'habit':
      return [{ id: idFromText(step.id), type: HABIT_RECORD, fields: step.fields }];
    case 'check-in':
      return [checkInChange(vault, idFromText(step.habit), step.day, step.values)];
    case 'pause': {
      const { habit, from, to, reason } = step;
      const hex = habit === null ? null : Buffer.from(idFromText(habit)).toString('hex');
      const fields = { habit: hex, from, to, reason };
      return [{ id: idFromText(step.id), type: PAUSE_RECORD, fields, deleted: false }];
    }
    case 'entry':
      return [{ id: idFromText(step.id), type: ENTRY_RECORD, fields: step.fields, deleted: false }];
    case 'removal':
      return [{ id: idFromText(step.id), type: ENTRY_RECORD, fields: {}, deleted: true }];
    case 'picture': {
      const { width, height } = step.shape;
      const bytes = pngOf(step.shape);
      const thumbnail = pngOf({ ...step.shape, width: width / 2, height: height / 2 });
      const described = {
        name: `photo-${step.shape.motif}.png`,
        type: 'image/png',
        size: bytes.byteLength,
        width,
        height,
      };
      return [
        {
          id: pieceId(vault, step.id, 0),
          type: PIECE_RECORD,
          fields: { data: Buffer.from(bytes).toString('base64') },
          deleted: false,
        },
        {
          id: idFromText(step.id),
          type: ATTACHMENT_RECORD,
          fields: { ...described, thumbnail: Buffer.from(thumbnail).toString('base64'), addedAt: step.at },
          deleted: false,
        },
      ];
    }
  }
}

/**
 * Makes a vault in `folder` and lives through `plan` in it. Leaves it closed. Its passphrase costs as little as one may, so that every start on it is quick: nothing
 * in it is anybody's.
 * @throws AppFailure `vault-exists` where there is one already
 */
export async function writeSeed(
  folder: string,
  passphrase: string,
  plan: Iterable<SeedStep>,
  onStep: (step: SeedStep) => void = () => {},
): Promise<{ readonly recoveryKey: string; readonly counts: SeedCounts }> {
  await mkdir(folder, { recursive: true });
  let now = 0;
  // The clock of the life that is lived through: versions of one record lie as far apart as their sittings.
  const clock: Clock = { now: () => now, zone: () => 'Europe/Vienna' };
  const keeper = new VaultKeeper({ folder, clock, passphraseCost: 'floor', projections, log: () => {} });
  const recoveryKey = await keeper.create(passphrase);
  await keeper.confirmRecoveryKey(recoveryKey);
  const { vault } = keeper;
  const counts = { habit: 0, 'check-in': 0, pause: 0, picture: 0, entry: 0, removal: 0, revision: 0 };
  let pending = new Map<string, RecordChange>();
  const flush = async (): Promise<void> => {
    await vault.commit([...pending.values()]);
    pending = new Map();
  };
  for (const step of plan) {
    const changes = changesOf(vault, step).map((change) => [Buffer.from(change.id).toString('hex'), change] as const);
    if (pending.size >= RECORDS_A_COMMIT || changes.some(([key]) => pending.has(key))) await flush();
    now = step.at;
    for (const [key, change] of changes) pending.set(key, change);
    counts[step.type === 'entry' && step.fields['createdAt'] === undefined ? 'revision' : step.type] += 1;
    onStep(step);
  }
  await flush();
  await keeper.close();
  return { recoveryKey, counts };
}
