import {
  MAX_IMPORT_JOURNALS,
  MAX_IMPORT_MOODS,
  MAX_LISTED_NAMES,
  type ImportCounts,
  type ImportFormat,
  type ImportPreview,
  type ImportProblems,
} from '../../../src-shared/contract/imports.ts';
import type { WireItem } from '../../import-process/protocol.ts';
import type { Vault } from '../../vault/vault.ts';
import { idFromText } from '../../vault/record-id.ts';
import { HABIT_RECORD } from '../habits/records.ts';
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
  readonly #namesHere = new Set<string>();
  readonly #journals = new NameTally();
  readonly #moods = new NameTally();
  readonly #media = new Map<string, Set<string | null>>();
  readonly #freshMedia: string[] = [];
  /** Of the vault; null: not asked yet. */
  #habitNames: ReadonlySet<string> | null = null;

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
      if (fresh.habits > 0) await this.#noteName(item);
      this.#note(item, fresh.entries > 0);
    }
  }

  /** See `PlannerOptions.media`. */
  get mediaUses(): MediaUses | null {
    return this.#format === 'daygrove' ? null : this.#media;
  }

  get preview(): Omit<ImportPreview, keyof ImportProblems> {
    const journals = this.#journals.largest(MAX_IMPORT_JOURNALS);
    const moods = this.#moods.largest(MAX_IMPORT_MOODS);
    const repeated = [...this.#names].filter(([, count]) => count > 1).map(([name]) => name);
    return {
      format: this.#format,
      found: this.#found,
      fresh: { ...this.#fresh, media: this.#freshMedia.filter((key) => this.mediaUses?.has(key) !== false).length },
      repeatedNames: repeated.length,
      repeatedNameList: repeated.slice(0, MAX_LISTED_NAMES),
      namesHere: [...this.#namesHere],
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

  /** A new habit may be one that the person has here already: from another app, or by hand. */
  async #noteName(item: WireItem): Promise<void> {
    const name = habitName(item);
    if (name === null || this.#namesHere.size >= MAX_LISTED_NAMES) return;
    this.#habitNames ??= await namesOfHabits(this.#vault);
    if (this.#habitNames.has(folded(name))) this.#namesHere.add(name);
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

function habitName(item: WireItem): string | null {
  if (item.kind === 'habit') return item.habit.name;
  if (item.kind !== 'record' || item.record.type !== HABIT_RECORD || item.record.deleted) return null;
  const { name } = item.record.fields;
  return typeof name === 'string' ? name : null;
}

/** Names that a person takes for the same. */
function folded(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

async function namesOfHabits(vault: Vault): Promise<ReadonlySet<string>> {
  const rows = await vault.read.all('SELECT name FROM habit WHERE deleted = 0');
  return new Set(rows.map(({ name }) => folded(String(name))));
}
