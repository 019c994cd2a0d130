import {
  MAX_IMPORT_JOURNALS,
  MAX_IMPORT_MOODS,
  type ImportCounts,
  type ImportFormat,
  type ImportPreview,
} from '../../../src-shared/contract/imports.ts';
import type { WireItem } from '../../import-process/protocol.ts';
import type { Vault } from '../../vault/vault.ts';
import { idFromText } from '../../vault/record-id.ts';
import { guessMood } from './mood-words.ts';
import { NameTally } from './name-tally.ts';
import { ImportPlanner, MEDIA_LINK, type MediaUses } from './plan.ts';
import { addCounts, NO_COUNTS } from './records.ts';

/** Says what an import would do, from the items as they pass: nothing but counts and names is kept. */
export class PreviewTally {
  readonly #vault: Vault;
  readonly #planner: ImportPlanner;
  readonly #format: ImportFormat;
  #found: ImportCounts = NO_COUNTS;
  #fresh: ImportCounts = NO_COUNTS;
  #firstDay: string | null = null;
  #lastDay: string | null = null;
  readonly #names = new Map<string, number>();
  readonly #journals = new NameTally();
  readonly #moods = new NameTally();
  readonly #media = new Map<string, Set<string | null>>();
  readonly #freshMedia: string[] = [];

  private constructor(vault: Vault, planner: ImportPlanner, format: ImportFormat) {
    this.#vault = vault;
    this.#planner = planner;
    this.#format = format;
  }

  static async begin(vault: Vault, format: ImportFormat, today: string): Promise<PreviewTally> {
    const choices = { withoutJournals: [], journalAsTag: false, moods: [] };
    return new PreviewTally(
      vault,
      await ImportPlanner.begin(vault, { format, choices, today, media: null, isLook: true }),
      format,
    );
  }

  async weigh(items: readonly WireItem[]): Promise<void> {
    for (const item of items) {
      // One by one: what is fresh belongs to its journal.
      const { found, fresh } = await this.#planner.plan([item]);
      this.#found = addCounts(this.#found, found);
      this.#fresh = addCounts(this.#fresh, fresh);
      if (item.kind === 'media' && fresh.media > 0) await this.#noteMedium(item.media.key);
      this.#note(item, fresh.entries > 0);
    }
  }

  /** See `PlannerOptions.media`. */
  get mediaUses(): MediaUses | null {
    return this.#format === 'daygrove' ? null : this.#media;
  }

  get preview(): Omit<ImportPreview, 'problems' | 'problemCount'> {
    const journals = this.#journals.largest(MAX_IMPORT_JOURNALS);
    const moods = this.#moods.largest(MAX_IMPORT_MOODS);
    return {
      format: this.#format,
      found: this.#found,
      fresh: { ...this.#fresh, media: this.#freshMedia.filter((key) => this.mediaUses?.has(key) !== false).length },
      repeatedNames: [...this.#names.values()].filter((count) => count > 1).length,
      firstDay: this.#firstDay,
      lastDay: this.#lastDay,
      // With one there is nothing to choose.
      journals: journals.names.length < 2 ? [] : journals.names,
      unlistedJournalEntries: journals.otherEntries,
      moods: moods.names.map(({ name, entries }) => ({ word: name, entries, suggested: guessMood(name) })),
      unlistedMoodEntries: moods.otherEntries,
    };
  }

  /** An entry may be here without it: an import was cut off between the two. */
  async #noteMedium(key: string): Promise<void> {
    this.#freshMedia.push(key);
    const named = await this.#vault.read.first(
      'SELECT 1 AS one FROM entry_attachment WHERE attachment = ? LIMIT 1',
      idFromText(this.#planner.mediaText(key)),
    );
    if (named !== undefined) this.#addUse(key, null);
  }

  #addUse(key: string, journal: string | null): void {
    this.#media.set(key, (this.#media.get(key) ?? new Set()).add(journal));
  }

  #note(item: WireItem, isFresh: boolean): void {
    const day = dayOf(item);
    if (day !== null) {
      if (this.#firstDay === null || day < this.#firstDay) this.#firstDay = day;
      if (this.#lastDay === null || day > this.#lastDay) this.#lastDay = day;
    }
    if (item.kind === 'habit') this.#names.set(item.habit.name, (this.#names.get(item.habit.name) ?? 0) + 1);
    if (item.kind !== 'entry') return;
    const { journal, mood, moodWord, body } = item.entry;
    for (const [, key] of isFresh ? body.matchAll(MEDIA_LINK) : []) {
      this.#addUse(key!, journal ?? null);
    }
    if (journal !== undefined) this.#journals.add(journal, isFresh);
    if (mood == null && moodWord !== undefined) this.#moods.add(moodWord, isFresh);
  }
}

function dayOf(item: WireItem): string | null {
  if (item.kind === 'entry') return item.entry.day;
  if (item.kind === 'check-in') return item.checkIn.day;
  if (item.kind !== 'record' || (item.record.type !== 'entry' && item.record.type !== 'check-in')) return null;
  const { day } = item.record.fields;
  return typeof day === 'string' ? day : null;
}
