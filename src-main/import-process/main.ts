/**
 * The import process: reads one file that somebody else wrote, in a process without keys that can be ended at any time. It keeps
 * nothing, writes nothing and prints nothing.
 */
import { connectToParent } from '../processes/parent-port.ts';
import type { ParseRequest } from './protocol.ts';
import { readImport } from './read-import.ts';

function isParseRequest(message: unknown): message is ParseRequest {
  if (typeof message !== 'object' || message === null) return false;
  const { type, name, bytes } = message as Partial<Record<keyof ParseRequest, unknown>>;
  return type === 'parse' && typeof name === 'string' && bytes instanceof Uint8Array;
}

const parent = connectToParent();
parent.onMessage((message) => {
  if (!isParseRequest(message)) return;
  parent.post(readImport(message.name, message.bytes));
});
