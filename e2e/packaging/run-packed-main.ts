/**
 * `node e2e/packaging/run-packed-main.ts APP PROFILE`: starts the packed main of the unpacked package APP with the stand-in for Electron, goes through a first day with it, and
 * writes what happened as one line of JSON.
 */
import { randomUUID } from 'node:crypto';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Result } from '../../src-shared/result.ts';
import { INVOKE_CHANNEL } from '../../src-main/electron/ipc-channels.ts';
import { senderFrame } from '../../src-main/electron/testing/recording-electron.ts';
import { recorded } from './electron-stand-in.ts';

const [folder = '', profile = ''] = process.argv.slice(2);
const standIn = pathToFileURL(join(import.meta.dirname, 'electron-stand-in.ts')).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

// As Electron has it: the program, then what is ours.
process.argv = ['daygrove', '--profile', profile, '--no-animations'];
await import(pathToFileURL(join(folder, 'out', 'main', 'index.js')).href);
recorded.app.ready.resolve();

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((settle) => setImmediate(settle));
}
await until(() => (recorded.windows[0]?.webContents.history.length ?? 0) > 0);
const window = recorded.windows[0]!;
window.emit('ready-to-show');

const page = window.webContents.loaded[0] ?? '';
const serve = recorded.sessions.find(({ handlers }) => handlers.has('app'))?.handlers.get('app');
const served = await serve?.({ url: page, method: 'GET' });

async function invoke(channel: string, payload: object): Promise<unknown> {
  const handler = recorded.invokeHandlers.get(INVOKE_CHANNEL);
  const event = { sender: window.webContents, senderFrame: senderFrame() };
  const answer = (await handler?.(event, channel, payload)) as Result<unknown>;
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}
const { recoveryKey } = (await invoke('vault.create', { passphrase: 'leeks before the first frost' })) as {
  readonly recoveryKey: string;
};
await invoke('vault.confirm-recovery-key', { recoveryKey });
const { day } = (await invoke('app.today', {})) as { readonly day: string };
const id = randomUUID();
await invoke('entries.write', { id, day, body: 'Written by the packed app.' });
const entry = (await invoke('entries.get', { id })) as { readonly body: string };

const report = {
  page,
  status: served?.status ?? 0,
  html: (await served?.text()) ?? '',
  actions: window.actions,
  preload: window.options.webPreferences?.preload,
  body: entry.body,
};
// The way out, through the packed code: it locks, ends its children and gives the profile free.
recorded.app.quit();
await until(() => recorded.app.exits.length > 0);
process.stdout.write(`${JSON.stringify({ ...report, exits: recorded.app.exits })}\n`);
