import { expect, it } from 'vitest';
import { followRoom, readRoomAddress, roomAddress } from './room-address.ts';
import { createRoute } from './route.ts';

const HABIT = '20000000-0000-4000-8000-000000000001';

function windowAt(hash: string): { readonly addresses: string[] } & Parameters<typeof followRoom>[0] {
  const addresses: string[] = [];
  return {
    addresses,
    location: { hash, pathname: '/' },
    history: { replaceState: (_data, _unused, address) => addresses.push(address) },
  };
}

it('the address names the room, and nothing of what is looked at there', () => {
  const page = windowAt('');
  const route = createRoute();
  followRoom(page, route);
  route.setState({ view: 'search', query: 'frost', searchEntry: 'an-entry' });
  route.setState({ view: 'month', month: '2026-10' });
  route.setState({ view: 'habit', habitId: HABIT });
  route.setState({ view: 'today', day: '2026-11-20', habitId: null });
  route.setState({ overlay: { type: 'link', address: 'https://frost.example' } });
  expect(page.addresses).toEqual(['/#search', '/#month', `/#habit/${HABIT}`, '/']);
});

it('a page begins in the room of its address', () => {
  const route = createRoute();
  followRoom(windowAt(`#habit/${HABIT}`), route);
  expect(route.getState()).toEqual({ ...createRoute().getState(), view: 'habit', habitId: HABIT });
});

it.each(['', '#', '#nowhere', '#constructor', '#habit', '#habit/x', `#journal/${HABIT}`, '#journal&x', '#Journal'])(
  'an address that is none of ours begins at Today: %j',
  (hash) => {
    expect(readRoomAddress(hash)).toBeNull();
    const route = createRoute();
    followRoom(windowAt(hash), route);
    expect(route.getState().view).toBe('today');
  },
);

it('every room but Today is found again by its address', () => {
  for (const view of ['journal', 'calendar', 'insights', 'month', 'tags', 'photos', 'trash', 'habits'] as const)
    expect(readRoomAddress(roomAddress({ view, habitId: null }))).toEqual({ view, habitId: null });
});
