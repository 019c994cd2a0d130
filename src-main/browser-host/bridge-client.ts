import type { Bridge } from '../../src-shared/contract/index.ts';
import type { Result } from '../../src-shared/result.ts';
import { MAX_FRAME_BYTES, OPEN_ELSEWHERE, decodeFrame, encodeFrame } from './wire.ts';
import type { PageFrame } from './wire.ts';

/** Why a page is cut off for good: the host has ended, or a newer page of the same session has taken over. */
export type BridgeEnd = 'host-ended' | 'open-elsewhere';

/** The part of the browser's WebSocket that the bridge uses. `binaryType` must be 'arraybuffer' before the first message. */
export interface BridgeSocket {
  send(bytes: Uint8Array<ArrayBuffer>): void;
  onOpen(listener: () => void): void;
  onMessage(listener: (bytes: ArrayBuffer) => void): void;
  /** `code` is the socket's close code. */
  onClose(listener: (code: number) => void): void;
}

/**
 * The preload's counterpart: the same `Bridge`, over a WebSocket. It never connects again. The socket is on this machine and ends only
 * with the host or for a newer page, and a page that went on with a new one would show a vault that it no longer knows the state of.
 */
export function createSocketBridge(socket: BridgeSocket, onEnded: (why: BridgeEnd) => void): Bridge {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let unsent: Uint8Array<ArrayBuffer>[] = [];
  let state: 'connecting' | 'open' | 'ended' = 'connecting';
  let lastId = 0;

  socket.onOpen(() => {
    state = 'open';
    for (const bytes of unsent) socket.send(bytes);
    unsent = [];
  });
  socket.onMessage((bytes) => {
    const frame = decodeFrame(bytes) as PageFrame;
    if (frame[0] === 'event') {
      for (const listener of listeners.get(frame[1]) ?? []) listener(frame[2]);
      return;
    }
    waiting.get(frame[1])?.(frame[2]);
    waiting.delete(frame[1]);
  });
  socket.onClose((code) => {
    state = 'ended';
    unsent = [];
    for (const answer of waiting.values()) answer({ ok: false, error: { code: 'internal' } });
    waiting.clear();
    onEnded(code === OPEN_ELSEWHERE ? 'open-elsewhere' : 'host-ended');
  });

  return Object.freeze({
    invoke(channel: string, payload: unknown): Promise<Result<unknown>> {
      if (state === 'ended') return Promise.resolve({ ok: false, error: { code: 'internal' } });
      const id = ++lastId;
      const bytes = encodeFrame([id, channel, payload]);
      // The host would have to cut the connection; the router's own answer to too much is this one.
      if (bytes.byteLength > MAX_FRAME_BYTES) return Promise.resolve({ ok: false, error: { code: 'too-large' } });
      const answer = new Promise<Result<unknown>>((resolve) => waiting.set(id, resolve));
      if (state === 'open') socket.send(bytes);
      else unsent.push(bytes);
      return answer;
    },
    on(event: string, listener: (payload: unknown) => void): () => void {
      const own = (payload: unknown): void => listener(payload);
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(own));
      return () => void all.delete(own);
    },
  });
}
