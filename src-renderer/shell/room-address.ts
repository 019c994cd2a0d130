import type { Route, RouteStore, View } from './route.ts';

/**
 * The room stands in the page's address: a page that is replaced behind a lock comes back to it. Nothing else does: no day, no query, no name, because a browser may write
 * addresses down.
 */
const ROOMS = {
  today: true,
  journal: true,
  calendar: true,
  insights: true,
  month: true,
  tags: true,
  photos: true,
  trash: true,
  habits: true,
  habit: true,
  search: true,
  settings: true,
  protection: true,
} as const satisfies Readonly<Record<View, true>>;

const isRoom = (name: string): name is View => Object.hasOwn(ROOMS, name);

/** The fragment of the address, with its `#`; empty for Today, where every start begins. */
export function roomAddress({ view, habitId }: Pick<Route, 'view' | 'habitId'>): string {
  if (view === 'today') return '';
  return view === 'habit' && habitId !== null ? `#habit/${habitId}` : `#${view}`;
}

/** What `roomAddress` made; null for anything else. */
export function readRoomAddress(fragment: string): Pick<Route, 'view' | 'habitId'> | null {
  const [, room = '', habitId = null] = /^#([a-z]+)(?:\/([0-9a-f-]{36}))?$/.exec(fragment) ?? [];
  if (!isRoom(room) || (room === 'habit') !== (habitId !== null)) return null;
  return { view: room, habitId };
}

/** The parts of a window that are used. */
export interface AddressedWindow {
  readonly location: { readonly hash: string; readonly pathname: string };
  readonly history: { replaceState(data: null, unused: string, address: string): void };
}

/** Begins in the room of the address, and from then on keeps the address that of the room. */
export function followRoom({ location, history }: AddressedWindow, route: RouteStore): void {
  const room = readRoomAddress(location.hash);
  if (room !== null) route.setState(room);
  route.subscribe((now, before) => {
    if (now.view === before.view && now.habitId === before.habitId) return;
    history.replaceState(null, '', location.pathname + roomAddress(now));
  });
}
