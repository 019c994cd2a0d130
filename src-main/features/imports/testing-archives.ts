/** For tests and benches: an archive taken into a vault as the app does it, within one process. */
import { randomUUID } from 'node:crypto';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { sendBatches } from '../../import-process/batches.ts';
import { daygroveArchive } from '../../import-process/daygrove-archive/read-archive.ts';
import type { ImportSource } from '../../import-process/source.ts';
import { openTree } from '../../import-process/tree.ts';
import type { Vault } from '../../vault/vault.ts';
import { NO_PROBLEMS } from './records.ts';
import { ImportDesk } from './desk.ts';
import { TAKE_ALL } from './testing.ts';

export interface TakenIn {
  /** Records, of all kinds together. */
  readonly added: number;
  readonly alreadyThere: number;
  readonly problems: readonly ImportProblem[];
}

/** @param onBatch items of each batch that was committed */
export async function takeInArchive(
  vault: Vault,
  source: ImportSource,
  onBatch: (items: number) => void = () => {},
): Promise<TakenIn> {
  const desk = new ImportDesk(vault, async () => '2026-11-22');
  await desk.beginRun(randomUUID(), 'daygrove', TAKE_ALL);
  const { problems } = await sendBatches(daygroveArchive.read(await openTree(source)), {
    withMedia: true,
    send: async (items) => {
      const wantsMedia = await desk.take(items);
      onBatch(items.length);
      return wantsMedia;
    },
  });
  const { added, alreadyThere } = await desk.finishRun(NO_PROBLEMS);
  const sum = (counts: object): number => Object.values(counts).reduce((all: number, each: number) => all + each, 0);
  return { added: sum(added), alreadyThere: sum(alreadyThere), problems };
}
