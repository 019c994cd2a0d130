/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): stamps that order versions as they happened, on one
 * device always, between devices as well as their clocks allow. Encoded so that comparing the bytes compares the stamps:
 * 6 bytes milliseconds since the epoch | 2 bytes counter | 8 bytes device.
 */
export interface HlcTime {
  readonly millis: number;
  readonly counter: number;
}

export const HLC_BYTES = 16;
export const DEVICE_ID_BYTES = 8;
const MAX_COUNTER = 0xffff;

/** The stamp of a new local event: never before `last`, even where the wall clock was set back. */
export function nextHlc(last: HlcTime, wallMillis: number): HlcTime {
  if (wallMillis > last.millis) return { millis: wallMillis, counter: 0 };
  if (last.counter < MAX_COUNTER) return { millis: last.millis, counter: last.counter + 1 };
  return { millis: last.millis + 1, counter: 0 };
}

export function encodeHlc(time: HlcTime, device: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HLC_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(time.millis / 2 ** 32));
  view.setUint32(2, time.millis % 2 ** 32);
  view.setUint16(6, time.counter);
  bytes.set(device.subarray(0, DEVICE_ID_BYTES), 8);
  return bytes;
}

export function decodeHlc(bytes: Uint8Array): HlcTime & { readonly device: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    millis: view.getUint16(0) * 2 ** 32 + view.getUint32(2),
    counter: view.getUint16(6),
    device: bytes.slice(8, HLC_BYTES),
  };
}
