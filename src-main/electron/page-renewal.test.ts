import { describe, expect, it } from 'vitest';
import { showPage } from './page-renewal.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordedContents } from './testing/recording-electron.ts';

const PAGE = 'app://daygrove/';
const CURTAIN = 'app://curtain/';

/** As Electron rejects a load. */
const aborted = (): Error => Object.assign(new Error('ERR_ABORTED (-3) loading'), { code: 'ERR_ABORTED' });

interface Shown {
  readonly app: RecordingApp;
  readonly contents: RecordedContents;
  readonly failures: () => number;
  /** What is to be done later. */
  readonly waiting: (() => void)[];
}

async function shown(): Promise<Shown> {
  const app = new RecordingApp();
  const contents = new RecordedContents(1);
  let failures = 0;
  const waiting: (() => void)[] = [];
  await showPage({ contents, app, onFailure: () => (failures += 1), later: (work) => waiting.push(work) });
  expect(contents.loaded).toEqual([PAGE]);
  return { app, contents, failures: () => failures, waiting };
}

/** Lets everything that has been answered go on; loads of the stand-in are answered at once. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the page', () => {
  it.each(['person', 'idle', 'suspend', 'screen-lock', 'restored'] as const)(
    'gets a new renderer when the vault locks (%s)',
    async (reason) => {
      const { app, contents, failures } = await shown();
      const before = contents.processId;
      app.vault('unlocked');
      app.vault('locked', reason);
      await settled();
      expect(contents.loaded).toEqual([PAGE, CURTAIN, PAGE]);
      expect(contents.processId).not.toBe(before);
      expect(contents.crashed).toEqual([]);
      expect(contents.history).toEqual([CURTAIN, PAGE]);
      expect(failures()).toBe(0);
    },
  );

  it.each([
    [`${PAGE}#habits`, `${PAGE}#habits`],
    [`${PAGE}#habit/20000000-0000-4000-8000-000000000001`, `${PAGE}#habit/20000000-0000-4000-8000-000000000001`],
    [`${PAGE}#What I wrote`, PAGE],
    [`${PAGE}?day=2026-11-22#habits`, PAGE],
    ['app://elsewhere/#habits', PAGE],
  ])('comes back to its room, and to nothing else that its address says: %s', async (address, loaded) => {
    const { app, contents } = await shown();
    app.vault('unlocked');
    contents.url = address;
    app.vault('locked', 'person');
    await settled();
    expect(contents.loaded.at(-1)).toBe(loaded);
  });

  it('loses its renderer even if Chromium would have kept it', async () => {
    const { app, contents, failures } = await shown();
    const before = contents.processId;
    contents.onLoad = async () => {};
    app.vault('unlocked');
    app.vault('locked', 'idle');
    await settled();
    expect(contents.crashed).toEqual([before]);
    expect(contents.loaded).toEqual([PAGE, CURTAIN, PAGE]);
    expect(failures()).toBe(0);
  });

  it('keeps its renderer when nothing was open, and when storage stopped under text that was on its way', async () => {
    const { app, contents } = await shown();
    app.vault('locked', 'start');
    app.vault('damaged');
    app.vault('unlocked');
    app.vault('locked', 'storage-stopped');
    await settled();
    expect(contents.loaded).toEqual([PAGE]);
    // It still has in its memory what was open: the next lock is one for it, too.
    app.vault('locked', 'suspend');
    await settled();
    expect(contents.loaded).toEqual([PAGE, CURTAIN, PAGE]);
  });

  it('stays when it does not let go of unsaved text, and is renewed at the next lock', async () => {
    const { app, contents, failures } = await shown();
    const load = contents.onLoad;
    contents.onLoad = () => Promise.reject(aborted());
    app.vault('unlocked');
    app.vault('locked', 'idle');
    await settled();
    expect(contents.loaded).toEqual([PAGE, CURTAIN]);
    expect(failures()).toBe(0);
    contents.onLoad = load;
    app.vault('unlocked');
    app.vault('locked', 'person');
    await settled();
    expect(contents.loaded).toEqual([PAGE, CURTAIN, CURTAIN, PAGE]);
  });

  it('is asked once more a moment later, when the save that it stayed for has been answered', async () => {
    const { app, contents, waiting } = await shown();
    const load = contents.onLoad;
    contents.onLoad = () => Promise.reject(aborted());
    app.vault('unlocked');
    app.vault('locked', 'idle');
    await settled();
    contents.onLoad = load;
    expect(waiting).toHaveLength(1);
    waiting[0]!();
    await settled();
    expect(contents.loaded).toEqual([PAGE, CURTAIN, CURTAIN, PAGE]);
  });

  it('is not asked again once it is unlocked, nor a third time', async () => {
    const { app, contents, waiting } = await shown();
    contents.onLoad = () => Promise.reject(aborted());
    app.vault('unlocked');
    app.vault('locked', 'idle');
    await settled();
    app.vault('unlocked');
    waiting.shift()!();
    await settled();
    expect(contents.loaded).toEqual([PAGE, CURTAIN]);
    app.vault('locked', 'idle');
    await settled();
    waiting.shift()!();
    await settled();
    expect(contents.loaded).toEqual([PAGE, CURTAIN, CURTAIN, CURTAIN]);
    expect(waiting).toEqual([]);
  });

  it('comes back once after each crash, and the failure is told when it does not come up', async () => {
    const { contents, failures } = await shown();
    contents.emit('render-process-gone');
    await settled();
    contents.emit('render-process-gone');
    await settled();
    expect(contents.loaded).toEqual([PAGE, PAGE, PAGE]);
    expect(failures()).toBe(0);
    contents.onLoad = () => new Promise(() => {});
    contents.emit('render-process-gone');
    contents.emit('render-process-gone');
    expect(contents.loaded).toEqual([PAGE, PAGE, PAGE, PAGE]);
    expect(failures()).toBe(1);
  });

  it('that cannot be loaded is told', async () => {
    const contents = new RecordedContents(1);
    contents.onLoad = () => Promise.reject(new Error('ERR_FAILED'));
    let failures = 0;
    await showPage({ contents, app: new RecordingApp(), onFailure: () => (failures += 1) });
    expect(failures).toBe(1);
  });

  it('that a lock overtakes while it loads after a crash is no failure', async () => {
    const { app, contents, failures } = await shown();
    const load = contents.onLoad;
    app.vault('unlocked');
    const overtaken = Promise.withResolvers<void>();
    contents.onLoad = () => overtaken.promise;
    contents.emit('render-process-gone');
    contents.onLoad = load;
    app.vault('locked', 'idle');
    overtaken.reject(aborted());
    await settled();
    expect(contents.loaded).toEqual([PAGE, PAGE, CURTAIN, PAGE]);
    expect(failures()).toBe(0);
  });

  it('is left alone when its window is gone', async () => {
    const { app, contents, failures } = await shown();
    app.vault('unlocked');
    contents.destroyed = true;
    app.vault('locked', 'person');
    await settled();
    expect(contents.loaded).toEqual([PAGE]);
    expect(failures()).toBe(0);
  });
});
