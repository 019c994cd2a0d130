/** For tests: archives in memory. */
import { ENGLISH } from '../../../testing/english-words.ts';
import { unzipSync } from 'fflate';
import type { Vault } from '../../../vault/vault.ts';
import { VaultExportSource } from '../vault-source.ts';
import { writeArchive } from './write-archive.ts';

export async function archiveBytes(vault: Vault): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  await writeArchive(
    new VaultExportSource(vault),
    async (bytes) => {
      chunks.push(bytes.slice());
    },
    { say: ENGLISH.say, onProgress: () => {}, signal: new AbortController().signal },
  );
  return Buffer.concat(chunks);
}

export interface ArchivedFile {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Read by another library than the one that writes. */
export function archivedFiles(archive: Uint8Array): Map<string, ArchivedFile> {
  const members = Object.entries(unzipSync(archive));
  return new Map(members.map(([name, bytes]) => [name, { bytes, text: Buffer.from(bytes).toString('utf8') }]));
}
