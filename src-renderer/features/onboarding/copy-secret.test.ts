import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../src-shared/contract/index.ts';
import { copySecret } from './copy-secret.ts';

const asked: unknown[] = [];
const clientThat = (answer: unknown): Client => ({
  invoke: async (channel: string, input: unknown) => {
    asked.push([channel, input]);
    return answer as never;
  },
  on: () => () => {},
});
const written: string[] = [];

beforeEach(() => {
  asked.length = 0;
  written.length = 0;
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
});
afterEach(() => void vi.unstubAllGlobals());

describe('copying a secret', () => {
  it('is left to main, which takes it away again', async () => {
    const client = clientThat({ ok: true, value: { isCopied: true, staysSeconds: 60 } });
    expect(await copySecret(client, 'K7QM')).toEqual({ how: 'for-now', staysSeconds: 60 });
    expect(asked).toEqual([['app.copy-secret', { text: 'K7QM' }]]);
    expect(written).toEqual([]);
  });

  it.each([
    ['has no clipboard', { ok: true, value: { isCopied: false, staysSeconds: 60 } }],
    ['does not answer', { ok: false, error: { code: 'internal' } }],
  ])('is done by the page where main %s', async (_name, answer) => {
    expect(await copySecret(clientThat(answer), 'K7QM')).toEqual({ how: 'to-stay', staysSeconds: 0 });
    expect(written).toEqual(['K7QM']);
  });
});
