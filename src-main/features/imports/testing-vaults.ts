/** For tests: changes that make a vault of every kind of record, with what a newer app may add to each. */
import fc from 'fast-check';
import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import { isArchivedType, NOT_ARCHIVED } from '../../../src-shared/domain/archive.ts';
import { foldWord } from '../../../src-shared/domain/spelling.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';
import { pieceId } from '../attachments/pieces.ts';
import { checkInChange, runName } from '../habits/records.ts';

/** One action of a person's, or what arrives from a device. */
export type VaultStep = (vault: Vault) => readonly RecordChange[];

/** Any sixteen-bit units: halves of surrogate pairs, NUL and line separators too. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '# 2026\n\nfrost\r\n- [ ] leeks', '\u2028\u2029\0', '__proto__', '"},{"', '\ud83c'),
);
const line = text.map((each) => each.slice(0, 300));
const id = fc.uuid({ version: 4 }).map(idFromText);
const day = fc
  .integer({ min: -30_000, max: 60_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const moment = fc.integer({ min: -3_000_000_000_000, max: 9_000_000_000_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const newer = fc
  .dictionary(line, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })
  .map((fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [`newer ${name}`, value])));
const extras = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: newer });

/** Without what was drawn as "not set". */
function set(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function record(type: string, fields: fc.Arbitrary<object>): fc.Arbitrary<VaultStep> {
  return fc
    .record({ id, fields, newer, extras, deleted: fc.boolean() })
    .map(({ fields: own, newer: more, ...rest }) => () => [{ type, fields: set({ ...own, ...more }), ...rest }]);
}

const entries = record(
  'entry',
  fc.record({
    day,
    createdAt: moment,
    zone: fc.constantFrom('UTC', 'Europe/Vienna', 'Mars/Olympus'),
    body: text,
    title: maybe(line),
    location: maybe(line),
    mood: maybe(fc.option(fc.integer({ min: 1, max: 5 }))),
    tags: maybe(
      fc.array(
        line.map((each) => each.slice(0, 80)),
        { maxLength: 4 },
      ),
    ),
    starred: maybe(fc.boolean()),
    updatedAt: maybe(fc.option(moment)),
  }),
);

const habits = record(
  'habit',
  fc.record({
    name: line.map((each) => `h${each}`.slice(0, 200)),
    kind: fc.constantFrom<object>(
      { type: 'yes-no' },
      { type: 'quit' },
      { type: 'amount', unit: 'km\ud800', target: 2.5, direction: 'at-least' },
    ),
    schedule: fc.constantFrom<object>({ type: 'daily' }, { type: 'weekdays', days: [1, 7] }),
    startDay: day,
    endDay: maybe(fc.option(day)),
    description: maybe(text),
    position: fc.integer(),
    archived: maybe(fc.boolean()),
  }),
);

const checkIns: fc.Arbitrary<VaultStep> = fc
  .record({
    habit: id,
    days: fc.uniqueArray(day, { minLength: 1, maxLength: 5 }),
    mark: fc.constantFrom('done' as const, 'missed' as const, null),
    amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    note: maybe(fc.option(text)),
    startedAt: moment,
    deleted: fc.boolean(),
    newer,
  })
  .map(
    ({ habit, days, mark, amount, note, startedAt, deleted, newer: more }) =>
      (vault) =>
        days.map((each, at) => {
          const run = at === 0 ? { run: { name: runName(vault.device, startedAt), minutes: 12.5 } } : {};
          const values = { mark, amount, ...(note === undefined ? {} : { note }), ...run };
          const change = checkInChange(vault, habit, each, values);
          return { ...change, fields: { ...change.fields, ...more }, deleted };
        }),
  );

/** As an importer or an older app may have made them: under an id of their own. */
const strayCheckIns = record('check-in', fc.record({ habit: id.map(hexOf), day, mark: fc.constant('done') }));

const pauses = record(
  'pause',
  fc.record({ habit: fc.option(id.map(hexOf)), from: day, to: fc.option(day), reason: maybe(line) }),
);
const named = fc.record({
  name: line.map((each) => `n${each}`.slice(0, 100)),
  text: text.map((each) => each.slice(0, 400)),
});

const words: fc.Arbitrary<VaultStep> = fc
  .record({ word: line.map((each) => `w${each}`.slice(0, 64)), deleted: fc.boolean(), newer })
  .map(({ word, deleted, newer: more }) => (vault) => [
    { id: vault.derivedId('spelling-word', foldWord(word)), type: 'spelling-word', fields: { word, ...more }, deleted },
  ]);

const preferences: fc.Arbitrary<VaultStep> = fc
  .record({ dayEndsAt: maybe(fc.integer({ min: 0, max: 719 })), weekStart: maybe(fc.constantFrom(1, 7, null)), newer })
  .map(({ newer: more, ...fields }) => (vault) => [
    { id: vault.derivedId('preferences'), type: 'preferences', fields: set({ ...fields, ...more }) },
  ]);

const attachments: fc.Arbitrary<VaultStep> = fc
  .record({
    id,
    size: fc.oneof(
      fc.integer({ min: 1, max: 200 }),
      fc.constant(ATTACHMENT_PIECE_BYTES),
      fc.constant(ATTACHMENT_PIECE_BYTES + 7),
    ),
    filling: fc.integer({ min: 0, max: 255 }),
    isWhole: fc.boolean(),
    name: fc.oneof(line, fc.constantFrom('a.JPG', '../../etc/passwd', 'x.tar.gz', 'no ending')),
    type: fc.constantFrom('image/jpeg', 'text/plain', '', 'application/pdf'),
    newer,
  })
  .map(({ id: recordId, size, filling, isWhole, newer: more, ...fields }) => (vault) => {
    const pieces = Math.ceil(size / ATTACHMENT_PIECE_BYTES);
    const kept = isWhole ? pieces : pieces - 1;
    return [
      ...Array.from({ length: kept }, (_, index): RecordChange => {
        const bytes = Buffer.alloc(
          Math.min(ATTACHMENT_PIECE_BYTES, size - index * ATTACHMENT_PIECE_BYTES),
          filling + index,
        );
        return {
          id: pieceId(vault, idToText(recordId), index),
          type: 'attachment-piece',
          fields: { data: bytes.toString('base64') },
        };
      }),
      {
        id: recordId,
        type: 'attachment',
        fields: { ...fields, size, width: null, height: 3, thumbnail: 'AAAA', addedAt: 5, ...more },
      },
    ];
  });

/** Of types that only a newer app knows: any name, any sixteen bytes for an id. */
const unknown: fc.Arbitrary<VaultStep> = fc
  .record({
    type: text.filter((type) => !isArchivedType(type) && !NOT_ARCHIVED.has(type)),
    id: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    fields: fc.dictionary(text, fc.jsonValue({ maxDepth: 4 }), { maxKeys: 5 }),
    deleted: fc.boolean(),
    extras,
  })
  .map(({ fields, ...rest }) => () => [{ ...rest, id: new Uint8Array(rest.id), fields: { ...fields } }]);

/** What belongs to this vault and this device only. */
const own: fc.Arbitrary<VaultStep> = fc.constantFrom<VaultStep>(
  (vault) => [
    {
      id: vault.derivedId('device', vault.device),
      type: 'device',
      fields: { device: vault.device, name: 'Laptop', seenAt: 1, holds: {} },
    },
  ],
  (vault) => [{ id: vault.derivedId('import', 'x'), type: 'import', fields: { format: 'day-one' } }],
  (vault) => [{ id: vault.derivedId('import-batch', 'x'), type: 'import-batch', fields: { ids: [] } }],
);

export const vaultSteps: fc.Arbitrary<VaultStep[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: entries },
    habits,
    { weight: 2, arbitrary: checkIns },
    strayCheckIns,
    pauses,
    record('template', named),
    record('saved-search', named),
    words,
    preferences,
    attachments,
    unknown,
    own,
  ),
  { maxLength: 25 },
);

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
