/** The beginning of a JPEG of that size, as far as anything here looks; `orientation` as EXIF has it. */
export function jpeg(width: number, height: number, orientation = 1): Uint8Array<ArrayBuffer> {
  const exif = Buffer.alloc(36);
  exif.write('\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01', 0, 'latin1');
  exif.writeUInt16BE(orientation, 28);
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0, 0xff, 0xd9]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame]));
}
