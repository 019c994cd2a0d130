/** Bytes of UTF-8 that one quick capture may have. A longer text has its place in the journal itself. */
export const MAX_CAPTURE_BYTES = 64 * 1024;

/** Things that wait in the inbox for an unlock. More are refused in words: whatever fills it, the disk is not its measure. */
export const MAX_INBOX_ITEMS = 1000;

/** Whether a text is more than one quick capture takes. */
export function isTooLongToCapture(text: string): boolean {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes > MAX_CAPTURE_BYTES;
}
