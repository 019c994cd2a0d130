import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { entriesContract, Entry, TimelineDay } from '../../../src-shared/contract/entries.ts';
import { memoryDays } from '../../../src-shared/domain/memories.ts';
import { listedRevisions } from '../../../src-shared/domain/revisions.ts';
import { countTags } from '../../../src-shared/domain/tags.ts';
import { countWords } from '../../../src-shared/domain/words.ts';
import { AppFailure, ok } from '../../../src-shared/result.ts';
import { bytesOf, jsonOf, textOf } from '../../vault/database.ts';
import { isErased } from '../../vault/record.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';
import type { Current, Vault } from '../../vault/vault.ts';
import { listDevices } from '../devices/devices.ts';
import { passageOf } from './passage.ts';
import { ENTRY_RECORD, entryFields, entryTags } from './projection.ts';
import { conditionsOf } from './search-conditions.ts';
import { searchQuery } from './search-query.ts';
import { isoInstant, SUMMARY_COLUMNS, summaryOf } from './summary.ts';
import { trashHandlers } from './trash.ts';

/**
 * An entry to read and write is taken from its sealed record, never from the projection: encrypted pages have no integrity, and a text that was silently
 * damaged there would become the truth with the next save.
 */
function entryOf(id: Uint8Array, { record, revision }: Current, conflicts: number): Entry {
  const fields = entryFields(record);
  if (fields === null) throw new AppFailure('not-found');
  return {
    id: idToText(id),
    day: fields.day,
    createdAt: isoInstant(fields.createdAt),
    zone: fields.zone,
    updatedAt: isoInstant(fields.updatedAt ?? record.writtenAt),
    title: fields.title,
    location: fields.location,
    body: fields.body,
    mood: fields.mood,
    tags: entryTags(fields),
    ownTags: fields.tags,
    starred: fields.starred,
    revision: revision.join('.'),
    conflicts,
  };
}

/** Enough for years, and for one answer over the bridge. */
const MOST_REVISIONS = 400;

/** Entries after which a page of the timeline ends with the day it is in: days may hold dozens, and one answer must not hold the page up. */
const ENTRIES_A_PAGE = 500;

/** More than a year. */
const MOST_CALENDAR_DAYS = 400;

/** Matches are counted up to here: nobody reads on, and counting all of a common word takes longer than showing the newest. */
const MOST_COUNTED = 250;

export function entriesHandlers(vault: Vault): Handlers<keyof typeof entriesContract> {
  const entryById = async (id: string): Promise<Entry> => {
    const recordId = idFromText(id);
    const current = await vault.current(recordId);
    if (current === null || current.record.type !== ENTRY_RECORD || current.record.deleted) {
      throw new AppFailure('not-found');
    }
    const row = await vault.read.first('SELECT count(*) AS n FROM conflict WHERE id = ? AND settled = 0', recordId);
    return entryOf(recordId, current, Number(row?.n));
  };

  return {
    ...trashHandlers(vault),

    'entries.write': async ({ id, day, base, ...changes }) => {
      const recordId = idFromText(id);
      const found = await vault.record(recordId);
      // Nothing is left to go on from: a change to what was on a screen would bring back an entry of that change alone. The page has the rest.
      if (found !== null && isErased(found) && (base ?? '') !== '') throw new AppFailure('not-found');
      const before = found === null || isErased(found) ? null : found;
      if (before !== null && before.type !== ENTRY_RECORD) throw new AppFailure('not-found');
      const begun =
        before === null ? { createdAt: vault.clock.now(), zone: vault.clock.zone(), body: '', mood: null } : {};
      await vault.commit([
        {
          id: recordId,
          type: ENTRY_RECORD,
          fields: {
            ...begun,
            day,
            ...changes,
            updatedAt: vault.clock.now(),
          },
          // Somebody who goes on writing in what was thrown away wants it back.
          deleted: false,
          ...(base === undefined || base === '' ? {} : { base: base.split('.') }),
        },
      ]);
      return ok(await entryById(id));
    },

    'entries.on-day': async ({ day }) => {
      const rows = await vault.read.all(
        'SELECT id FROM entry WHERE deleted = 0 AND day = ? ORDER BY created_at, place',
        day,
      );
      const entries: Entry[] = [];
      for (const row of rows) entries.push(await entryById(idToText(bytesOf(row.id))));
      return ok({ entries });
    },

    'entries.get': async ({ id }) => ok(await entryById(id)),

    'entries.timeline': async ({ before, limit }) => {
      const days = await vault.read.all(
        `SELECT CAST(day AS BLOB) AS day, n FROM
           (SELECT day, count(*) AS n FROM entry WHERE deleted = 0 AND day < ? GROUP BY day ORDER BY day DESC LIMIT ?)`,
        // Above every ISO date.
        before ?? '~',
        limit + 1,
      );
      let entries = 0;
      const fitting = days.findIndex(({ n }) => (entries += Number(n)) >= ENTRIES_A_PAGE) + 1;
      const shown = days.slice(0, Math.min(limit, fitting === 0 ? limit : fitting)).map((row) => textOf(row.day));
      const oldest = shown.at(-1);
      const total = Number((await vault.read.first('SELECT count(*) AS n FROM entry WHERE deleted = 0'))?.n);
      if (oldest === undefined) return ok({ days: [], next: null, total });
      const rows = await vault.read.all(
        `SELECT ${SUMMARY_COLUMNS} FROM entry WHERE deleted = 0 AND day < ? AND day >= ? ORDER BY day DESC, created_at, place`,
        before ?? '~',
        oldest,
      );
      const byDay = new Map<string, TimelineDay>(shown.map((day) => [day, { day, entries: [] }]));
      for (const row of rows) byDay.get(textOf(row.day))?.entries.push(summaryOf(row));
      return ok({ days: [...byDay.values()], next: days.length > shown.length ? oldest : null, total });
    },

    'entries.search': async ({ query, limit, isCounted = true }) => {
      const search = searchQuery(query);
      if (search === null) return ok({ hits: [], total: 0, isMore: false });
      const { from, where, values, needsEntry } = await conditionsOf(vault, search);
      // The index holds nothing of the trash.
      const joined = `${from} CROSS JOIN entry ON entry.place = hit.rowid`;
      // In the order of the index, which is that of the days: the newest come first and nothing has to be sorted.
      const rows = await vault.read.all(
        `SELECT entry.id, CAST(entry.day AS BLOB) AS day, entry.created_at, CAST(entry.tags AS BLOB) AS tags, CAST(entry.title AS BLOB) AS title,
                CAST(entry.body AS BLOB) AS body
         FROM ${joined} WHERE ${where} ORDER BY hit.rowid DESC LIMIT ?`,
        ...values,
        limit,
      );
      const total =
        rows.length < limit || !isCounted
          ? rows.length
          : Number(
              (
                await vault.read.first(
                  `SELECT count(*) AS n FROM (SELECT 1 FROM ${needsEntry ? joined : from} WHERE ${where} LIMIT ${MOST_COUNTED})`,
                  ...values,
                )
              )?.n,
            );
      const hits = rows.map((row) => ({
        id: idToText(bytesOf(row.id)),
        day: textOf(row.day),
        createdAt: isoInstant(row.created_at),
        title: textOf(row.title),
        tags: jsonOf(row.tags) as string[],
        passage: passageOf(textOf(row.body), search.marked),
      }));
      return ok({ hits, total, isMore: isCounted ? total === MOST_COUNTED : rows.length === limit });
    },

    'entries.tags': async () => {
      // Along an index that holds nothing but days and tags, and in one row: the texts stay where they are, and rows are what costs.
      const row = await vault.read.first(
        `SELECT CAST(json_group_array(json_array(tags, n)) AS BLOB) AS uses FROM
           (SELECT tags, count(*) AS n FROM entry INDEXED BY entry_tagged WHERE deleted = 0 AND tags <> '[]' GROUP BY tags)`,
      );
      const uses = jsonOf(row?.uses) as readonly (readonly [string, number])[];
      const tags = countTags(uses.map(([text, entries]) => ({ tags: jsonOf(Buffer.from(text)) as string[], entries })));
      return ok({ tags: tags.slice(0, 500) });
    },

    'entries.calendar': async ({ from, to }) => {
      const rows = await vault.read.all(
        `SELECT CAST(day AS BLOB) AS day, count(*) AS entries, avg(mood) AS mood FROM entry
         WHERE deleted = 0 AND day BETWEEN ? AND ? GROUP BY entry.day ORDER BY entry.day LIMIT ${MOST_CALENDAR_DAYS}`,
        from,
        to,
      );
      return ok({
        days: rows.map((row) => ({
          day: textOf(row.day),
          entries: Number(row.entries),
          mood: row.mood === null ? null : Number(row.mood),
        })),
      });
    },

    'entries.memories': async ({ day }) => {
      const first = await vault.read.first('SELECT CAST(min(day) AS BLOB) AS day FROM entry WHERE deleted = 0');
      if (first === undefined || first.day === null) return ok({ days: [] });
      const days = [];
      for (const memory of memoryDays(day, textOf(first.day))) {
        const rows = await vault.read.all(
          `SELECT ${SUMMARY_COLUMNS} FROM entry WHERE deleted = 0 AND day = ? ORDER BY created_at, place LIMIT 50`,
          memory.day,
        );
        if (rows.length > 0) days.push({ ...memory, entries: rows.map(summaryOf) });
      }
      return ok({ days });
    },

    'entries.with-conflicts': async () => {
      const rows = await vault.read.all(
        `SELECT ${SUMMARY_COLUMNS} FROM entry WHERE deleted = 0 AND id IN (SELECT id FROM conflict WHERE settled = 0)
         ORDER BY updated_at DESC, place DESC LIMIT 200`,
      );
      return ok({ entries: rows.map(summaryOf) });
    },

    'entries.conflicts': async ({ id }) => {
      const recordId = idFromText(id);
      const devices = new Map((await listDevices(vault)).map((device) => [device.id, device.name]));
      const rows = await vault.read.all(
        'SELECT CAST(hlc AS BLOB) AS hlc FROM conflict WHERE id = ? AND settled = 0 ORDER BY hlc DESC',
        recordId,
      );
      const wordings = [];
      for (const row of rows) {
        const hlc = bytesOf(row.hlc);
        const record = await vault.version(recordId, hlc);
        const fields = record === null ? null : entryFields(record);
        if (record === null || fields === null) continue;
        const version = Buffer.from(hlc).toString('hex');
        wordings.push({
          version,
          body: fields.body,
          writtenAt: isoInstant(record.writtenAt),
          // The last eight bytes of a stamp name the device.
          device: devices.get(version.slice(16)) ?? null,
        });
      }
      return ok({ wordings });
    },

    'entries.history': async ({ id }) => {
      const recordId = idFromText(id);
      const now = await entryById(id);
      const devices = new Map((await listDevices(vault)).map((device) => [device.id, device.name]));
      const lost = await vault.read.all('SELECT CAST(hlc AS BLOB) AS hlc FROM conflict WHERE id = ?', recordId);
      const conflicts = new Set(lost.map((row) => Buffer.from(bytesOf(row.hlc)).toString('hex')));
      const versions = [...(await vault.history(recordId))].flatMap(([version, record]) => {
        const fields = entryFields(record);
        if (fields === null || record.deleted) return [];
        const { body } = fields;
        const device = devices.get(version.slice(16)) ?? null;
        return [{ version, body, writtenAt: record.writtenAt, device, isConflict: conflicts.has(version) }];
      });
      versions.sort((a, b) => (a.version < b.version ? -1 : 1));
      // A version that changed something else (a mood, a star) is no earlier text.
      const texts = versions.filter(({ body }, index) => body !== versions[index - 1]?.body && body !== '');
      const listed = listedRevisions(
        texts.map(({ writtenAt }) => writtenAt),
        vault.clock.now(),
      ).map((index) => texts[index]!);
      const earlier = listed.filter(({ body }, index) => index > 0 || body !== now.body);
      const standing = {
        version: now.revision,
        body: now.body,
        writtenAt: Date.parse(now.updatedAt),
        device: null,
        isConflict: false,
      };
      const revisions = [standing, ...earlier].slice(0, MOST_REVISIONS).map((revision) => ({
        ...revision,
        writtenAt: isoInstant(revision.writtenAt),
        words: countWords(revision.body),
      }));
      return ok({ revisions });
    },

    'entries.settle-conflict': async ({ id, version }) => {
      await vault.settleConflict(idFromText(id), new Uint8Array(Buffer.from(version, 'hex')));
      return ok(await entryById(id));
    },
  };
}
