import { decode, encode } from '@msgpack/msgpack';
import type { Result } from '../../src-shared/result.ts';

/**
 * What crosses the browser host's WebSocket: MessagePack in binary frames, because JSON has no bytes and the contract's wire
 * values are JSON plus Uint8Array.
 */
export type CallFrame = readonly [id: number, channel: string, payload: unknown];
export type AnswerFrame = readonly ['answer', id: number, result: Result<unknown>];
export type EventFrame = readonly ['event', name: string, payload: unknown];
export type PageFrame = AnswerFrame | EventFrame;

/**
 * Bytes. Above the contract's 8 MiB, so that it is the router that refuses a payload and says why; twice as much, because the router
 * counts two bytes for a character that may take three here.
 */
export const MAX_FRAME_BYTES = 16 * 1024 * 1024;

export const SOCKET_PATH = '/socket';
/** Of a page that is not the window's own document. */
export const INNER_FRAME_SOCKET_PATH = '/socket/inner-frame';

/** Of the page of quick capture. */
export const CAPTURE_SOCKET_PATH = '/socket/capture';

/** Close code of a socket whose session has a newer page. */
export const OPEN_ELSEWHERE = 4001;

/** A member that is `undefined` is left out, as it would be in JSON; MessagePack's nil would arrive as `null`. */
export function encodeFrame(frame: CallFrame | PageFrame): Uint8Array<ArrayBuffer> {
  return encode(frame, { ignoreUndefined: true });
}

/** Throws when the bytes are not MessagePack. */
export function decodeFrame(bytes: ArrayBuffer | Uint8Array): unknown {
  // A plain view: of a Buffer, the decoder would hand out Buffers where the contract says Uint8Array.
  return decode(bytes instanceof Uint8Array ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes);
}

/** Null when it is not a call: then whoever speaks is not our bridge. */
export function readCallFrame(frame: unknown): CallFrame | null {
  if (!Array.isArray(frame) || frame.length !== 3) return null;
  const [id, channel, payload] = frame as unknown[];
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof channel !== 'string') return null;
  return [id, channel, payload];
}
