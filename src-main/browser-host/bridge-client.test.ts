import { describe, expect, it } from 'vitest';
import { createSocketBridge } from './bridge-client.ts';
import type { BridgeEnd } from './bridge-client.ts';
import { MAX_FRAME_BYTES, OPEN_ELSEWHERE, decodeFrame, encodeFrame } from './wire.ts';
import type { PageFrame } from './wire.ts';

function connect() {
  const sent: unknown[] = [];
  let opened = (): void => {};
  let closed = (_code: number): void => {};
  let received = (_bytes: ArrayBuffer): void => {};
  const endings: BridgeEnd[] = [];
  const bridge = createSocketBridge(
    {
      send: (bytes) => void sent.push(decodeFrame(bytes)),
      onOpen: (listener) => (opened = listener),
      onMessage: (listener) => (received = listener),
      onClose: (listener) => (closed = listener),
    },
    (why) => void endings.push(why),
  );
  const receive = (frame: PageFrame): void => {
    const bytes = encodeFrame(frame);
    received(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  };
  return { bridge, sent, receive, open: () => opened(), close: (code: number) => closed(code), endings };
}

describe('the bridge over a socket', () => {
  it('keeps calls until the socket is open, in their order', () => {
    const { bridge, sent, open } = connect();
    void bridge.invoke('app.info', {});
    void bridge.invoke('app.today', {});
    expect(sent).toEqual([]);
    open();
    void bridge.invoke('vault.state', {});
    expect(sent).toEqual([
      [1, 'app.info', {}],
      [2, 'app.today', {}],
      [3, 'vault.state', {}],
    ]);
  });

  it('gives each call its own answer, whatever their order', async () => {
    const { bridge, open, receive } = connect();
    open();
    const first = bridge.invoke('a', {});
    const second = bridge.invoke('b', {});
    receive(['answer', 2, { ok: true, value: 'second' }]);
    receive(['answer', 1, { ok: false, error: { code: 'vault-locked' } }]);
    expect(await second).toEqual({ ok: true, value: 'second' });
    expect(await first).toEqual({ ok: false, error: { code: 'vault-locked' } });
  });

  it('tells each listener of an event until it stops listening', () => {
    const { bridge, open, receive } = connect();
    open();
    const heard: unknown[] = [];
    const listener = (payload: unknown): void => void heard.push(payload);
    const stopFirst = bridge.on('data.changed', listener);
    bridge.on('data.changed', listener);
    receive(['event', 'data.changed', 1]);
    stopFirst();
    receive(['event', 'data.changed', 2]);
    receive(['event', 'vault.state', 3]);
    expect(heard).toEqual([1, 1, 2]);
  });

  it('answers what waits, and all that follows, when the host has ended', async () => {
    const { bridge, sent, open, close, endings } = connect();
    open();
    const waiting = bridge.invoke('a', {});
    close(1001);
    const late = bridge.invoke('b', {});
    expect(await waiting).toEqual({ ok: false, error: { code: 'internal' } });
    expect(await late).toEqual({ ok: false, error: { code: 'internal' } });
    expect(sent).toHaveLength(1);
    expect(endings).toEqual(['host-ended']);
  });

  it('tells a page that a newer one has taken over', () => {
    const { open, close, endings } = connect();
    open();
    close(OPEN_ELSEWHERE);
    expect(endings).toEqual(['open-elsewhere']);
  });

  it('refuses by itself what the host would cut the connection for', async () => {
    const { bridge, sent, open } = connect();
    open();
    const answer = await bridge.invoke('a', { bytes: new Uint8Array(MAX_FRAME_BYTES) });
    expect(answer).toEqual({ ok: false, error: { code: 'too-large' } });
    expect(sent).toEqual([]);
  });
});
