import { randomUUID } from 'node:crypto';
import type { SampleState } from '../../../src-shared/contract/sample.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { idToText } from '../../vault/record-id.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { ATTACHMENT_RECORD, PIECE_RECORD } from '../attachments/projection.ts';
import { pieceId } from '../attachments/pieces.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';
import { checkInChange, HABIT_RECORD, PAUSE_RECORD } from '../habits/records.ts';
import type { PreferencesBook } from '../preferences/preferences.ts';
import { drawnPicture } from './sample-picture.ts';
import { samplePlan, type SampleItem, type SampleLanguage } from './sample-plan.ts';
import type { SampleHabit, SamplePicture } from './sample-texts.ts';
import { usedHabits } from './sample-in-use.ts';
import { SampleRemoval } from './sample-removal.ts';

/** Things that one commit takes: a fraction of a second, so that a cancel is heard. */
const ITEMS_A_STEP = 60;
/** Pixels. */
const PICTURE = { width: 800, height: 534 } as const;
const PICTURE_LINK = /\]\(sample:(\w+)\)/g;

export interface SampleStep {
  readonly done: number;
  readonly total: number;
}

interface Loading {
  /** So that what somebody kept of an earlier sample is never written over. */
  readonly run: string;
  readonly plan: readonly SampleItem[];
  done: number;
}

/** The sample journal as the storage process sees it: written and taken out in steps, between which other requests are answered. */
export class SampleDesk {
  readonly #vault: Vault;
  readonly #preferences: PreferencesBook;
  readonly #picture: { readonly width: number; readonly height: number };
  #loading: Loading | null = null;
  #removal: SampleRemoval | null = null;

  /** @param picture pixels of the pictures that are drawn */
  constructor(vault: Vault, preferences: PreferencesBook, picture: { width: number; height: number } = PICTURE) {
    this.#picture = picture;
    this.#vault = vault;
    this.#preferences = preferences;
  }

  async state(): Promise<SampleState> {
    const { read } = this.#vault;
    const isHere = (await read.first('SELECT 1 FROM sample_record WHERE changed = 0 LIMIT 1')) !== undefined;
    if (isHere) return { isHere, canLoad: false, changed: await this.#changed() };
    const own = await read.first(
      'SELECT EXISTS (SELECT 1 FROM entry WHERE deleted = 0) OR EXISTS (SELECT 1 FROM habit WHERE deleted = 0) AS own',
    );
    return { isHere, canLoad: own?.own === 0, changed: { entries: 0, habits: 0 } };
  }

  /** @returns how many things there are to write. @throws AppFailure `invalid-input` where anything is here */
  async begin(language: SampleLanguage): Promise<{ readonly total: number }> {
    if (!(await this.state()).canLoad) throw new AppFailure('invalid-input');
    const { clock } = this.#vault;
    const moment = { today: await this.#preferences.today(), now: clock.now(), zone: clock.zone() };
    const plan = samplePlan(language, moment);
    this.#loading = { run: randomUUID(), plan, done: 0 };
    return { total: plan.length };
  }

  /** Writes the next part, in one commit. */
  async step(): Promise<SampleStep> {
    const loading = this.#loading;
    if (loading === null) throw new AppFailure('not-found');
    const { plan, done } = loading;
    // A picture takes as long to draw as everything else of a step to write.
    const isPicture = plan[done]?.kind === 'picture';
    const items = plan.slice(done, done + (isPicture ? 1 : ITEMS_A_STEP));
    const changes = items.flatMap((item) => this.#changesOf(loading.run, item));
    await this.#vault.commit(changes);
    loading.done += items.length;
    if (loading.done >= plan.length) this.#loading = null;
    return { done: loading.done, total: plan.length };
  }

  /** Takes the next part out; again until nothing is left. */
  async removeStep(keepChanged: boolean): Promise<SampleStep> {
    this.#loading = null;
    this.#removal ??= await SampleRemoval.begin(this.#vault, keepChanged);
    const step = await this.#removal.step();
    if (step.done >= step.total) this.#removal = null;
    return step;
  }

  #id(run: string, kind: string, name: string): Uint8Array {
    return this.#vault.derivedId('sample', run, kind, name);
  }

  #changesOf(run: string, item: SampleItem): readonly RecordChange[] {
    // Of no sitting: whatever the person writes on top of it is a version of its own.
    return this.#recordsOf(run, item).map((change) => ({
      deleted: false,
      ...change,
      writtenAt: item.at,
      sample: 'as-written',
    }));
  }

  #recordsOf(run: string, item: SampleItem): readonly RecordChange[] {
    const habitId = (habit: SampleHabit): Uint8Array => this.#id(run, 'habit', habit);
    switch (item.kind) {
      case 'habit': {
        const fields = { ...item.fields, archivedOn: null };
        return [{ id: habitId(item.habit), type: HABIT_RECORD, fields }];
      }
      case 'check-in':
        return [checkInChange(this.#vault, habitId(item.habit), item.day, item.values)];
      case 'pause': {
        const habit = Buffer.from(habitId(item.habit)).toString('hex');
        const { from, to, reason } = item;
        return [{ id: this.#id(run, 'pause', item.habit), type: PAUSE_RECORD, fields: { habit, from, to, reason } }];
      }
      case 'picture':
        return this.#pictureOf(run, item.picture, item.name, item.at);
      case 'entry': {
        const { day, at, title, location, mood, starred } = item;
        const address = (picture: string): string => idToText(this.#id(run, 'picture', picture));
        const body = item.body.replace(PICTURE_LINK, (_link, picture: string) => `](attachment:${address(picture)})`);
        const times = { createdAt: at, updatedAt: at, zone: this.#vault.clock.zone() };
        const fields = { day, ...times, title, location, body, mood, tags: [...item.tags], starred };
        return [{ id: this.#id(run, 'entry', `${day} ${String(at)}`), type: ENTRY_RECORD, fields }];
      }
    }
  }

  #pictureOf(run: string, picture: SamplePicture, name: string, addedAt: number): readonly RecordChange[] {
    const { width, height } = this.#picture;
    const bytes = drawnPicture(picture, width, height);
    const id = this.#id(run, 'picture', picture);
    const described = { name, type: 'image/png', size: bytes.byteLength, width, height, thumbnail: null, addedAt };
    const data = Buffer.from(bytes).toString('base64');
    return [
      { id: pieceId(this.#vault, idToText(id), 0), type: PIECE_RECORD, fields: { data } },
      { id, type: ATTACHMENT_RECORD, fields: described },
    ];
  }

  async #changed(): Promise<SampleState['changed']> {
    const { read } = this.#vault;
    const entries = await read.first(
      'SELECT count(*) AS n FROM sample_record JOIN entry ON entry.id = sample_record.id WHERE changed = 1 AND deleted = 0',
    );
    const habits = await read.first(
      'SELECT count(*) AS n FROM sample_record JOIN habit ON habit.id = sample_record.id WHERE changed = 1 AND deleted = 0',
    );
    const used = await usedHabits(this.#vault);
    return { entries: Number(entries?.n), habits: Number(habits?.n) + used.length };
  }
}
