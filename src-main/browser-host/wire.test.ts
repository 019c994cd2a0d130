import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PAYLOAD_BYTES } from '../../src-shared/contract/channel.ts';
import { MAX_FRAME_BYTES, decodeFrame, encodeFrame, readCallFrame } from './wire.ts';

/** The contract's wire values: JSON plus Uint8Array. Lone surrogates have no UTF-8, so no text of a person's has them; JSON has no -0. */
const wireValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true }).map((number) => number + 0),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(
      fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
      tie('value'),
      { noNullPrototype: true },
    ),
  ),
})).value;

describe('frames', () => {
  it('bring every wire value back as it was', () => {
    fc.assert(
      fc.property(wireValue, fc.nat(), (payload, id) => {
        expect(readCallFrame(decodeFrame(Buffer.from(encodeFrame([id, 'a.b', payload]))))).toEqual([
          id,
          'a.b',
          payload,
        ]);
      }),
    );
  });

  it('bring bytes back as a plain Uint8Array, also out of a Buffer', () => {
    const [, , payload] = decodeFrame(Buffer.from(encodeFrame([1, 'a', new Uint8Array([1, 2])]))) as unknown[];
    expect(Object.getPrototypeOf(payload)).toBe(Uint8Array.prototype);
  });

  it('leave out what is undefined', () => {
    expect(decodeFrame(encodeFrame([1, 'a', { there: 1, absent: undefined }]))).toEqual([1, 'a', { there: 1 }]);
  });

  it('of anything but a call are nobody’s', () => {
    for (const frame of [
      null,
      1,
      'a',
      {},
      [],
      [1, 'a'],
      ['1', 'a', {}],
      [1.5, 'a', {}],
      [1, 2, {}],
      [1, 'a', {}, {}],
    ]) {
      expect(readCallFrame(frame)).toBeNull();
    }
  });

  it('hold the largest payload that the router takes, whatever it is written in', () => {
    const text = '漢'.repeat(MAX_PAYLOAD_BYTES / 2);
    expect(encodeFrame([1, 'entries.write', { body: text }]).byteLength).toBeLessThan(MAX_FRAME_BYTES);
  });
});
