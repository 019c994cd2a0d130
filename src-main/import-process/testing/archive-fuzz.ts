/**
 * Reads archives that were spoilt, in a process of its own, so that its memory can be measured: `node archive-fuzz.ts mutated SEED RUNS` or `node archive-fuzz.ts bombs`.
 * Prints one line of JSON. Ends with a code where a reader threw what is no AppFailure, or took too long.
 */
import fc from 'fast-check';
import { ZipWriter } from '../../features/exports/zip/zip-writer.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { daygroveArchive } from '../daygrove-archive/read-archive.ts';
import { openTree } from '../tree.ts';
import { archiveFiles, entryLine, idOf, manifest, zipOf } from './archive-samples.ts';
import { sourceOf } from './sources.ts';

const MAX_MS = 60_000;

interface Outcome {
  readonly items: number;
  readonly problems: number;
  /** null: read to its end. */
  readonly failure: string | null;
}

async function readAll(archive: Uint8Array): Promise<Outcome> {
  let items = 0;
  let problems = 0;
  const late = setTimeout(() => {
    process.stderr.write('a reader hangs\n');
    process.exit(3);
  }, MAX_MS);
  try {
    for await (const item of daygroveArchive.read(await openTree(sourceOf({ 'a.zip': archive })))) {
      items += 1;
      if (item.kind === 'problem') problems += 1;
      if (item.kind !== 'media') continue;
      try {
        for await (const chunk of item.bytes()) items += chunk.length > 0 ? 0 : 1;
      } catch (error) {
        if (!(error instanceof AppFailure)) throw error;
        problems += 1;
      }
    }
    return { items, problems, failure: null };
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    return { items, problems, failure: error.error.code };
  } finally {
    clearTimeout(late);
  }
}

/** An archive with something in every file, small enough that a changed byte is likely to hit what matters. */
function sample(): Record<string, Uint8Array> {
  const attached = (number: number): string =>
    JSON.stringify({
      id: idOf(number),
      writtenAt: 5,
      media: `media/${idOf(number)}.jpg`,
      fields: { name: 'a.jpg', type: 'image/jpeg', size: 400 },
    });
  return archiveFiles({
    'manifest.json': manifest({ files: [{ name: 'entries.jsonl', records: 3 }] }),
    'entries.jsonl': [1, 2, 3].map((number) => entryLine(number)).join('\n'),
    'check-ins.jsonl': JSON.stringify({ writtenAt: 1, fields: { habit: '00', day: '2026-11-22' } }),
    'attachments.jsonl': [attached(8), attached(9)].join('\n'),
    [`media/${idOf(8)}.jpg`]: new Uint8Array(400).fill(7),
    [`media/${idOf(9)}.jpg`]: new Uint8Array(400).map((_, at) => (at * 131) % 251),
    'other/dream.jsonl': JSON.stringify({ id: idOf(4), type: 'dream', writtenAt: 1, fields: { a: [{}, [[]]] } }),
  });
}

type Spoil = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  // Sizes, offsets and counts are 2, 4 or 8 bytes wide.
  fc
    .tuple(
      place,
      fc.constantFrom(1, 2, 4, 8),
      fc.oneof(fc.constantFrom(0, 1, 0x7f, 0xff), fc.integer({ min: 0, max: 255 })),
    )
    .map(([at, width, byte]): Spoil => (bytes) => {
      const start = Math.floor(at * bytes.length);
      return bytes.fill(byte, start, Math.min(start + width, bytes.length));
    }),
  fc.tuple(place, place).map(([one, other]): Spoil => (bytes) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    return bytes.slice(Math.floor(from * bytes.length), Math.ceil(to * bytes.length));
  }),
  place.map(
    (at): Spoil =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(place, place, fc.integer({ min: 1, max: 200 })).map(([from, to, length]): Spoil => (bytes) => {
    const start = Math.floor(from * bytes.length);
    return bytes.copyWithin(Math.floor(to * bytes.length), start, start + length);
  }),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(([at, more]): Spoil => (bytes) => {
    const cut = Math.floor(at * bytes.length);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, cut), more, bytes.subarray(cut)]));
  }),
);
const spoils = fc.array(spoil, { minLength: 1, maxLength: 4 });

/** The zip's own bytes, or those of one file in it. */
const archives = fc.oneof(
  spoils.map((each) => () => each.reduce((bytes, one) => one(bytes), zipOf(sample()))),
  fc.tuple(fc.nat(), spoils).map(([which, each]) => () => {
    const files = sample();
    const names = Object.keys(files);
    const name = names[which % names.length]!;
    files[name] = each.reduce((bytes, one) => one(bytes), files[name]!);
    return zipOf(files);
  }),
);

async function mutated(seed: number, runs: number): Promise<object> {
  const failures: Record<string, number> = {};
  let whole = 0;
  let done = 0;
  let problems = 0;
  await fc.assert(
    fc.asyncProperty(archives, async (make) => {
      const outcome = await readAll(make());
      // One process reads one archive: what others before it left behind is not its own.
      done += 1;
      if (done % 50 === 0) globalThis.gc?.();
      problems += outcome.problems;
      if (outcome.failure === null) whole += 1;
      else failures[outcome.failure] = (failures[outcome.failure] ?? 0) + 1;
    }),
    { seed, numRuns: runs, endOnFailure: true },
  );
  return { whole, failures, problems };
}

const MEGABYTE = 1024 * 1024;

async function packed(files: Readonly<Record<string, () => Iterable<Uint8Array>>>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new ZipWriter(async (bytes) => {
    chunks.push(bytes.slice());
  });
  async function* streamed(content: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* content;
  }
  for (const [name, content] of Object.entries(files)) await zip.add(name, streamed(content()), { modified: null });
  await zip.close();
  return Buffer.concat(chunks);
}

function repeated(text: string, megabytes: number): () => Iterable<Uint8Array> {
  const block = Buffer.from(text.repeat(Math.ceil(MEGABYTE / text.length)));
  return function* () {
    for (let at = 0; at < megabytes; at += 1) yield block;
  };
}

/** Archives of a few megabytes that unpack to gigabytes, or to lines that would. */
async function bombs(): Promise<object> {
  const head = { 'manifest.json': () => [Buffer.from(manifest())] };
  const attachment = (size: number) => () => [
    Buffer.from(
      JSON.stringify({ id: idOf(1), writtenAt: 1, media: `media/${idOf(1)}.jpg`, fields: { name: 'a', size } }),
    ),
  ];
  const kinds: Readonly<Record<string, Readonly<Record<string, () => Iterable<Uint8Array>>>>> = {
    'one line of half a gigabyte': { 'entries.jsonl': repeated('x', 512) },
    'empty lines': { 'entries.jsonl': repeated('\n', 64) },
    brackets: { 'entries.jsonl': repeated(`${'['.repeat(1024 * 1024 - 1)}\n`, 40) },
    'lines of fifteen megabytes': {
      'other/dream.jsonl': repeatedLines(
        `{"id":"${idOf(1)}","type":"dream","writtenAt":1,"fields":{"body":"`,
        '"}}\n',
        15,
        6,
      ),
    },
    'lines of many values': { 'entries.jsonl': repeated(`[${'{},'.repeat(350_000)}{}]\n`, 10) },
    'a medium of two hundred megabytes': {
      'attachments.jsonl': attachment(2048 * MEGABYTE),
      [`media/${idOf(1)}.jpg`]: repeated('x', 2048),
    },
    'a medium that says it is small': {
      'attachments.jsonl': attachment(10),
      [`media/${idOf(1)}.jpg`]: repeated('x', 64),
    },
    'a manifest of a hundred megabytes': { 'manifest.json': repeated(`{"format":"daygrove-archive" `, 100) },
  };
  const outcomes: Record<string, Outcome> = {};
  for (const [name, files] of Object.entries(kinds))
    outcomes[name] = await readAll(await packed({ ...head, ...files }));
  return outcomes;
}

function repeatedLines(start: string, end: string, megabytes: number, lines: number): () => Iterable<Uint8Array> {
  return function* () {
    for (let line = 0; line < lines; line += 1) {
      yield Buffer.from(start);
      yield* repeated('long ago ', megabytes)();
      yield Buffer.from(end);
    }
  };
}

const [what, seed = '1', runs = '100'] = process.argv.slice(2);
const outcome = what === 'bombs' ? await bombs() : await mutated(Number(seed), Number(runs));
// Kilobytes.
process.stdout.write(`${JSON.stringify({ outcome, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
