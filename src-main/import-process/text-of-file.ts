import type { TreeFile } from './tree.ts';

/** Bytes of one text: ten million words. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** What some bytes say. `isWhole` false: some of them are no text, and were replaced. */
export interface DecodedText {
  readonly text: string;
  readonly isWhole: boolean;
}

/** UTF-8, or UTF-16 where its mark stands before it: Windows' editors still write that. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isWhole: true };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isWhole: false };
  }
}

/** @throws AppFailure `import-damaged` where it cannot be read or is longer than MAX_TEXT_BYTES */
export async function readText(file: TreeFile): Promise<DecodedText> {
  return decodeText(await file.bytes(MAX_TEXT_BYTES));
}

/** The beginning of a file as text, without the half character at its end; null: it is no text. */
export async function textHead(file: TreeFile, bytes = 4096): Promise<string | null> {
  const head = await file.head(bytes);
  if (head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))) {
    return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head).replace(/\r\n?/g, '\n');
  }
  if (head.includes(0)) return null;
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  return text.replace(/\r\n?/g, '\n');
}
