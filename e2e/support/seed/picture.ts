import { crc32, deflateSync } from 'node:zlib';

export interface PictureShape {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows: the same number, the same picture at any size. */
  readonly motif: number;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A PNG (RFC 2083, 8 bits RGB) of a sky over hills. Some kilobytes: large enough to be decoded, small enough for hundreds of them. */
export function pngOf({ width, height, motif }: PictureShape): Uint8Array {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  const hue = motif % 97;
  for (let y = 0; y < height; y += 1) {
    // The first byte of a row names its filter: none.
    const start = y * (1 + 3 * width) + 1;
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x / width, y / height];
      const hill = 0.55 + 0.18 * Math.sin((u * (3 + (motif % 5)) + hue) * 2) + 0.05 * Math.sin(u * 23 + hue);
      const isLand = v > hill;
      const grain = ((x * 7 + y * 13 + motif) % 5) * 2;
      rows[start + 3 * x] = (isLand ? 60 + hue : 150 + 80 * v) + grain;
      rows[start + 3 * x + 1] = (isLand ? 110 + 60 * (1 - v) : 170 + 40 * v) + grain;
      rows[start + 3 * x + 2] = (isLand ? 50 : 200 + ((motif * 3) % 40)) + grain;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
