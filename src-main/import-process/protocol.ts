import type { ImportFormat, ImportProblems } from '../../src-shared/contract/imports.ts';
import type { ErrorCode } from '../../src-shared/result.ts';
import type { ParsedItem, ParsedMedia } from './parsed.ts';

/** Bytes of a medium in one item: a piece of an attachment. */
export { ATTACHMENT_PIECE_BYTES as MEDIA_PIECE_BYTES } from '../../src-shared/contract/attachments.ts';

type Plain<T> = T extends { readonly kind: 'media' | 'problem' } ? never : T;

/** An item on its way to the storage process: what can be cloned. */
export type WireItem =
  | Plain<ParsedItem>
  /** The answer to the batch that ends with it says whether its bytes are wanted. */
  | { readonly kind: 'media'; readonly media: ParsedMedia }
  /** In their order, all but the last MEDIA_PIECE_BYTES long. */
  | { readonly kind: 'media-piece'; readonly key: string; readonly index: number; readonly bytes: Uint8Array }
  /** Behind the last piece; `media.size` is what came. null: it broke in the middle. */
  | { readonly kind: 'media-end'; readonly key: string; readonly media: ParsedMedia | null };

/** What the parent says to the import process: `parse` once for each process, then one `next` for each batch, and a `piece` for each `read`. */
export type ToImport =
  | {
      readonly type: 'parse';
      readonly files: readonly { readonly path: string; readonly size: number; readonly modifiedAt: number | null }[];
      /** Whether the bytes of media are wanted at all: not for a look at what there is. */
      readonly withMedia: boolean;
    }
  | { readonly type: 'piece'; readonly readId: number; readonly bytes: Uint8Array | null }
  | { readonly type: 'next'; readonly wantsMedia: boolean };

export type ImportFailure = Extract<
  ErrorCode,
  'import-unrecognised' | 'import-damaged' | 'import-too-new' | 'import-encrypted' | 'import-own-export' | 'not-found'
>;

export type FromImport =
  | {
      readonly type: 'read';
      readonly readId: number;
      readonly file: number;
      readonly offset: number;
      readonly length: number;
    }
  /** Before the first batch. */
  | { readonly type: 'recognised'; readonly format: ImportFormat }
  /** Waits for `next`. */
  | { readonly type: 'batch'; readonly items: readonly WireItem[] }
  /** Then it waits to be ended. */
  | ({ readonly type: 'end' } & ImportProblems)
  | { readonly type: 'failed'; readonly code: ImportFailure };
