import { AppFailure } from '../../../src-shared/result.ts';
import type { StorageCalls } from '../../storage/protocol.ts';
import type { StorageClient } from '../../storage/storage-client.ts';
import { PagedExportSource } from './paged-source.ts';

type ExportCall = 'export-index' | 'export-records' | 'export-piece';

/** Main's source of an export: the open vault behind the storage process, which answers the person's own requests between two pages. */
export class StorageExportSource extends PagedExportSource {
  constructor(storage: Pick<StorageClient, 'call' | 'running'>) {
    const ask = async <C extends ExportCall>(
      method: C,
      input: StorageCalls[C]['input'],
    ): Promise<StorageCalls[C]['output']> => {
      // A process that is started for this would have no key.
      if (!storage.running) throw new AppFailure('vault-locked');
      const result = await storage.call(method, input);
      if (result.ok) return result.value;
      const { code, ...more } = result.error;
      throw new AppFailure(code, more);
    };
    super({
      index: (after) => ask('export-index', { after }),
      records: (ids) => ask('export-records', { ids }),
      piece: async (attachment, index) => (await ask('export-piece', { attachment, index })).bytes,
    });
  }
}
