import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppFailure } from '../../src-shared/result.ts';
import { writeDurably } from '../files/durable-file.ts';
import { ENVELOPE_FORMAT, envelopeSchema, type Envelope } from './envelope.ts';

/**
 * Twice, because without it no key opens anything: a single bad sector must not be the end of a diary. It is public, so a second copy gives
 * nothing away.
 */
export const ENVELOPE_NAMES = ['vault.json', 'vault.copy.json'] as const;

/**
 * With the first copy the new envelope holds. Where only the second cannot be written, nothing has failed: the next unlock writes it (`copiesDiffer`), and whoever asked must
 * not go on as if the old one still held.
 * @throws AppFailure `disk-full`, `profile-read-only`; then the old one holds
 */
export async function writeEnvelope(folder: string, envelope: Envelope): Promise<void> {
  const text = `${JSON.stringify(envelope, null, 2)}\n`;
  const [first, second] = ENVELOPE_NAMES.map((name) => join(folder, name)) as [string, string];
  try {
    await writeDurably(first, (file) => file.writeFile(text));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // The folder may not have said that the rename is durable, and yet it was made.
    if ((await readFile(first, 'utf8').catch(() => null)) !== text) {
      if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppFailure('disk-full');
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new AppFailure('profile-read-only');
      throw error;
    }
  }
  await writeDurably(second, (file) => file.writeFile(text)).catch(() => {});
}

/**
 * The first of the copies that can be read; whether it is whole, only the vault's key can tell.
 * @returns null where neither copy exists: no vault was ever made here.
 * @throws AppFailure `vault-damaged` where copies exist and none can be read
 */
export async function readEnvelope(folder: string): Promise<Envelope | null> {
  return (await readEnvelopeCopies(folder))[0] ?? null;
}

/**
 * The copies that can be read, `vault.json` first; one where they say the same, none where neither exists.
 * @throws AppFailure `vault-damaged` where copies exist and none can be read
 */
export async function readEnvelopeCopies(folder: string): Promise<Envelope[]> {
  let found = false;
  const texts = new Set<string>();
  for (const name of ENVELOPE_NAMES) {
    try {
      texts.add(await readFile(join(folder, name), 'utf8'));
      found = true;
    } catch (error) {
      found ||= (error as NodeJS.ErrnoException).code !== 'ENOENT';
    }
  }
  const envelopes = [...texts].map(parseEnvelope).filter((envelope) => envelope !== null);
  if (found && envelopes.length === 0) throw new AppFailure('vault-damaged');
  return envelopes;
}

/** Whether both copies are there and say the same; not being able to tell counts as a difference. */
export async function copiesDiffer(folder: string): Promise<boolean> {
  const texts = await Promise.all(ENVELOPE_NAMES.map((name) => readFile(join(folder, name), 'utf8').catch(() => null)));
  return texts.some((text) => text === null || text !== texts[0]);
}

export function parseEnvelope(text: string): Envelope | null {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether a text that `parseEnvelope` refuses is an envelope of a newer app. */
export function isNewerEnvelope(text: string): boolean {
  try {
    const { format } = JSON.parse(text) as { format?: unknown };
    return typeof format === 'number' && format > ENVELOPE_FORMAT;
  } catch {
    return false;
  }
}
