import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportPreview } from '../../../src-shared/contract/imports.ts';
import { createClient } from '../../bridge/client.ts';
import { createEnglish } from '../../testing/english.ts';
import { createModel } from '../../shell/model.ts';
import type { Model } from '../../shell/model.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import type { FakeBridge } from '../../testing/fake-bridge.ts';
import type { ChosenFile } from './chosen-files.ts';
import type { Stage } from './import-store.ts';

const none = { entries: 0, habits: 0, checkIns: 0, media: 0, others: 0 };
const preview: ImportPreview = {
  format: 'day-one',
  found: { ...none, entries: 3, media: 2 },
  fresh: { ...none, entries: 2, media: 2 },
  repeatedNames: 0,
  repeatedNameList: [],
  namesHere: [],
  firstDay: '2019-07-04',
  lastDay: '2024-04-16',
  journals: [],
  unlistedJournalEntries: 0,
  moods: [],
  unlistedMoodEntries: 0,
  problems: [],
  problemTallies: [],
};

let bridge: FakeBridge;
let model: Model;

async function begin(): Promise<void> {
  bridge = createFakeBridge({ preview });
  model = createModel(createClient(bridge), createEnglish('en-GB'), () => crypto.randomUUID());
  model.start();
  await vi.waitFor(() => expect(model.session.store.getState().vault?.state).toBe('unlocked'));
}

beforeEach(begin);

function chosen(...paths: string[]): readonly ChosenFile[] {
  return paths.map((path) => ({ file: new File(['x'], path, { lastModified: 1000 }), path }));
}

function choose(...paths: string[]): Promise<void> {
  return model.imports.choose(chosen(...paths));
}

function stage(): Stage {
  return model.imports.store.getState().stage;
}

function calls(channel: string): readonly unknown[] {
  return bridge.calls.filter((call) => call.channel === channel).map(({ payload }) => payload);
}

/** Answers of this channel wait until they are let go. */
function hold(channel: string): () => void {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const { invoke } = bridge;
  vi.spyOn(bridge, 'invoke').mockImplementation(async (name, payload) => {
    if (name === channel) await gate;
    return invoke(name, payload);
  });
  return letGo;
}

const notices = (): readonly string[] => model.notices.store.getState().notices.map(({ text }) => text);

describe('choosing', () => {
  it('tells the app of the files, serves them, and comes to the preview', async () => {
    await choose('Journal.zip');
    expect(calls('imports.open')).toEqual([
      { importId: expect.any(String) as string, files: [{ path: 'Journal.zip', size: 1, modifiedAt: 1000 }] },
    ]);
    expect(stage()).toMatchObject({ type: 'preview', source: { name: 'Journal.zip', more: 0 }, preview });
    const { importId } = calls('imports.open')[0] as { importId: string };
    bridge.emit('imports.wanted', { importId, readId: 1, file: 0, offset: 0, length: 1 });
    await vi.waitFor(() => expect(calls('imports.piece')).toHaveLength(1));
  });

  it('names a folder by its name, and several files by the first', async () => {
    await choose('Vault/a.md', 'Vault/b.md');
    expect(stage()).toMatchObject({ source: { name: 'Vault', more: 0 } });
    await choose('a.json', 'b.json', 'c.json');
    expect(stage()).toMatchObject({ source: { name: 'a.json', more: 2 } });
  });

  it('looks through what was dropped, and not through what was chosen', async () => {
    const stages: string[] = [];
    const stop = model.imports.store.subscribe(({ stage: { type } }) => stages.push(type));
    await choose('a.zip');
    expect([...new Set(stages)]).toEqual(['reading', 'preview']);
    stages.length = 0;
    await model.imports.choose(() => Promise.resolve(chosen('a.zip')));
    stop();
    expect([...new Set(stages)]).toEqual(['gathering', 'reading', 'preview']);
  });

  it('says in place what it could not take, lets go of the files, and takes others', async () => {
    bridge.fail('imports.preview', { code: 'import-damaged' });
    await choose('a.zip');
    const source = { name: 'a.zip', more: 0 };
    expect(stage()).toEqual({ type: 'choose', problem: { type: 'error', error: { code: 'import-damaged' }, source } });
    expect(calls('imports.close')).toHaveLength(1);
    await model.imports.choose('too-many');
    expect(stage()).toEqual({ type: 'choose', problem: { type: 'too-many' } });
    await model.imports.choose([]);
    expect(stage()).toEqual({ type: 'choose', problem: { type: 'empty' } });
    bridge.fail('imports.preview', null);
    await choose('b.zip');
    expect(stage().type).toBe('preview');
  });

  it('takes names that do not fit into one call for too many files', async () => {
    bridge.fail('imports.open', { code: 'too-large' });
    await choose('a.zip');
    expect(stage()).toEqual({ type: 'choose', problem: { type: 'too-many' } });
  });

  it('follows the reading, and stops it at once', async () => {
    const letGo = hold('imports.preview');
    const reading = choose('a.zip');
    await vi.waitFor(() => expect(stage().type).toBe('reading'));
    bridge.emit('work.progress', { work: 'import-preview', done: 40, total: null });
    expect(stage()).toMatchObject({ type: 'reading', found: 40 });
    model.imports.cancel();
    expect(stage()).toEqual({ type: 'choose', problem: null });
    expect(calls('imports.cancel')).toHaveLength(1);
    letGo();
    await reading;
    // The answer that came late changes nothing.
    expect(stage()).toEqual({ type: 'choose', problem: null });
  });

  it('forgets a folder that is still looked through when another is chosen', async () => {
    let finish: (files: readonly ChosenFile[]) => void = () => undefined;
    const slow = model.imports.choose(
      (onFound) =>
        new Promise((resolve) => {
          onFound(100);
          finish = resolve;
        }),
    );
    expect(stage()).toEqual({ type: 'gathering', found: 100 });
    await choose('b.zip');
    finish(chosen('a.zip'));
    await slow;
    expect(stage()).toMatchObject({ source: { name: 'b.zip' } });
  });
});

describe('a run', () => {
  it('carries the choices, follows the work and ends with the report', async () => {
    model.target.open({ type: 'import' });
    await choose('a.zip');
    const letGo = hold('imports.run');
    const running = model.imports.run();
    expect(stage()).toMatchObject({ type: 'running', progress: null });
    bridge.emit('work.progress', { work: 'import-run', done: 1, total: 5 });
    expect(stage()).toMatchObject({ progress: { done: 1, total: 5 } });
    // Nothing else can be chosen under it.
    await choose('b.zip');
    model.imports.startAgain();
    expect(stage().type).toBe('running');
    letGo();
    await running;
    expect(calls('imports.run')).toEqual([
      { importId: expect.any(String) as string, choices: { withoutJournals: [], journalAsTag: false, moods: [] } },
    ]);
    expect(stage()).toMatchObject({ type: 'done', report: { added: preview.fresh } });
    expect(model.imports.store.getState().past).toMatchObject([{ state: 'done', added: preview.fresh }]);
    expect(notices()).toEqual([]);
  });

  it('is cancelled: what it added is taken back first, and the preview is there again', async () => {
    model.target.open({ type: 'import' });
    await choose('a.zip');
    const letGo = hold('imports.run');
    bridge.fail('imports.run', { code: 'cancelled' });
    const running = model.imports.run();
    model.imports.cancel();
    expect(stage().type).toBe('cancelling');
    bridge.emit('work.progress', { work: 'import-take-back', done: 1, total: 4 });
    expect(stage()).toMatchObject({ type: 'cancelling', progress: { done: 1, total: 4 } });
    letGo();
    await running;
    expect(stage()).toMatchObject({ type: 'preview', before: { code: 'cancelled' } });
    bridge.fail('imports.run', null);
    await model.imports.run();
    expect(stage().type).toBe('done');
  });

  it('goes on behind a dialog that was closed, and says so with a way back', async () => {
    await choose('a.zip');
    await model.imports.run();
    expect(stage()).toEqual({ type: 'choose', problem: null });
    expect(notices()).toEqual(['Added 2 entries and 2 photos and files.']);
    model.notices.undoNewest();
    const [past] = model.imports.store.getState().past ?? [];
    expect(model.route.getState().overlay).toMatchObject({ type: 'take-back', importId: past?.id, isAsked: true });
  });

  it('says behind a closed dialog that it failed', async () => {
    await choose('a.zip');
    bridge.fail('imports.run', { code: 'disk-full' });
    await model.imports.run();
    expect(notices()).toHaveLength(1);
    expect(stage()).toMatchObject({ type: 'preview', before: { code: 'disk-full' } });
  });

  it('ends with the lock: no file, no name and no list is left in the page', async () => {
    await choose('a.zip');
    const letGo = hold('imports.run');
    bridge.fail('imports.run', { code: 'vault-locked' });
    const running = model.imports.run();
    const { importId } = calls('imports.open')[0] as { importId: string };
    bridge.setVault('locked', 'idle');
    expect(model.imports.store.getState()).toEqual({ stage: { type: 'choose', problem: null }, past: null });
    letGo();
    await running;
    expect(model.imports.store.getState()).toEqual({ stage: { type: 'choose', problem: null }, past: null });
    bridge.emit('imports.wanted', { importId, readId: 1, file: 0, offset: 0, length: 1 });
    expect(calls('imports.piece')).toEqual([]);
  });
});

describe('taking back', () => {
  it('tells how far it is, and what became of it', async () => {
    await choose('a.zip');
    await model.imports.run();
    const [past] = model.imports.store.getState().past ?? [];
    const letGo = hold('imports.take-back');
    const seen: unknown[] = [];
    const takingBack = model.imports.takeBack(past!.id, (progress) => seen.push(progress));
    bridge.emit('work.progress', { work: 'import-take-back', done: 2, total: 4 });
    letGo();
    expect(await takingBack).toEqual({ ok: true, value: { takenBack: preview.fresh, kept: none } });
    bridge.emit('work.progress', { work: 'import-take-back', done: 3, total: 4 });
    expect(seen).toEqual([{ done: 2, total: 4 }]);
    await vi.waitFor(() => expect(model.imports.store.getState().past).toMatchObject([{ state: 'taken-back' }]));
  });
});
