import type { StorageChannel } from '../../src-shared/contract/index.ts';
import type { Result } from '../../src-shared/result.ts';
import type { ClockSettings } from '../clock.ts';
import type { ParsedImport } from '../import-process/parsed.ts';
import type { ImportPreview, ImportReport } from '../../src-shared/contract/imports.ts';
import type { LogEvent, LogFields } from '../log.ts';

/** What main and the storage process say to each other: structured-clone values, one answer for each request. */
export interface StorageStart {
  readonly kind: 'start';
  /** The profile's folder. */
  readonly folder: string;
  readonly clock: ClockSettings;
  readonly passphraseCost: 'calibrated' | 'floor';
}

/** Calls beside the contract's own storage channels: parameters and results. */
export interface StorageCalls {
  create: { input: { passphrase: string }; output: { recoveryKey: string } };
  'confirm-recovery-key': { input: { recoveryKey: string }; output: Record<string, never> };
  unlock: { input: { method: 'passphrase' | 'recovery-key'; secret: string }; output: Record<string, never> };
  damage: {
    input: Record<string, never>;
    output: { readableRecords: number | null; backups: { name: string; writtenAt: string; records: number }[] };
  };
  rebuild: {
    input: { backup: string | null };
    output: { restored: number; unreadable: number; keptAs: string };
  };
  'import-preview': { input: { parsed: ParsedImport }; output: ImportPreview };
  'import-run': { input: { parsed: ParsedImport }; output: ImportReport };
  /** Behind every request that came before it: closes the files, so that ending the process leaves no WAL behind. */
  close: { input: Record<string, never>; output: Record<string, never> };
}
export type StorageCall = keyof StorageCalls;

export interface StorageRequest {
  readonly kind: 'request';
  readonly id: number;
  readonly method: StorageCall | StorageChannel;
  readonly input: unknown;
}

export type StorageMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'changed'; readonly domains: ('entries' | 'habits')[] }
  | { readonly kind: 'log'; readonly event: LogEvent; readonly fields: LogFields };
