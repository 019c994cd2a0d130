import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a vault is built from a backup: a profile's folder of its own, beside the present vault. */
export function restoredFolder(profile: string): string {
  return join(profile, 'restored');
}

export function uploadedBackup(profile: string): string {
  return join(restoredFolder(profile), 'uploaded.daygrove-backup');
}

/** Begins an empty file for a backup that is to be uploaded; one that was there before is gone. */
export async function openUpload(profile: string): Promise<FileHandle> {
  await mkdir(restoredFolder(profile), { recursive: true, mode: 0o700 });
  return open(uploadedBackup(profile), 'w', 0o600);
}

export async function removeUpload(profile: string): Promise<void> {
  await rm(uploadedBackup(profile), { force: true });
}
