import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { isSamePicture, smallPng } from '../screens/small-png.ts';

const SIDE = 40;

/** A square as Chromium would take it, of one colour but for some pixels. */
function taken(colour: number, others: Readonly<Record<number, number>> = {}): Buffer {
  const part = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    // Its check sum is read by nobody here.
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 2, 0, 0, 0]);
  const rows = Buffer.alloc(SIDE * (SIDE * 3 + 1));
  for (let index = 0; index < SIDE * SIDE; index += 1) {
    const at = Math.floor(index / SIDE) * (SIDE * 3 + 1) + 1 + (index % SIDE) * 3;
    rows.writeUIntBE(others[index] ?? colour, at, 3);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    part('IHDR', header),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture is the same where only the drawing of an edge is a little otherwise', () => {
  const before = smallPng(taken(0xfaf8f3));
  const isSame = (other: Buffer): boolean => isSamePicture(before, smallPng(other));
  expect(isSame(taken(0xfaf8f3))).toBe(true);
  expect(isSame(taken(0xfaf8f3, { 7: 0xf4f2ed, 90: 0xf1f0ea }))).toBe(true);
  // One pixel that is quite another; all of them a little otherwise.
  expect(isSame(taken(0xfaf8f3, { 7: 0x26231d }))).toBe(false);
  expect(isSame(taken(0xf8f6f1))).toBe(false);
  // One that was put there as Chromium took it is replaced.
  expect(isSamePicture(taken(0xfaf8f3), before)).toBe(false);
});
