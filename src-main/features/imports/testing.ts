/** For tests and benches: an archive taken into a vault within one process. */
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { daygroveArchive } from '../../import-process/daygrove-archive/read-archive.ts';
import type { ParsedRecord } from '../../import-process/parsed.ts';
import type { ImportSource } from '../../import-process/source.ts';
import { openTree } from '../../import-process/tree.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { planArchive, planPieces } from './archive-records.ts';

const BATCH = 400;
const PIECES = 4;

export interface TakenIn {
  readonly added: number;
  readonly alreadyThere: number;
  readonly problems: readonly ImportProblem[];
}

/** @param onProgress records that were read */
export async function takeInArchive(
  vault: Vault,
  source: ImportSource,
  onProgress: (done: number) => void = () => {},
): Promise<TakenIn> {
  const problems: ImportProblem[] = [];
  let batch: ParsedRecord[] = [];
  let added = 0;
  let alreadyThere = 0;
  let done = 0;
  const flush = async (): Promise<void> => {
    const plans = await planArchive(vault, batch);
    const changes = plans.flatMap((plan) => (plan.kind === 'new' ? [plan.change] : []));
    await vault.commit(changes);
    for (const [at, plan] of plans.entries()) {
      if (plan.kind === 'refused') problems.push({ item: batch[at]!.type, reason: plan.reason });
    }
    added += changes.length;
    alreadyThere += plans.filter(({ kind }) => kind === 'there').length;
    done += batch.length;
    onProgress(done);
    batch = [];
  };
  for await (const item of daygroveArchive.read(await openTree(source))) {
    if (item.kind === 'record') {
      batch.push(item.record);
      if (batch.length >= BATCH) await flush();
    } else if (item.kind === 'media') {
      try {
        await takeInMedia(vault, item.media.key, item.bytes());
      } catch {
        problems.push({ item: 'media', reason: 'media-unreadable' });
      }
    } else if (item.kind === 'problem') {
      problems.push({ item: item.item, reason: item.reason });
    }
  }
  await flush();
  return { added, alreadyThere, problems };
}

async function takeInMedia(vault: Vault, id: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  let pieces: RecordChange[] = [];
  const flush = async (): Promise<void> => {
    const fresh: RecordChange[] = [];
    for (const piece of pieces) if (!(await vault.has(piece.id))) fresh.push(piece);
    await vault.commit(fresh);
    pieces = [];
  };
  for await (const piece of planPieces(vault, id, bytes)) {
    pieces.push(piece);
    if (pieces.length >= PIECES) await flush();
  }
  await flush();
}
