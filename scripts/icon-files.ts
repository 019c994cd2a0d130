/** The two containers that Windows and macOS want their icons in. Both hold PNG pictures as they are; Windows reads those since Vista, macOS since 10.7. */

export interface IconPicture {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Buffer;
}

const ICO_HEADER = 6;
const ICO_ENTRY = 16;

/** An .ico of the pictures, which are at most 256 pixels wide. */
export function writeIco(pictures: readonly IconPicture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER + ICO_ENTRY * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index;
    // 256 does not fit into the byte, and is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** The pictures of an .ico, in its order. Throws where it is none, or holds something else than PNG. */
export function readIco(file: Buffer): IconPicture[] {
  if (file.readUInt16LE(0) !== 0 || file.readUInt16LE(2) !== 1) throw new Error('This is no .ico file.');
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = ICO_HEADER + ICO_ENTRY * index;
    const offset = file.readUInt32LE(at + 12);
    const png = file.subarray(offset, offset + file.readUInt32LE(at + 8));
    const width = widthOfPng(png);
    if (width !== (file.readUInt8(at) || 256)) throw new Error('A picture of the .ico is not as large as it says.');
    return { size: width, png };
  });
}

/** What Apple calls the pictures; `@2x` are those of screens with twice the dots. */
const ICNS_TYPES: readonly { readonly type: string; readonly size: number }[] = [
  { type: 'icp4', size: 16 },
  { type: 'icp5', size: 32 },
  { type: 'ic11', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
];

const ICNS_HEADER = 8;

/** An .icns; `pictures` has one of each size from 16 to 1024. */
export function writeIcns(pictures: readonly IconPicture[]): Buffer {
  const parts = ICNS_TYPES.map(({ type, size }) => {
    const picture = pictures.find((each) => each.size === size);
    if (picture === undefined) throw new Error(`There is no picture of ${String(size)} pixels.`);
    const head = Buffer.alloc(ICNS_HEADER);
    head.write(type, 'latin1');
    head.writeUInt32BE(ICNS_HEADER + picture.png.length, 4);
    return Buffer.concat([head, picture.png]);
  });
  const head = Buffer.alloc(ICNS_HEADER);
  head.write('icns', 'latin1');
  head.writeUInt32BE(ICNS_HEADER + parts.reduce((bytes, part) => bytes + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

/** The pictures of an .icns by the names of their types. Throws where it is none, or holds something else than PNG. */
export function readIcns(file: Buffer): ReadonlyMap<string, IconPicture> {
  if (file.toString('latin1', 0, 4) !== 'icns' || file.readUInt32BE(4) !== file.length) {
    throw new Error('This is no .icns file.');
  }
  const pictures = new Map<string, IconPicture>();
  for (let at = ICNS_HEADER; at < file.length; at += file.readUInt32BE(at + 4)) {
    const png = file.subarray(at + ICNS_HEADER, at + file.readUInt32BE(at + 4));
    pictures.set(file.toString('latin1', at, at + 4), { size: widthOfPng(png), png });
  }
  return pictures;
}

/** Pixels. Throws where it is no PNG picture, or no square. */
export function widthOfPng(png: Buffer): number {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG picture.');
  const width = png.readUInt32BE(16);
  if (width !== png.readUInt32BE(20)) throw new Error('This picture is no square.');
  return width;
}
