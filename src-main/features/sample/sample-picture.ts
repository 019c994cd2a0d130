import { crc32, deflateSync } from 'node:zlib';
import type { SamplePicture } from './sample-texts.ts';

type Colour = readonly [red: number, green: number, blue: number];

interface Scene {
  /** Of the sky, from its top to the horizon. */
  readonly sky: readonly [Colour, Colour];
  readonly sun: { readonly x: number; readonly y: number; readonly radius: number; readonly colour: Colour };
  /** From the farthest to the nearest: where it begins, how high its waves are, and how many. */
  readonly hills: readonly {
    readonly colour: Colour;
    readonly base: number;
    readonly height: number;
    readonly waves: number;
    readonly shift: number;
  }[];
  /** Below this everything is water that shows what is above it. null: there is none. */
  readonly shore: number | null;
}

/** Places and lengths are shares of the picture. */
const SCENES: Readonly<Record<SamplePicture, Scene>> = {
  lake: {
    sky: [
      [74, 96, 138],
      [244, 190, 146],
    ],
    sun: { x: 0.66, y: 0.47, radius: 0.05, colour: [255, 231, 190] },
    hills: [
      { colour: [132, 124, 148], base: 0.5, height: 0.06, waves: 2.2, shift: 0.4 },
      { colour: [84, 92, 112], base: 0.555, height: 0.045, waves: 3.4, shift: 2.1 },
      { colour: [44, 58, 66], base: 0.6, height: 0.02, waves: 9, shift: 0.9 },
    ],
    shore: 0.62,
  },
  hills: {
    sky: [
      [176, 206, 226],
      [243, 236, 219],
    ],
    sun: { x: 0.24, y: 0.24, radius: 0.06, colour: [255, 248, 226] },
    hills: [
      { colour: [170, 190, 206], base: 0.42, height: 0.07, waves: 1.7, shift: 0.2 },
      { colour: [136, 165, 178], base: 0.52, height: 0.08, waves: 2.3, shift: 1.7 },
      { colour: [104, 142, 138], base: 0.64, height: 0.08, waves: 1.9, shift: 3.3 },
      { colour: [78, 116, 92], base: 0.76, height: 0.07, waves: 2.6, shift: 4.4 },
      { colour: [50, 82, 58], base: 0.89, height: 0.06, waves: 1.5, shift: 0.8 },
    ],
    shore: null,
  },
};

/** Where the edge of a hill stands at `x`, both as shares. */
function edgeOf({ base, height, waves, shift }: Scene['hills'][number], x: number): number {
  const wave = Math.sin(x * waves * Math.PI + shift) + 0.35 * Math.sin(x * waves * 7.3 + shift * 3);
  return base - height * 0.5 * (1 + wave / 1.35);
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Paints one pixel after the other into `pixel`, which is written over: half a million colours would be half a million arrays. */
class Painter {
  readonly pixel: [red: number, green: number, blue: number] = [0, 0, 0];
  readonly #scene: Scene;
  readonly #width: number;
  readonly #height: number;
  /** Of each hill, by column. */
  readonly #edges: readonly Float64Array[];

  constructor(scene: Scene, width: number, height: number) {
    this.#scene = scene;
    this.#width = width;
    this.#height = height;
    this.#edges = scene.hills.map((hill) =>
      Float64Array.from({ length: width }, (_, column) => edgeOf(hill, (column + 0.5) / width)),
    );
  }

  paint(column: number, row: number): void {
    const { shore } = this.#scene;
    const y = (row + 0.5) / this.#height;
    if (shore === null || y < shore) {
      this.#land(column, y);
      return;
    }
    const depth = (y - shore) / (1 - shore);
    const ripple = 0.004 * Math.sin(depth * 90 + (27 * column) / this.#width / 3) * (0.3 + depth);
    const shown = Math.min(this.#width - 1, Math.max(0, Math.round(column + ripple * 2 * this.#width)));
    this.#land(shown, Math.max(0, shore - depth * shore * 0.95 + ripple));
    this.#mix([36, 48, 68], 0.22 + 0.35 * depth);
  }

  #land(column: number, y: number): void {
    const { sky, sun, hills } = this.#scene;
    const [red, green, blue] = sky[0];
    this.pixel[0] = red;
    this.pixel[1] = green;
    this.pixel[2] = blue;
    this.#mix(sky[1], Math.min(1, y / (hills[0]?.base ?? 1)));
    const x = (column + 0.5) / this.#width;
    const distance = Math.hypot(((x - sun.x) * this.#width) / this.#height, y - sun.y);
    this.#mix(sun.colour, 0.45 * Math.exp(-((distance / 0.22) ** 2)));
    // An edge is one pixel soft, at any size.
    this.#mix(sun.colour, within((sun.radius - distance) * this.#height + 0.5));
    for (const [index, hill] of hills.entries()) {
      const covered = within((y - this.#edges[index]![column]!) * this.#height + 0.5);
      // Haze lies in the valleys.
      const haze = 0.28 * within((y - hill.base) * 5);
      this.#mix(hill.colour, covered);
      this.#mix(sky[1], covered * haze);
    }
  }

  #mix(colour: Colour, share: number): void {
    for (let part = 0; part < 3; part += 1) this.pixel[part]! += (colour[part]! - this.pixel[part]!) * share;
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A drawn picture of the sample journal, as PNG (RFC 2083, 8 bits RGB). Width and height in pixels. */
export function drawnPicture(picture: SamplePicture, width: number, height: number): Uint8Array {
  const painter = new Painter(SCENES[picture], width, height);
  const stride = 1 + 3 * width;
  const plain = Buffer.alloc(height * 3 * width);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      painter.paint(column, row);
      for (let part = 0; part < 3; part += 1)
        plain[3 * (row * width + column) + part] = Math.round(painter.pixel[part]!);
    }
  }
  const rows = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row += 1) {
    // The filter "up": a row as the difference from the one above it, which in a sky is nearly nothing.
    rows[row * stride] = 2;
    for (let at = 0; at < 3 * width; at += 1) {
      const above = row === 0 ? 0 : plain[(row - 1) * 3 * width + at]!;
      rows[row * stride + 1 + at] = plain[row * 3 * width + at]! - above;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}
