import { expect, it } from 'vitest';
import type { Client } from '../../src-shared/contract/index.ts';
import { ok } from '../../src-shared/result.ts';
import { withPendingCalls } from './pending-calls.ts';

function slow() {
  const waiting: { channel: string; answer: () => void }[] = [];
  const client = {
    invoke: (channel: string) => new Promise((resolve) => waiting.push({ channel, answer: () => resolve(ok({})) })),
    on: () => () => {},
  } as unknown as Client;
  return { waiting, ...withPendingCalls(client) };
}

it('waits for the calls that are on their way and for those that follow from them, not for long work', async () => {
  const { client, settled, waiting } = slow();
  void client.invoke('imports.run', { importId: '', choices: { withoutJournals: [], journalAsTag: false, moods: [] } });
  void client.invoke('habits.arrange', { ids: [] }).then(() => client.invoke('habits.list', {}));
  let isSettled = false;
  const waited = settled().then(() => (isSettled = true));
  waiting[1]!.answer();
  await expect.poll(() => waiting.length).toBe(3);
  expect(isSettled).toBe(false);
  expect(waiting[2]!.channel).toBe('habits.list');
  waiting[2]!.answer();
  await waited;
  await settled();
});
