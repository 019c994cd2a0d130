import { z } from 'zod';
import { MailboxFailure } from './mailbox.ts';
import { FRAME_BYTES } from './replica-files.ts';

/**
 * Questions to the server with a deadline, which libSQL's own have not (H1: a server that takes the connection and never answers holds its
 * `sync()` for ever), and with answers that are looked at, which libSQL's are not (H2: it takes an error page for frames).
 */
const DEADLINE_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

const infoSchema = z.object({ current_generation: z.int() });
const missingSchema = z.object({ generation: z.int() });

export interface ServerCheckOptions {
  /** As `syncAddress` gave it. */
  readonly address: string;
  readonly token: string;
  readonly deadlineMs?: number;
}

/** @returns the server's generation. @throws MailboxFailure */
export async function askGeneration(options: ServerCheckOptions): Promise<number> {
  const { status, body } = await ask(options, '/info', MAX_ANSWER_BYTES);
  if (status !== 200) throw statusFailure(status);
  const info = infoSchema.safeParse(parseJson(body));
  if (!info.success) throw new MailboxFailure('not-a-server');
  if (info.data.current_generation < 1) throw new MailboxFailure('server');
  return info.data.current_generation;
}

/** Frame `frame` of `generation`, as the server has it; null: it has none there. @throws MailboxFailure */
export async function askFrame(options: ServerCheckOptions, generation: number, frame: number): Promise<Buffer | null> {
  const { status, body } = await ask(options, `/sync/${generation}/${frame}/${frame + 1}`, 2 * FRAME_BYTES);
  if (status === 200) {
    if (body.byteLength < FRAME_BYTES) throw new MailboxFailure('not-a-server');
    return body.subarray(0, FRAME_BYTES);
  }
  // "No such frame" comes as 400 or 500 with the current generation; an old generation that is gone, as any other 4xx.
  if ((status === 400 || status === 500) && missingSchema.safeParse(parseJson(body)).success) return null;
  if (status === 400 || status === 404 || status === 410) return null;
  throw statusFailure(status);
}

function statusFailure(status: number): MailboxFailure {
  if (status === 401 || status === 403) return new MailboxFailure('refused');
  return new MailboxFailure(status >= 500 || status === 429 ? 'server' : 'not-a-server');
}

async function ask(
  { address, token, deadlineMs = DEADLINE_MS }: ServerCheckOptions,
  path: string,
  maxBytes: number,
): Promise<{ status: number; body: Buffer }> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(`${address}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      // A sign-in page answers with a redirect; the token must not follow it.
      redirect: 'manual',
      signal: deadline,
    });
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
      parts.push(part);
      bytes += part.byteLength;
      // Leaving the loop cancels the body.
      if (bytes > maxBytes) break;
    }
    return { status: response.status, body: Buffer.concat(parts) };
  } catch (error) {
    throw new MailboxFailure(deadline.aborted ? 'no-answer' : 'unreachable', error);
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
