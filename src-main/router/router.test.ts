import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, type Handlers } from '../../src-shared/contract/index.ts';
import { AppFailure, ERROR_CODES, ok } from '../../src-shared/result.ts';
import type { LogFields } from '../log.ts';
import type { Caller } from '../host.ts';
import { createRouter } from './router.ts';

const ORIGIN = 'app://daygrove';
const caller: Caller = { origin: ORIGIN, isMainFrame: true, page: 'main' };

function routerWith(handlers: Partial<Record<string, (input: never) => Promise<unknown>>> = {}) {
  const logged: LogFields[] = [];
  const reached: string[] = [];
  const all = Object.fromEntries(
    Object.keys(contract).map((name) => [
      name,
      async (input: never) => {
        reached.push(name);
        return handlers[name]?.(input) ?? ok({});
      },
    ]),
  );
  const router = createRouter({
    handlers: all as unknown as Handlers,
    trustedOrigin: () => ORIGIN,
    log: (_event, fields) => logged.push(fields ?? {}),
    newLogId: () => 'cafe',
  });
  return { router, logged, reached };
}

const code = (result: Awaited<ReturnType<ReturnType<typeof createRouter>>>): string =>
  result.ok ? 'ok' : result.error.code;

describe('the router', () => {
  it.each([
    ['a frame inside the page', { origin: ORIGIN, isMainFrame: false }],
    ['another origin', { origin: 'https://example.org', isMainFrame: true }],
    ['an origin that only begins like ours', { origin: `${ORIGIN}.example.org`, isMainFrame: true }],
    ['no origin', { origin: 'null', isMainFrame: true }],
  ])('does not answer %s', async (_name, who) => {
    const { router, reached } = routerWith();
    expect(code(await router({ ...who, page: 'main' }, 'vault.lock', {}))).toBe('forbidden');
    expect(code(await router({ ...who, page: 'capture' }, 'capture.state', {}))).toBe('forbidden');
    expect(reached).toEqual([]);
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'vault.lock ',
    '',
    7,
    null,
    undefined,
    {},
    ['vault.lock'],
  ])('knows no channel %j', async (channel) => {
    const { router, reached } = routerWith();
    expect(code(await router(caller, channel, {}))).toBe('unknown-channel');
    expect(reached).toEqual([]);
  });

  it.each([
    ['an extra key', 'vault.lock', { force: true }],
    ['a wrong type', 'entries.get', { id: 7 }],
    ['a missing key', 'entries.get', {}],
    ['a day that does not exist', 'entries.on-day', { day: '2026-02-30' }],
    ['no object', 'vault.lock', 'now'],
    ['nothing', 'vault.lock', undefined],
    ['a prototype', 'vault.lock', JSON.parse('{"__proto__": {"x": 1}}')],
  ])('refuses %s', async (_name, channel, payload) => {
    const { router, reached } = routerWith();
    expect(code(await router(caller, channel, payload))).toBe('invalid-input');
    expect(reached).toEqual([]);
  });

  it('refuses more than 8 MB, in one string, in many, and in bytes', async () => {
    const { router } = routerWith();
    const payloads = [
      { query: 'x'.repeat(5 * 1024 * 1024) },
      { query: Array.from({ length: 9 }, () => 'x'.repeat(512 * 1024)) },
      { bytes: new Uint8Array(8 * 1024 * 1024 + 1) },
    ];
    for (const payload of payloads) expect(code(await router(caller, 'entries.search', payload))).toBe('too-large');
  });

  it('refuses what is nested without end', async () => {
    const { router } = routerWith();
    let nested: unknown = {};
    for (let depth = 0; depth < 10_000; depth += 1) nested = { nested };
    expect(code(await router(caller, 'vault.lock', nested))).toBe('too-large');
  });

  it('lets the window of quick capture write down and ask how, and nothing else', async () => {
    const { router, reached } = routerWith();
    const from: Caller = { ...caller, page: 'capture' };
    const open = ['capture.state', 'capture.write'];
    for (const channel of [...Object.keys(contract), 'constructor', 'no.such', 7, null]) {
      const isOpen = open.includes(String(channel));
      expect(code(await router(from, channel, {})) === 'forbidden').toBe(!isOpen);
    }
    expect(reached).toEqual(['capture.state']);
  });

  it('passes a failure on, and nothing else that was thrown', async () => {
    const { router, logged } = routerWith({
      'vault.lock': async () => {
        throw new AppFailure('disk-full');
      },
      'vault.state': async () => {
        throw new TypeError('the dentist said: nothing to see');
      },
    });
    expect(code(await router(caller, 'vault.lock', {}))).toBe('disk-full');
    const result = await router(caller, 'vault.state', {});
    expect(result).toEqual({ ok: false, error: { code: 'internal', logId: 'cafe' } });
    expect(logged).toMatchObject([{ logId: 'cafe', channel: 'vault.state', error: 'TypeError' }]);
    expect(JSON.stringify(logged)).not.toContain('dentist');
  });

  it('lets nothing out that the contract does not name', async () => {
    const { router } = routerWith({ 'vault.create': async () => ok({ recoveryKey: 'K', vaultKey: 'secret' }) });
    const result = await router(caller, 'vault.create', { passphrase: 'long enough' });
    expect(code(result)).toBe('internal');
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  it('answers every channel for any payload with a result of the closed set', async () => {
    expect.hasAssertions();
    const { router } = routerWith();
    const channels = fc.constantFrom(...Object.keys(contract));
    await fc.assert(
      fc.asyncProperty(
        channels,
        fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }),
        async (channel, payload) => {
          expect(['ok', ...ERROR_CODES]).toContain(code(await router(caller, channel, payload)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
