import { ok } from '../../../src-shared/result.ts';
import type { Result } from '../../../src-shared/result.ts';
import type { Model } from '../../shell/model.ts';

/** Long enough for any browser to have taken the bytes over, in milliseconds. */
const TAKEN_OVER = 60_000;

/**
 * Writes a copy of a file outside of the vault, in plain. In Electron main asks where and writes it; elsewhere the page hands it to its browser, which puts it among the
 * person's downloads.
 */
export async function saveCopy(
  { attachments, client, session }: Pick<Model, 'attachments' | 'client' | 'session'>,
  id: string,
): Promise<Result<{ readonly isSaved: boolean }>> {
  if (session.store.getState().info?.host === 'electron') return client.invoke('app.save-attachment', { id });
  const found = await attachments.read(id);
  if (!found.ok) return found;
  // Never its own type: what a file calls itself decides nothing here, and a page of HTML would be shown and not saved.
  const address = URL.createObjectURL(new Blob([found.value.bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = found.value.attachment.name || 'file';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER);
  return ok({ isSaved: true });
}
