import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaTypeOf, pictureSizeOf } from './media-type.ts';
import { jpeg } from './testing/media-samples.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('mediaTypeOf', () => {
  it.each([
    ['\xFF\xD8\xFF\xE0', 'image/jpeg'],
    ['\x89PNG\r\n\x1A\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x01\x02\x03\x04WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x18ftypheic', 'image/heic'],
    ['\0\0\0\x18ftypavif', 'image/avif'],
    ['\0\0\0\x18ftypisom', 'video/mp4'],
    ['\0\0\0\x14ftypqt  ', 'video/quicktime'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xFF\xFB\x90', 'audio/mpeg'],
    ['\xFF\xF1\x50', 'audio/aac'],
    ['RIFF\x01\x02\x03\x04WAVEfmt ', 'audio/wav'],
    ['OggS', 'audio/ogg'],
    ['%PDF-1.7', 'application/pdf'],
    ['hello', 'application/octet-stream'],
    ['', 'application/octet-stream'],
  ])('of %j is %s', (start, type) => {
    expect(mediaTypeOf(latin(start), 'a.bin')).toBe(type);
  });

  it('believes the bytes before the name, and the name where they say nothing', () => {
    expect(mediaTypeOf(latin('%PDF-1.7'), 'a.jpeg')).toBe('application/pdf');
    expect(mediaTypeOf(latin('\0\0\0\x18ftypisom'), 'a.M4A')).toBe('audio/mp4');
    expect(mediaTypeOf(latin('hello'), 'a.TXT')).toBe('text/plain');
    expect(mediaTypeOf(latin('hello'), 'a.constructor')).toBe('application/octet-stream');
  });
});

describe('pictureSizeOf', () => {
  it('is the size as it is to be seen', () => {
    expect(pictureSizeOf(jpeg(40, 30), 'image/jpeg')).toEqual({ width: 40, height: 30 });
    expect(pictureSizeOf(jpeg(40, 30, 3), 'image/jpeg')).toEqual({ width: 40, height: 30 });
    for (const turned of [5, 6, 7, 8]) {
      expect(pictureSizeOf(jpeg(40, 30, turned), 'image/jpeg')).toEqual({ width: 30, height: 40 });
    }
    expect(pictureSizeOf(jpeg(40, 0), 'image/jpeg')).toBeNull();
    expect(pictureSizeOf(jpeg(40, 30), 'video/mp4')).toBeNull();
  });

  it('answers to any bytes', () => {
    const starts = fc.constantFrom(
      '\xFF\xD8\xFF\xE1',
      '\x89PNG\r\n\x1A\n\0\0\0\rIHDR',
      'RIFF\0\0\0\0WEBPVP8X',
      '\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\xFFmeta',
      'II*\0\x08\0\0\0',
      'MM\0*\0\0\0\x08',
      'GIF89a',
      'BM',
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const head = Buffer.concat([latin(start), rest]);
        const size = pictureSizeOf(head, mediaTypeOf(head, ''));
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
