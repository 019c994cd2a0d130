import { placeSchema, type Place } from '../contract/desktop.ts';

/** Of our links. */
export const LINK_SCHEME = 'daygrove';

/** Signs. The longest that means something is that of a habit. */
export const LONGEST_LINK = 60;

/** What a link leads to. `capture` is the window of quick capture, where the host has one. */
export type LinkTarget = Place | { readonly type: 'capture' };

const FIXED: Readonly<Record<string, LinkTarget>> = {
  today: { type: 'today' },
  new: { type: 'new-entry' },
  capture: { type: 'capture' },
};

/**
 * Reads `daygrove://today`, `/new`, `/capture`, `/habit/ID` and `/day/YYYY-MM-DD`, with one slash behind it or none (browsers add one). Null for everything else. Anybody can
 * write a link, so nothing is interpreted: no address parser, no decoding, no query, no other case. It can name a place and say nothing else.
 */
export function readPlaceLink(link: string): LinkTarget | null {
  if (link.length > LONGEST_LINK) return null;
  const [, word, rest] = /^daygrove:\/\/([a-z]+)(?:\/([0-9A-Fa-f-]+))?\/?$/u.exec(link) ?? [];
  if (word === undefined) return null;
  if (rest === undefined) return Object.hasOwn(FIXED, word) ? FIXED[word]! : null;
  if (word === 'habit') return parsed({ type: 'habit', id: rest.toLowerCase() });
  if (word === 'day') return parsed({ type: 'day', day: rest });
  return null;
}

/** The link that leads to a habit. An id is random: it tells nothing of the habit. */
export function habitLink(id: string): string {
  return `${LINK_SCHEME}://habit/${id}`;
}

/** Whether an argument of the command line wants to be a link: the system puts one there as it came. */
export function isLink(argument: string): boolean {
  return /^daygrove:/iu.test(argument);
}

function parsed(place: unknown): Place | null {
  const { success, data } = placeSchema.safeParse(place);
  return success ? data : null;
}
