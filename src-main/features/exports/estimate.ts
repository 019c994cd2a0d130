import type { exportEstimatesContract } from '../../../src-shared/contract/exports.ts';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import { bytesOf, jsonOf, textOf } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { isPicture } from './pictures.ts';
import { hasTag, isWholeVault } from './selection.ts';

/** Below and above every day. */
const BEGINNING = '';
const END = '9999-12-31';

/** What nobody has touched of the sample journal is in no export. */
const isOwn = (id: string): string =>
  `NOT EXISTS (SELECT 1 FROM sample_record WHERE sample_record.id = ${id} AND changed = 0)`;

const BY_TAGS = `SELECT CAST(tags AS BLOB) AS tags, count(*) AS entries, CAST(min(day) AS BLOB) AS first, CAST(max(day) AS BLOB) AS last
  FROM entry WHERE deleted = 0 AND ${isOwn('entry.id')} AND day BETWEEN ? AND ? GROUP BY entry.tags`;

const ATTACHED = `SELECT attachment.id AS id, size, CAST(attachment.type AS BLOB) AS type, CAST(tags AS BLOB) AS tags
  FROM entry_attachment JOIN entry ON entry.id = entry_attachment.entry JOIN attachment ON attachment.id = entry_attachment.attachment
  WHERE entry.deleted = 0 AND ${isOwn('entry.id')} AND day BETWEEN ? AND ?`;

const CHECK_INS = `SELECT count(*) AS n FROM check_in JOIN habit ON habit.id = check_in.habit WHERE deleted = 0 AND ${isOwn('habit.id')} AND day BETWEEN ? AND ?`;

const IN_TRASH = `SELECT (SELECT count(*) FROM entry WHERE deleted = 1) + (SELECT count(*) FROM habit WHERE deleted = 1) AS n`;

/** How much an export would hold, from the projections alone: no text is opened. */
export function exportEstimateHandlers(vault: Vault): Handlers<keyof typeof exportEstimatesContract> {
  return {
    'exports.estimate': async (selection) => {
      const range = [selection.from ?? BEGINNING, selection.to ?? END] as const;
      const isOfTag = (tags: unknown): boolean =>
        selection.tag === null || hasTag(jsonOf(tags) as string[], selection.tag);

      const groups = (await vault.read.all(BY_TAGS, ...range)).filter((row) => isOfTag(row.tags));
      const days = groups.flatMap((row) => [textOf(row.first), textOf(row.last)]).toSorted();
      // A file that stands in several entries is one file.
      const files = new Map<string, { size: number; isPicture: boolean }>();
      for (const row of await vault.read.all(ATTACHED, ...range)) {
        if (!isOfTag(row.tags)) continue;
        const id = Buffer.from(bytesOf(row.id)).toString('hex');
        files.set(id, { size: Number(row.size), isPicture: isPicture(textOf(row.type)) });
      }
      const pictures = [...files.values()].filter((file) => file.isPicture);
      const bytesIn = (some: Iterable<{ size: number }>): number => [...some].reduce((sum, { size }) => sum + size, 0);
      const isWhole = isWholeVault(selection);
      const habits = isWhole
        ? await vault.read.first(`SELECT count(*) AS n FROM habit WHERE deleted = 0 AND ${isOwn('habit.id')}`)
        : null;
      const checkIns = isWhole ? await vault.read.first(CHECK_INS, ...range) : null;
      const all = await vault.read.first(
        `SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM attachment WHERE ${isOwn('attachment.id')}`,
      );
      const removed = await vault.read.first(IN_TRASH);
      return ok({
        entries: groups.reduce((sum, row) => sum + Number(row.entries), 0),
        habits: Number(habits?.n ?? 0),
        checkIns: Number(checkIns?.n ?? 0),
        media: files.size,
        mediaBytes: bytesIn(files.values()),
        pictures: pictures.length,
        pictureBytes: bytesIn(pictures),
        allMedia: Number(all?.files ?? 0),
        allMediaBytes: Number(all?.bytes ?? 0),
        inTrash: Number(removed?.n ?? 0),
        firstDay: days[0] ?? null,
        lastDay: days.at(-1) ?? null,
      });
    },
  };
}
