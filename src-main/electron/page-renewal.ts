import type { App } from '../host.ts';
import { CURTAIN_URL, PAGE_URL } from './addresses.ts';
import type { HostContents } from './electron-api.ts';
import { onVaultState } from './vault-state.ts';

export interface PageOptions {
  readonly contents: HostContents;
  readonly app: Pick<App, 'onEvent'>;
  /** The page cannot be shown; the app goes on without one. */
  readonly onFailure: () => void;
  /** Runs the work once, in so many milliseconds; for tests. */
  readonly later?: (work: () => void, milliseconds: number) => void;
}

/** Milliseconds until a page that did not let go is asked once more: a save that was on its way is answered by then. */
export const SECOND_TRY_MS = 1000;

/** A load that another navigation overtook, or that the page tried to leave meanwhile, ends in this error; nothing is wrong then. */
function wasOvertaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED';
}

/** The room that the page was in, as it stands behind the `#` of its own address: the new page goes on there. */
function roomOf(address: string): string {
  const room = address.startsWith(PAGE_URL) ? address.slice(PAGE_URL.length) : '';
  return /^#[a-z]+(?:\/[0-9a-f-]{36})?$/.test(room) ? room : '';
}

/**
 * Shows the page and keeps it shown: a renderer that crashed is replaced once for every time that it came up. When the vault locks,
 * the renderer is thrown away with all that it remembers, and the lock screen gets a new one.
 *
 * A page that still holds text which could not be saved stays: it says so by `beforeunload`, and nothing written is ever lost. For
 * the same reason a stopped storage process does not count as a lock here: the page has text that was on its way. The next lock, of whatever
 * kind, does.
 */
export async function showPage({
  contents,
  app,
  onFailure,
  later = (work, milliseconds) => void setTimeout(work, milliseconds).unref(),
}: PageOptions): Promise<void> {
  let unlocked = false;
  /** What was open may be in the page's memory; also behind a storage process that stopped. */
  let remembers = false;
  let cameUp = false;
  let renewing = false;

  const load = async (room = ''): Promise<void> => {
    try {
      await contents.loadURL(PAGE_URL + room);
    } catch (error) {
      if (!wasOvertaken(error) && !contents.isDestroyed()) onFailure();
    }
  };

  const renew = async (onVeto: () => void): Promise<void> => {
    if (renewing || contents.isDestroyed()) return;
    renewing = true;
    try {
      const before = contents.getOSProcessId();
      const room = roomOf(contents.getURL());
      await contents.loadURL(CURTAIN_URL);
      if (contents.isDestroyed()) return;
      // Chromium gives another origin another process. If it ever does not, the memory must go all the same.
      if (contents.getOSProcessId() === before) contents.forcefullyCrashRenderer();
      contents.navigationHistory.clear();
      await load(room);
    } catch {
      // The page did not let go: see above. It has been told of the lock like any other.
      onVeto();
    } finally {
      renewing = false;
    }
  };

  onVaultState(app, ({ state, reason }) => {
    unlocked = state === 'unlocked';
    if (unlocked) remembers = true;
    if (remembers && !unlocked && reason !== 'storage-stopped') {
      remembers = false;
      void renew(() =>
        later(() => {
          if (!unlocked) void renew(() => {});
        }, SECOND_TRY_MS),
      );
    }
  });
  contents.on('did-finish-load', () => {
    cameUp = true;
  });
  contents.on('render-process-gone', () => {
    if (renewing) return;
    // One that never came up would never come up again either.
    if (!cameUp) return onFailure();
    cameUp = false;
    void load();
  });

  await load();
}
