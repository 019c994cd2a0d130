import type {
  ImportChoices,
  ImportCounts,
  ImportFormat,
  ImportProblems,
  ImportReport,
  PastImport,
} from '../../../src-shared/contract/imports.ts';
import { countProblems, problemsOfChoice } from '../../../src-shared/domain/import-problems.ts';
import { isoMoment } from '../../../src-shared/domain/moment.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import type { WireItem } from '../../import-process/protocol.ts';
import { bytesOf } from '../../vault/database.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { pieceId } from '../attachments/pieces.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';
import { CHECK_IN_RECORD } from '../habits/records.ts';
import { ImportPlanner, type MediaUses } from './plan.ts';
import { PreviewTally } from './preview.ts';
import {
  addCounts,
  batchId,
  IMPORT_BATCH_RECORD,
  IMPORT_RECORD,
  importFields,
  idsToField,
  NO_COUNTS,
  NO_PROBLEMS,
  type ImportFields,
} from './records.ts';
import { TakingBack, type TakeBackStep } from './take-back.ts';

interface Run {
  readonly importId: string;
  readonly planner: ImportPlanner;
  readonly format: ImportFormat;
  readonly choices: ImportChoices;
  readonly startedAt: number;
  found: ImportCounts;
  added: ImportCounts;
  /** Of what is added. */
  firstDay: string | null;
  lastDay: string | null;
  batches: number;
  /** Pieces of the medium that is on its way. */
  pieces: Uint8Array[];
}

/** An import of another device that has not been heard of for this long has been cut off. */
const OTHERS_SILENCE_MS = 15 * 60 * 1000;

/** Imports as the storage process sees them: items come in batches, each is weighed or written before the next one is asked for. */
export class ImportDesk {
  readonly #vault: Vault;
  readonly #today: () => Promise<string>;
  #tally: PreviewTally | null = null;
  #media: MediaUses | null = null;
  #run: Run | null = null;
  #takingBack: TakingBack | null = null;

  constructor(vault: Vault, today: () => Promise<string>) {
    this.#vault = vault;
    this.#today = today;
  }

  async beginPreview(format: ImportFormat): Promise<void> {
    this.#tally = await PreviewTally.begin(this.#vault, format, await this.#today());
  }

  async weigh(items: readonly WireItem[]): Promise<void> {
    if (this.#tally === null) throw new AppFailure('not-found');
    await this.#tally.weigh(items);
  }

  endPreview(): PreviewTally['preview'] {
    const tally = this.#tally;
    this.#tally = null;
    if (tally === null) throw new AppFailure('not-found');
    this.#media = tally.mediaUses;
    return tally.preview;
  }

  /** Behind a preview of the same file. */
  async beginRun(importId: string, format: ImportFormat, choices: ImportChoices): Promise<void> {
    if (await this.#vault.has(idFromText(importId))) throw new AppFailure('invalid-input');
    const today = await this.#today();
    const planner = await ImportPlanner.begin(this.#vault, { format, choices, today, media: this.#media });
    const counts = { found: NO_COUNTS, added: NO_COUNTS };
    const startedAt = this.#vault.clock.now();
    const days = { firstDay: null, lastDay: null };
    this.#run = { importId, planner, format, choices, startedAt, ...counts, ...days, batches: 0, pieces: [] };
  }

  /** One commit. @returns whether the medium that the items end with is wanted */
  async take(items: readonly WireItem[]): Promise<boolean> {
    const run = this.#openRun();
    await this.#heedOthers(run);
    const { changes, ids, hanging, found, fresh, wantsMedia } = await run.planner.plan(items);
    const broken = items.some((item) => item.kind === 'media-end' && item.media === null);
    for (const item of items) {
      if (item.kind === 'media-piece')
        run.pieces.push(pieceId(this.#vault, run.planner.mediaText(item.key), item.index));
    }
    const added = addCounts(run.added, fresh);
    for (const { type, fields } of changes) {
      const day = type === ENTRY_RECORD || type === CHECK_IN_RECORD ? fields?.['day'] : null;
      if (typeof day !== 'string') continue;
      if (run.firstDay === null || day < run.firstDay) run.firstDay = day;
      if (run.lastDay === null || day > run.lastDay) run.lastDay = day;
    }
    const isNamed = ids.length + hanging.length > 0;
    if (changes.length > 0 || isNamed) {
      const batch = {
        id: batchId(this.#vault, run.importId, run.batches),
        type: IMPORT_BATCH_RECORD,
        fields: { ids: idsToField(ids), hanging: idsToField(hanging), takenBack: false },
      };
      const batches = run.batches + (isNamed ? 1 : 0);
      const record = this.#importRecord(run.importId, { ...run, state: 'running', added, batches });
      await this.#vault.commit([...changes, ...(isNamed ? [batch] : []), record]);
      run.batches = batches;
    }
    run.found = addCounts(run.found, found);
    run.added = added;
    if (broken) {
      // Pieces of what is no file: nothing names them.
      await this.#vault.erase(run.pieces);
      run.added = addCounts(run.added, { ...NO_COUNTS, media: -1 });
      run.found = addCounts(run.found, { ...NO_COUNTS, media: -1 });
    }
    if (items.some((item) => item.kind === 'media-end')) run.pieces = [];
    return wantsMedia;
  }

  /** Everything has come. @param all the problems of the whole file: those of what was chosen stay with the import */
  async finishRun(all: ImportProblems): Promise<Omit<ImportReport, 'id'>> {
    const run = this.#openRun();
    await this.#heedOthers(run);
    this.#run = null;
    const problems = problemsOfChoice(all, run.choices);
    if (run.batches > 0) {
      await this.#vault.commit([this.#importRecord(run.importId, { ...run, state: 'done', problems })]);
    }
    const { found, added } = run;
    const minus = Object.fromEntries(Object.entries(added).map(([name, count]) => [name, -count]));
    return { added, alreadyThere: addCounts(found, minus as unknown as ImportCounts), ...problems };
  }

  /** What did not come over as it was. Errors: `not-found`. */
  async problemsOf(importId: string): Promise<ImportProblems> {
    const fields = importFields(await this.#vault.record(idFromText(importId)));
    if (fields === null) throw new AppFailure('not-found');
    return fields.problems;
  }

  /** @throws AppFailure `cancelled` where another device has taken it back meanwhile */
  async #heedOthers({ importId, batches }: Run): Promise<void> {
    if (batches === 0) return;
    const fields = importFields(await this.#vault.record(idFromText(importId)));
    if (fields?.state !== 'running') throw new AppFailure('cancelled');
  }

  #isAtWork(importId: string, { device }: ImportFields, writtenAt: number): boolean {
    if (device === this.#vault.device) return this.#run?.importId === importId;
    // Another device's: it says so with every batch.
    return this.#vault.clock.now() - writtenAt < OTHERS_SILENCE_MS;
  }

  /** Newest first. */
  async list(): Promise<PastImport[]> {
    const rows = await this.#vault.read.all(
      'SELECT CAST(id AS BLOB) AS id FROM import_log ORDER BY started_at DESC, id LIMIT 500',
    );
    const imports: PastImport[] = [];
    for (const row of rows) {
      const id = idToText(bytesOf(row.id));
      const record = await this.#vault.record(idFromText(id));
      const fields = importFields(record);
      if (record === null || fields === null) continue;
      const state =
        fields.state === 'running' && !this.#isAtWork(id, fields, record.writtenAt) ? 'cut-off' : fields.state;
      imports.push({
        id,
        format: fields.format,
        startedAt: isoMoment(fields.startedAt),
        state,
        added: fields.added,
        firstDay: fields.firstDay,
        lastDay: fields.lastDay,
        problemCount: countProblems(fields.problems.problemTallies),
      });
    }
    return imports;
  }

  /** A part of taking an import back; call it until nothing is left. @param as what the import is called afterwards */
  async takeBack(importId: string, as: 'cancelled' | 'taken-back'): Promise<TakeBackStep> {
    this.#run = null;
    // What was known of a file by its preview is not so any more.
    this.#media = null;
    const record = await this.#vault.record(idFromText(importId));
    const fields = importFields(record);
    // Cancelled before anything was written.
    if (fields === null) return { left: 0, total: 0, isIncomplete: false, takenBack: NO_COUNTS, kept: NO_COUNTS };
    if (this.#takingBack?.importId !== importId) {
      this.#takingBack = new TakingBack(this.#vault, importId, fields.batches);
    }
    const step = await this.#takingBack.step();
    if (step.left === 0) {
      this.#takingBack = null;
      if (!step.isIncomplete) {
        await this.#vault.commit([this.#importRecord(importId, { ...fields, state: as, problems: NO_PROBLEMS })]);
      }
    }
    return step;
  }

  #importRecord(
    importId: string,
    {
      format,
      startedAt,
      state,
      added,
      batches,
      firstDay,
      lastDay,
      problems,
    }: Omit<ImportFields, 'device' | 'problems'> & Partial<Pick<ImportFields, 'problems'>>,
  ): RecordChange {
    return {
      id: idFromText(importId),
      type: IMPORT_RECORD,
      fields: {
        format,
        startedAt,
        state,
        added,
        batches,
        firstDay,
        lastDay,
        ...(problems === undefined ? {} : { problems }),
        device: this.#vault.device,
      },
    };
  }

  #openRun(): Run {
    if (this.#run === null) throw new AppFailure('not-found');
    return this.#run;
  }
}
