import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema, instantSchema } from './values.ts';

/** Characters of what a release says about itself. It comes from outside. */
export const MAX_RELEASE_NOTES = 20_000;

const versionSchema = z.string().max(100);
const notesSchema = z.string().max(MAX_RELEASE_NOTES);

/** Why a build cannot look for updates by itself. */
export const updatesUnavailableSchema = z.enum([
  /** It runs in a browser, from the sources. */
  'browser',
  /** It was started from a folder of the project. */
  'not-packaged',
  /** The system's package manager installed it, and replaces it. */
  'package-manager',
  /** The build was given no address to ask. */
  'no-address',
  /** The build was given no key to check signatures with. */
  'no-key',
]);
export type UpdatesUnavailable = z.infer<typeof updatesUnavailableSchema>;

export const updateFailureSchema = z.enum([
  /** Nobody answers. */
  'offline',
  /** What answers has no list of releases, or one that cannot be read. */
  'server',
  /** The list of releases carries no signature. */
  'unsigned',
  /** The signature of the list, or the system's of the program, is not ours. */
  'wrong-signature',
  /** What came is not what the signed list names. */
  'damaged',
  /** The list names a version that is older than this one. */
  'older',
  /** It could not be written. */
  'disk',
  'internal',
]);
export type UpdateFailure = z.infer<typeof updateFailureSchema>;

export const updateStatusSchema = z.discriminatedUnion('type', [
  /** Nobody has asked since the start. */
  z.strictObject({ type: z.literal('never') }),
  z.strictObject({ type: z.literal('checking') }),
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('available'), version: versionSchema, notes: notesSchema }),
  /** Bytes; `total` null: not known yet. */
  z.strictObject({
    type: z.literal('downloading'),
    version: versionSchema,
    notes: notesSchema,
    done: z.int().min(0),
    total: z.int().min(0).nullable(),
  }),
  z.strictObject({ type: z.literal('ready'), version: versionSchema, notes: notesSchema }),
  /** The person said so: the vault is being locked, and the app ends. */
  z.strictObject({ type: z.literal('installing'), version: versionSchema }),
  z.strictObject({ type: z.literal('failed'), reason: updateFailureSchema }),
]);
export type UpdateStatus = z.infer<typeof updateStatusSchema>;

export const updatesStateSchema = z.strictObject({
  /** Null: it can. */
  unavailable: updatesUnavailableSchema.nullable(),
  status: updateStatusSchema,
  /** When the list of releases was last read; null: never. */
  checkedAt: instantSchema.nullable(),
  /** The first start after an update, until `updates.seen`: what the changelog of this version says. Markdown. */
  whatChanged: z.strictObject({ version: versionSchema, notes: notesSchema }).nullable(),
});
export type UpdatesState = z.infer<typeof updatesStateSchema>;

/**
 * Nothing asks the network but the person: by `updates.check`, or by the setting `updates`, which is off until they turn it on. All channels answer with the state, as it is then;
 * what comes of them is told by `updates.changed`.
 */
export const updatesContract = {
  'updates.state': channel(emptySchema, updatesStateSchema),
  /** Reads the list of releases. Ignored while a download is at work or an update is ready. */
  'updates.check': channel(emptySchema, updatesStateSchema),
  /** Fetches the version that was found. Its hash is in the signed list. */
  'updates.download': channel(emptySchema, updatesStateSchema),
  /** Stops a check or a download. */
  'updates.cancel': channel(emptySchema, updatesStateSchema),
  /** Writes what is being typed, locks the vault and ends the app; the new version takes its place. Only where one is ready. */
  'updates.install': channel(emptySchema, updatesStateSchema),
  /** What changed has been shown. */
  'updates.seen': channel(emptySchema, updatesStateSchema),
} as const;
