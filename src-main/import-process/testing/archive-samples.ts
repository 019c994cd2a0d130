/** For tests: archives made by hand, as no Daygrove would write them. */
import { zipSync, type Zippable } from 'fflate';

type Content = string | Uint8Array;

export const SAMPLE_ID = '0190a0a0-0000-4000-8000-00000000000a';

export function idOf(number: number): string {
  return `0190a0a0-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function entryLine(number: number, more: object = {}): string {
  const fields = { day: '2026-11-22', createdAt: 1, zone: 'UTC', body: `Entry ${number}` };
  return JSON.stringify({ id: idOf(number), writtenAt: 5, fields, ...more });
}

export function manifest(more: object = {}): string {
  return JSON.stringify({ format: 'daygrove-archive', version: 1, files: [], ...more });
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Files of an archive by their names, with a manifest where none is given. */
export function archiveFiles(files: Readonly<Record<string, Content>>): Record<string, Uint8Array> {
  const all: Record<string, Content> = { 'manifest.json': manifest(), ...files };
  return Object.fromEntries(Object.entries(all).map(([name, content]) => [name, bytesOf(content)]));
}

export function zipOf(files: Readonly<Record<string, Content>>): Uint8Array {
  return zipSync(archiveFiles(files) satisfies Zippable);
}
