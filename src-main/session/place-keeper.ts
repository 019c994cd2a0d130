import type { DesktopNews, Place, PlaceWait } from '../../src-shared/contract/desktop.ts';
import { readPlaceLink } from '../../src-shared/domain/place-link.ts';

/** Milliseconds that a place waits for the unlock. Who unlocks later has forgotten what they wanted. */
export const PLACE_PATIENCE_MS = 5 * 60_000;

export interface PlaceKeeperOptions {
  readonly now: () => number;
  readonly isUnlocked: () => boolean;
  /** Brings the window to the front. */
  readonly focusWindow: () => void;
  /** Opens the window of quick capture; left out where there is none: then a new entry is begun. */
  readonly quickCapture?: () => void;
  readonly onPlace: (place: Place) => void;
  readonly onNews: (news: DesktopNews) => void;
  /** A place began to wait. */
  readonly onWait: (wait: PlaceWait) => void;
}

type Kept = { readonly place: Place } | { readonly news: DesktopNews };

/** Leads to places from outside of the window. While the vault is locked the newest waits for the unlock, in memory and nowhere else. */
export class PlaceKeeper {
  readonly #options: PlaceKeeperOptions;
  #kept: { readonly what: Kept; readonly at: number } | null = null;

  constructor(options: PlaceKeeperOptions) {
    this.#options = options;
  }

  /** What somebody followed, as it came. Whatever it is, the window comes: a link that leads nowhere is told in it. */
  openLink(link: string): void {
    const target = readPlaceLink(link);
    if (target === null) this.tell('link-not-understood');
    else if (target.type === 'capture') this.capture();
    else this.open(target);
  }

  open(place: Place): void {
    this.#lead({ place });
  }

  /** Quick capture is a window of its own, and says for itself whether it can be used while the vault is locked. */
  capture(): void {
    const { quickCapture } = this.#options;
    if (quickCapture === undefined) this.open({ type: 'new-entry' });
    else quickCapture();
  }

  tell(news: DesktopNews): void {
    this.#lead({ news });
  }

  /** For how long a place still waits. News does not lead anywhere: nobody is told to unlock for it. */
  wait(): PlaceWait {
    if (this.#kept === null || 'news' in this.#kept.what) return { msLeft: null };
    const msLeft = PLACE_PATIENCE_MS - Math.abs(this.#options.now() - this.#kept.at);
    return { msLeft: msLeft > 0 ? msLeft : null };
  }

  unlocked(): void {
    const kept = this.#kept;
    this.#kept = null;
    // A clock that was set back meanwhile counts as too late.
    if (kept === null || Math.abs(this.#options.now() - kept.at) > PLACE_PATIENCE_MS) return;
    this.#say(kept.what);
  }

  #lead(what: Kept): void {
    const { isUnlocked, now, focusWindow } = this.#options;
    focusWindow();
    if (isUnlocked()) this.#say(what);
    else {
      this.#kept = { what, at: now() };
      this.#options.onWait(this.wait());
    }
  }

  #say(what: Kept): void {
    if ('place' in what) this.#options.onPlace(what.place);
    else this.#options.onNews(what.news);
  }
}
