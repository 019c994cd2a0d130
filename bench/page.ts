import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { startBrowserHost } from '../e2e/hosts/browser-host.ts';

/** A key in the page, in milliseconds. */
export interface KeyTimes {
  /** From the key's arrival in the browser to the end of the first frame behind it; up to one frame of it is waiting for the screen. */
  readonly toPaint: number;
  /** What the page worked for it: the event with all that the editor does in it, and the frame (layout and paint). No waiting. */
  readonly work: number;
}

/** A task that held the page up for longer than 50 ms. Milliseconds since the page began. */
export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

declare global {
  interface Window {
    bench: {
      /** The long tasks since the last call, when the page has nothing to do any more. */
      takeLongTasks(): Promise<LongTask[]>;
      /** Resolves behind the frame that shows what the next key did. */
      nextKey(): Promise<KeyTimes>;
      key: Promise<KeyTimes>;
      hits: Promise<number>;
      /** Resolves behind the next frame. */
      painted(): Promise<number>;
    };
  }
}

/**
 * Runs in the page, before anything of ours.
 *
 * Why frames and not Event Timing: that API rounds to 8 ms and reports nothing below 16 ms, and what is compared here is often below one frame. A message that is
 * posted from inside a frame's callback is handled behind that frame's style, layout and paint, with no timer between. What comes after it (raster, the screen) is
 * not the page's thread, and the same for a short and a long text. `event.timeStamp` is the moment the browser got the key: time spent waiting behind
 * another task counts.
 */
function measureInPage(): void {
  let longTasks: LongTask[] = [];
  const note = (entries: PerformanceEntryList): void => {
    for (const { startTime: start, duration } of entries) longTasks.push({ start, duration });
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const behindFrame = (inFrame: () => void): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        inFrame();
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          resolve(performance.now());
          port1.close();
        });
        port1.start();
        port2.postMessage(null);
      });
    });
  const bench: Window['bench'] = {
    async takeLongTasks() {
      // What the last step left to be done belongs to it. A page without a window is not always told that it is idle.
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
      await behindFrame(() => {});
      note(observer.takeRecords());
      const taken = longTasks;
      longTasks = [];
      return taken;
    },
    key: new Promise(() => {}),
    hits: new Promise(() => {}),
    painted: () => behindFrame(() => {}),
    nextKey() {
      bench.key = new Promise((resolve) => {
        window.addEventListener(
          'keydown',
          (event) => {
            const began = performance.now();
            let handled = began;
            // The browser writes the letter behind the event's listeners, and the editor reads it in a microtask behind that: `keyup` is a task of its own.
            window.addEventListener('input', () => queueMicrotask(() => (handled = performance.now())), { once: true });
            let frame = 0;
            void behindFrame(() => (frame = performance.now())).then((painted) =>
              resolve({ toPaint: painted - event.timeStamp, work: handled - began + (painted - frame) }),
            );
          },
          { capture: true, once: true },
        );
      });
      return bench.key;
    },
  };
  window.bench = bench;
}

/** The tasks of the page's thread while something is done, longest first: what they worked, in milliseconds. */
export type TaskTimes = readonly number[];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Long tasks are told by the clock on the wall: on a machine that is busy with something else a task of 30 ms takes 60. The thread's own time does not know of the
 * others, so it is asked for too.
 */
async function tracedTasks(devtools: CDPSession, work: () => Promise<unknown>): Promise<TaskTimes> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }): void => {
    for (const event of value as readonly TraceEvent[]) {
      if (event.ph === 'M' ? event.name === 'thread_name' : event.name.endsWith('::RunTask')) events.push(event);
    }
  };
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  await work();
  const complete = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve));
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  const main = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ pid, tid, tdur }) => tdur !== undefined && main.has(`${pid} ${tid}`))
    .map(({ tdur }) => tdur! / 1000)
    .toSorted((a, b) => b - a);
}

export interface OpenPage {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** See `window.bench`. */
  takeLongTasks(): Promise<LongTask[]>;
  tracedTasks(work: () => Promise<unknown>): Promise<TaskTimes>;
  close(): Promise<void>;
}

/** The built page on a vault, in the browser host's own Chromium, headless. */
export async function openPage(profile: string, clock: string): Promise<OpenPage> {
  const runDirectory = await mkdtemp(join(tmpdir(), 'daygrove-bench-page-'));
  const host = await startBrowserHost({
    runDirectory,
    profile,
    clock,
    timeZone: 'Europe/Vienna',
    idleLockSeconds: null,
    children: 'built',
    start: 1,
    onPage: (page) => page.addInitScript(measureInPage).then(() => {}),
  });
  const { page } = host;
  await page.setViewportSize({ width: 1320, height: 860 });
  const devtools = await page.context().newCDPSession(page);
  return {
    page,
    devtools,
    tracedTasks: (work) => tracedTasks(devtools, work),
    takeLongTasks: () => page.evaluate(() => window.bench.takeLongTasks()),
    async close() {
      await host.quit();
      await rm(runDirectory, { recursive: true, force: true });
    },
  };
}

/** Selectors and no roles: to compute names for a long page would be work of the measured thread. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.locator('input[type=password]').fill(passphrase);
  await page.locator('form button[type=submit]').click();
  await page.locator('[data-testid=entry]').first().waitFor();
}

export async function goTo(page: Page, room: 'Today' | 'Journal' | 'Habits' | 'Calendar' | 'Search'): Promise<void> {
  await page.locator('nav button', { hasText: room }).first().click();
}
