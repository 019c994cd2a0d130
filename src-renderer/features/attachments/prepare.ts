/** A file as it is kept: a picture scaled to what a screen shows, with a small one to list it by. */
export interface Prepared {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
}

/** Longest side of a picture that is kept, in pixels. */
export const LONGEST_SIDE = 2048;
const THUMBNAIL_SIDE = 480;
/** MAX_THUMBNAIL_BYTES of the contract. */
const THUMBNAIL_BYTES = 128 * 1024;
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);
/** Scaling would leave one picture of many. */
const MOVING = 'image/gif';

export function isPicture(type: string): boolean {
  return PICTURES.has(type);
}

async function drawn(bitmap: ImageBitmap, longest: number, type: string, quality: number): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type, quality });
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());

/** null: it cannot be made small enough. */
export async function thumbnailOf(bitmap: ImageBitmap): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const quality of [0.8, 0.5, 0.2]) {
    const blob = await drawn(bitmap, THUMBNAIL_SIDE, 'image/webp', quality);
    if (blob.size <= THUMBNAIL_BYTES) return bytesOf(blob);
  }
  return null;
}

/**
 * Reads a file. A picture turns as its camera held it and is scaled down to LONGEST_SIDE; one that is small enough stays as it is, byte by byte. What calls
 * itself a picture and cannot be drawn is kept as a file.
 * @throws DOMException where the file cannot be read any more
 */
export async function prepareFile(file: File): Promise<Prepared> {
  const plain = async (): Promise<Prepared> => ({
    name: file.name.slice(-255),
    type: file.type.slice(0, 100),
    bytes: await bytesOf(file),
    width: null,
    height: null,
    thumbnail: null,
  });
  if (!isPicture(file.type)) return plain();
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return { ...(await plain()), type: 'application/octet-stream' };
  }
  try {
    const thumbnail = await thumbnailOf(bitmap);
    const { width, height } = bitmap;
    if (Math.max(width, height) <= LONGEST_SIDE || file.type === MOVING) {
      return { ...(await plain()), width, height, thumbnail };
    }
    // JPEG knows no transparency.
    const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp';
    const scaled = await drawn(bitmap, LONGEST_SIDE, type, 0.88);
    const scale = LONGEST_SIDE / Math.max(width, height);
    return {
      name: file.name.slice(-255),
      type: scaled.type,
      bytes: await bytesOf(scaled),
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      thumbnail,
    };
  } finally {
    bitmap.close();
  }
}
