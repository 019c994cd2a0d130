/**
 * The one contract: every call and every event that crosses the bridge. Router, preload, renderer client and test client all come
 * from it. The renderer imports its types only, so that no schema and no zod is in the page's bundle (a lint rule and a test hold that).
 */
import type { z } from 'zod';
import type { Result } from '../result.ts';
import { appContract } from './app.ts';
import { attachmentsContract } from './attachments.ts';
import { backupsContract } from './backups.ts';
import { captureContract, captureInboxContract } from './capture.ts';
import { desktopContract } from './desktop.ts';
import { entriesContract } from './entries.ts';
import { eventsContract } from './events.ts';
import { exportEstimatesContract, exportsContract } from './exports.ts';
import { habitsContract } from './habits.ts';
import { importsContract } from './imports.ts';
import { insightsContract } from './insights.ts';
import { openedFileContract } from './opened-file.ts';
import { preferencesContract } from './preferences.ts';
import { remindersContract } from './reminders.ts';
import { sampleContract } from './sample.ts';
import { searchesContract } from './searches.ts';
import { statisticsContract } from './statistics.ts';
import { spellingContract } from './spelling.ts';
import { syncContract } from './sync.ts';
import { templatesContract } from './templates.ts';
import { updatesContract } from './updates.ts';
import { vaultContract } from './vault.ts';

export const contract = {
  ...appContract,
  ...desktopContract,
  ...captureContract,
  ...captureInboxContract,
  ...vaultContract,
  ...entriesContract,
  ...attachmentsContract,
  ...habitsContract,
  ...preferencesContract,
  ...remindersContract,
  ...templatesContract,
  ...searchesContract,
  ...spellingContract,
  ...importsContract,
  ...sampleContract,
  ...exportsContract,
  ...exportEstimatesContract,
  ...backupsContract,
  ...statisticsContract,
  ...insightsContract,
  ...syncContract,
  ...updatesContract,
  ...openedFileContract,
} as const;

export { eventsContract };

/** All that the window of quick capture may call; the router refuses it everything else. */
export const captureChannels: ReadonlySet<string> = new Set(Object.keys(captureContract));

export type Contract = typeof contract;
export type Channel = keyof Contract;
/** What a handler receives: the input after the schema has read it. */
export type InputOf<C extends Channel> = z.output<Contract[C]['input']>;
/** What a caller may send. */
export type CallInputOf<C extends Channel> = z.input<Contract[C]['input']>;
export type OutputOf<C extends Channel> = z.output<Contract[C]['output']>;

export type EventName = keyof typeof eventsContract;
export type EventOf<E extends EventName> = z.output<(typeof eventsContract)[E]>;

const storageContract = {
  ...entriesContract,
  ...attachmentsContract,
  ...habitsContract,
  ...preferencesContract,
  ...templatesContract,
  ...searchesContract,
  ...statisticsContract,
  ...insightsContract,
  ...spellingContract,
  ...exportEstimatesContract,
} as const;
/** Channels that the storage process answers; main only passes them on. */
export type StorageChannel = keyof typeof storageContract;
export const storageChannels = Object.keys(storageContract) as readonly StorageChannel[];

export type Handler<C extends Channel> = (input: InputOf<C>) => Promise<Result<OutputOf<C>>>;
export type Handlers<C extends Channel = Channel> = { readonly [K in C]: Handler<K> };

/** What the preload puts on `window.daygrove`; the browser host's bridge and the test client have the same shape. */
export interface Bridge {
  invoke(channel: string, payload: unknown): Promise<Result<unknown>>;
  /** Returns the function that ends the subscription. */
  on(event: string, listener: (payload: unknown) => void): () => void;
}

/** The typed face of a Bridge. */
export interface Client {
  invoke<C extends Channel>(channel: C, input: CallInputOf<C>): Promise<Result<OutputOf<C>>>;
  on<E extends EventName>(event: E, listener: (payload: EventOf<E>) => void): () => void;
}
