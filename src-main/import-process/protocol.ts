import type { ErrorCode } from '../../src-shared/result.ts';
import type { ParsedImport } from './parsed.ts';

/** What the parent says to the import process: once for each process. */
export interface ParseRequest {
  readonly type: 'parse';
  /** The file's name as the person chose it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ImportFailure = Extract<ErrorCode, 'import-unrecognised' | 'import-damaged'>;

/** What it answers, then it waits to be ended. */
export type ParseAnswer =
  | { readonly type: 'parsed'; readonly parsed: ParsedImport }
  | { readonly type: 'failed'; readonly code: ImportFailure };
