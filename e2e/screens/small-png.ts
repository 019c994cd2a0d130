import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COMMON = 192;
const RARE = 64;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Of each pixel 0xRRGGBB, row by row. */
  readonly colours: Uint32Array;
}

/**
 * The same picture with a palette: a third of the size. The colours that most pixels have stay as they are, and so do the rare ones that are the least like them; every
 * other pixel gets the nearest of these, which of a screen without photos nobody sees.
 * @param png as Chromium takes it: 8 bits of red, green and blue, not interlaced. Throws for any other.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colours } = read(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, COMMON)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const others = [...counts.keys()].filter((colour) => !places.has(colour)).map((colour) => nearest(palette, colour));
  for (let rare = 0; rare < RARE; rare += 1) {
    const [first, ...rest] = others;
    if (first === undefined) break;
    const { colour } = rest.reduce((most, other) => (other.distance > most.distance ? other : most), first);
    const place = palette.push(colour) - 1;
    for (const other of others) {
      const distance = distanceOf(colour, other.colour);
      if (distance < other.distance) Object.assign(other, { place, distance });
    }
  }
  for (const { colour, place } of others) places.set(colour, place);

  const rows = Buffer.alloc(height * (width + 1));
  for (const [index, colour] of colours.entries()) {
    // Each row begins with its filter: none, which is best for a palette.
    rows[index + Math.floor(index / width) + 1] = places.get(colour) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const data = deflateSync(rows, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Squared, as of two colours: about a dozen steps of each of the three. */
const SLIGHT = 1600;
/** So few slightly other pixels are how an edge was drawn this time. */
const FEW = 200;

/**
 * Whether two pictures are the same to the eye: Chromium draws a rounded corner not always alike.
 * @param one what is in the folder; a picture that was not made by `smallPng` is another one
 * @param other as `smallPng` makes them
 */
export function isSamePicture(one: Buffer, other: Buffer): boolean {
  if (one.equals(other)) return true;
  if (chunksOf(one).table === undefined) return false;
  const [first, second] = [readSmall(one), readSmall(other)];
  if (first.width !== second.width || first.height !== second.height) return false;
  let others = 0;
  for (const [index, colour] of first.colours.entries()) {
    const distance = distanceOf(colour, second.colours[index]!);
    if (distance > SLIGHT) return false;
    if (distance > 0) others += 1;
  }
  return others <= FEW;
}

interface Placed {
  readonly colour: number;
  place: number;
  distance: number;
}

function nearest(palette: readonly number[], colour: number): Placed {
  const found = { colour, place: 0, distance: Infinity };
  for (const [place, other] of palette.entries()) {
    const distance = distanceOf(colour, other);
    if (distance < found.distance) Object.assign(found, { place, distance });
  }
  return found;
}

/** Squared, with the weights that the eye gives red, green and blue. */
function distanceOf(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

interface Chunks {
  readonly header: Buffer | undefined;
  readonly table: Buffer | undefined;
  readonly data: Buffer;
}

function chunksOf(png: Buffer): Chunks {
  let header: Buffer | undefined;
  let table: Buffer | undefined;
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = data;
    if (type === 'PLTE') table = data;
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  return { header, table, data: inflateSync(Buffer.concat(parts)) };
}

function readSmall(png: Buffer): Pixels {
  const { header, table, data } = chunksOf(png);
  if (header === undefined || table === undefined) throw new Error('This picture is no PNG with a palette.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const colours = new Uint32Array(width * height);
  for (let index = 0; index < colours.length; index += 1) {
    colours[index] = table.readUIntBE((data[index + Math.floor(index / width) + 1] ?? 0) * 3, 3);
  }
  return { width, height, colours };
}

function read(png: Buffer): Pixels {
  const { header, data: lines } = chunksOf(png);
  if (header === undefined || !header.subarray(8).equals(Buffer.from([8, 2, 0, 0, 0])))
    throw new Error('This picture is no PNG of 8 bits of red, green and blue.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  unfilter(lines, width * 3, height);
  const colours = new Uint32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      colours[row * width + column] = lines.readUIntBE(row * (width * 3 + 1) + 1 + column * 3, 3);
    }
  }
  return { width, height, colours };
}

/** PNG, part 9: a byte is written as its difference to the byte of the pixel before it, above it, or of both. In place. */
function unfilter(lines: Buffer, length: number, height: number): void {
  for (let row = 0; row < height; row += 1) {
    const start = row * (length + 1) + 1;
    const filter = lines[start - 1];
    for (let column = 0; column < length; column += 1) {
      const at = start + column;
      const left = column < 3 ? 0 : (lines[at - 3] ?? 0);
      const above = row === 0 ? 0 : (lines[at - length - 1] ?? 0);
      const corner = column < 3 || row === 0 ? 0 : (lines[at - length - 4] ?? 0);
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      lines[at] = (lines[at] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
