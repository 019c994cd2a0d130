import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ImportChoices, ImportPreview, ImportReport, PastImport } from '../../../src-shared/contract/imports.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { WorkProgress } from '../../../src-shared/contract/events.ts';
import type { AppError, Result } from '../../../src-shared/result.ts';
import { onceAtATime } from '../../bridge/once-at-a-time.ts';
import { firstChoices } from './choices.ts';
import type { ChosenFile, Gathered } from './chosen-files.ts';
import { serveFiles } from './file-server.ts';

/** What was chosen: the name of the one file or folder, or of the first of several files and how many there are besides. */
export interface SourceName {
  readonly name: string;
  readonly more: number;
}

/** How far work is, in its own units. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export type ChooseProblem =
  /** `source`: what could not be read. */
  | { readonly type: 'error'; readonly error: AppError; readonly source: SourceName }
  /** A folder of more files than an import takes. */
  | { readonly type: 'too-many' }
  /** Nothing in it is a file. */
  | { readonly type: 'empty' };

export type Stage =
  | { readonly type: 'choose'; readonly problem: ChooseProblem | null }
  /** A folder that was dropped is looked through. */
  | { readonly type: 'gathering'; readonly found: number }
  /** Items found so far. */
  | { readonly type: 'reading'; readonly source: SourceName; readonly found: number }
  | {
      readonly type: 'preview';
      readonly source: SourceName;
      readonly preview: ImportPreview;
      readonly choices: ImportChoices;
      /** How a run before ended: what it had added was taken back. null: there was none. */
      readonly before: AppError | null;
    }
  /** A run in items, the taking back in parts of the work. */
  | {
      readonly type: 'running' | 'cancelling';
      readonly source: SourceName;
      readonly preview: ImportPreview;
      readonly choices: ImportChoices;
      readonly progress: Progress | null;
    }
  | {
      readonly type: 'done';
      readonly preview: ImportPreview;
      readonly report: ImportReport;
    };

export interface ImportState {
  readonly stage: Stage;
  /** Newest first; null: not asked yet. */
  readonly past: readonly PastImport[] | null;
}

/** Looks for the files to import: `onFound` is told how many there are so far. */
export type Gather = (onFound: (count: number) => void, isStopped: () => boolean) => Promise<Gathered>;

/** The way of one import, from the choice of files to its report. It does not end with the dialog that shows it: only with the lock. */
export interface Imports {
  readonly store: StoreApi<ImportState>;
  /** Reads what was chosen or dropped, and forgets what was chosen before. Not while an import is running. */
  choose(files: Gathered | Gather): Promise<void>;
  /** Takes in how far the app is. */
  hear(progress: WorkProgress): void;
  setChoices(choices: ImportChoices): void;
  run(): Promise<void>;
  /** Stops what is at work: the reading at once, a run when what it added is taken back. */
  cancel(): void;
  /** Back to the choice of files, whatever stage it is at; not from a run. */
  startAgain(): void;
  /** Erases what an import added; `onProgress` is told how far it is, in parts of the work. */
  takeBack(
    importId: string,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<{ readonly takenBack: ImportReport['added']; readonly kept: ImportReport['added'] }>>;
  stopTakingBack(importId: string): void;
  loadPast(): Promise<void>;
  /** On lock: lets go of files and of what is known of them. */
  clear(): void;
}

export interface ImportOptions {
  readonly client: Client;
  readonly newId: () => string;
  /** Called when a run has ended, however it did; the stage says how. */
  readonly onEnd: () => void;
}

const START: ImportState = { stage: { type: 'choose', problem: null }, past: null };

function sourceName(files: readonly ChosenFile[]): SourceName {
  const [first] = files;
  const path = first?.path ?? '';
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : null;
  if (folder !== null && files.every((file) => file.path.startsWith(`${folder}/`))) return { name: folder, more: 0 };
  return { name: folder ?? path, more: files.length - 1 };
}

export function isAtWork({ type }: Stage): boolean {
  return type === 'running' || type === 'cancelling';
}

export function createImports({ client, newId, onEnd }: ImportOptions): Imports {
  const store = createStore<ImportState>(() => START);
  /** The import that is open: its answers count, those of an earlier one do not. */
  let open: { readonly importId: string; readonly stopServing: () => void } | null = null;
  /** Counts beginnings: what an earlier one still finds is not wanted any more. */
  let turn = 0;

  const setStage = (stage: Stage): void => store.setState({ stage });

  function letGo(): void {
    turn += 1;
    if (open === null) return;
    open.stopServing();
    void client.invoke('imports.close', { importId: open.importId });
    open = null;
  }

  function begin(problem: ChooseProblem | null): void {
    letGo();
    setStage({ type: 'choose', problem });
  }

  async function read(files: readonly ChosenFile[]): Promise<void> {
    const importId = newId();
    const source = sourceName(files);
    const mine = turn;
    open = {
      importId,
      stopServing: serveFiles(
        client,
        importId,
        files.map(({ file }) => file),
      ),
    };
    setStage({ type: 'reading', source, found: 0 });
    const opened = await client.invoke('imports.open', {
      importId,
      files: files.map(({ file, path }) => ({ path, size: file.size, modifiedAt: file.lastModified })),
    });
    if (mine !== turn) return;
    const preview = opened.ok ? await client.invoke('imports.preview', { importId }) : opened;
    if (mine !== turn) return;
    if (preview.ok) {
      const choices = firstChoices(preview.value);
      setStage({ type: 'preview', source, preview: preview.value, choices, before: null });
    } else {
      // Their names alone are more than one call takes.
      begin(
        preview.error.code === 'too-large' ? { type: 'too-many' } : { type: 'error', error: preview.error, source },
      );
    }
  }

  const loadPast = onceAtATime(async () => {
    const result = await client.invoke('imports.list', {});
    if (result.ok) store.setState({ past: result.value.imports });
  });

  async function gathered(gather: Gather, mine: number): Promise<Gathered> {
    setStage({ type: 'gathering', found: 0 });
    return gather(
      (found) => {
        if (mine === turn) setStage({ type: 'gathering', found });
      },
      () => mine !== turn,
    );
  }

  async function choose(given: Gathered | Gather): Promise<void> {
    if (isAtWork(store.getState().stage)) return;
    letGo();
    const mine = turn;
    const files = typeof given === 'function' ? await gathered(given, mine) : given;
    if (mine !== turn) return;
    if (files === 'too-many') begin({ type: 'too-many' });
    else if (files.length === 0) begin({ type: 'empty' });
    else await read(files);
  }

  return {
    store,
    choose,

    hear({ work, done, total }) {
      const { stage } = store.getState();
      if (work === 'import-preview' && stage.type === 'reading') setStage({ ...stage, found: done });
      if (total === null) return;
      const progress = { done, total };
      if (work === 'import-run' && stage.type === 'running') setStage({ ...stage, progress });
      if (work === 'import-take-back' && stage.type === 'cancelling') setStage({ ...stage, progress });
    },

    setChoices(choices) {
      const { stage } = store.getState();
      if (stage.type === 'preview') setStage({ ...stage, choices });
    },

    async run() {
      const { stage } = store.getState();
      if (stage.type !== 'preview' || open === null) return;
      const { source, preview, choices } = stage;
      const { importId } = open;
      const mine = turn;
      setStage({ type: 'running', source, preview, choices, progress: null });
      const result = await client.invoke('imports.run', { importId, choices });
      if (mine !== turn) return;
      if (result.ok) {
        letGo();
        setStage({ type: 'done', preview, report: result.value });
      } else {
        setStage({ type: 'preview', source, preview, choices, before: result.error });
      }
      onEnd();
      await loadPast();
    },

    cancel() {
      const { stage } = store.getState();
      if (open !== null) void client.invoke('imports.cancel', { importId: open.importId });
      if (stage.type === 'running') setStage({ ...stage, type: 'cancelling', progress: null });
      else if (stage.type === 'reading' || stage.type === 'gathering') begin(null);
    },

    startAgain() {
      if (!isAtWork(store.getState().stage)) begin(null);
    },

    async takeBack(importId, onProgress) {
      const stop = client.on('work.progress', ({ work, done, total }) => {
        if (work === 'import-take-back' && total !== null) onProgress({ done, total });
      });
      const result = await client.invoke('imports.take-back', { importId });
      stop();
      void loadPast();
      return result;
    },
    stopTakingBack: (importId) => void client.invoke('imports.cancel', { importId }),

    loadPast,

    clear() {
      turn += 1;
      open?.stopServing();
      open = null;
      store.setState(START);
    },
  };
}
