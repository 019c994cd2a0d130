import { expect, it, vi } from 'vitest';
import type { Client } from '../../src-shared/contract/index.ts';
import { ok } from '../../src-shared/result.ts';
import { holdUntil } from './held-client.ts';

function setup() {
  const heard: ((payload: never) => void)[] = [];
  const client = {
    invoke: async (channel: string) => ok(channel),
    on: (_event: string, listener: (payload: never) => void) => {
      heard.push(listener);
      return () => {};
    },
  } as unknown as Client;
  const ready = Promise.withResolvers<void>();
  return {
    client: holdUntil(client, ready.promise),
    send: (payload: unknown) => heard.forEach((each) => each(payload as never)),
    ready,
  };
}

it('tells events in their order when the words are there, and from then on at once', async () => {
  const { client, send, ready } = setup();
  const listener = vi.fn<(payload: unknown) => void>();
  client.on('reminders.state', listener);
  send('first');
  send('second');
  await Promise.resolve();
  expect(listener).not.toHaveBeenCalled();
  ready.resolve();
  await ready.promise;
  await Promise.resolve();
  expect(listener.mock.calls).toEqual([['first'], ['second']]);
  send('third');
  expect(listener).toHaveBeenLastCalledWith('third');
});

it('tells nothing to who has stopped listening meanwhile', async () => {
  const { client, send, ready } = setup();
  const listener = vi.fn<(payload: unknown) => void>();
  const stop = client.on('reminders.state', listener);
  send('first');
  stop();
  ready.resolve();
  await ready.promise;
  await Promise.resolve();
  expect(listener).not.toHaveBeenCalled();
});

it('keeps back the answers that are said, and not those that the words are chosen by', async () => {
  const { client, ready } = setup();
  const reminders = vi.fn<(payload: unknown) => void>();
  void client.invoke('reminders.state', {}).then(reminders);
  await expect(client.invoke('app.info', {})).resolves.toEqual(ok('app.info'));
  expect(reminders).not.toHaveBeenCalled();
  ready.resolve();
  await vi.waitFor(() => expect(reminders).toHaveBeenCalled());
});
