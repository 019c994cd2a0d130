import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppFailure } from '../../src-shared/result.ts';
import { writeDurably } from '../files/durable-file.ts';
import { ENVELOPE_FORMAT, envelopeSchema, type Envelope } from './envelope.ts';

/**
 * Twice, because without it no key opens anything: a single bad sector must not be the end of a diary. It is public, so a second copy gives
 * nothing away.
 */
const NAMES = ['vault.json', 'vault.copy.json'] as const;

export async function writeEnvelope(folder: string, envelope: Envelope): Promise<void> {
  const text = `${JSON.stringify(envelope, null, 2)}\n`;
  for (const name of NAMES) await writeDurably(join(folder, name), (file) => file.writeFile(text));
}

/**
 * @returns null where neither copy exists: no vault was ever made here.
 * @throws AppFailure `vault-damaged` where copies exist and none can be read
 */
export async function readEnvelope(folder: string): Promise<Envelope | null> {
  let found = false;
  for (const name of NAMES) {
    let text: string;
    try {
      text = await readFile(join(folder, name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      found = true;
      continue;
    }
    found = true;
    const envelope = parseEnvelope(text);
    if (envelope !== null) return envelope;
  }
  if (found) throw new AppFailure('vault-damaged');
  return null;
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
