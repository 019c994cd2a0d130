import { ACTION_IDS, actionDefinitions } from './definitions.ts';
import type { ActionId } from './definitions.ts';
import { reservedReason } from './reserved-keys.ts';
import type { ReservedReason } from './reserved-keys.ts';
import { defaultShortcut } from './shortcut-for.ts';
import type { ShortcutOverrides } from './shortcut-for.ts';
import { collide, isBareKey } from './shortcut.ts';
import type { Keyboard, Shortcut } from './shortcut.ts';

export interface KeySituation {
  readonly keyboard: Keyboard;
  readonly overrides: ShortcutOverrides;
  /** The key that opens quick capture from every program: the system takes it before the page hears it. */
  readonly capture: Shortcut | null;
}

export type KeyRefusal = ReservedReason | { readonly why: 'capture' };

/** `outside-text`: in a text field it would be typed. `habit-keys`: on a habit it does something else already. */
export type KeyNote = 'outside-text' | 'habit-keys';

export type KeyVerdict =
  | { readonly type: 'refused'; readonly reason: KeyRefusal }
  | { readonly type: 'taken'; readonly by: readonly ActionId[]; readonly notes: readonly KeyNote[] }
  | { readonly type: 'free'; readonly notes: readonly KeyNote[] };

function keyOf(id: ActionId, { keyboard, overrides }: Pick<KeySituation, 'keyboard' | 'overrides'>): Shortcut | null {
  const chosen = overrides[id];
  return chosen === undefined ? defaultShortcut(id, keyboard) : chosen;
}

/** Whether there is a place where both can be done: a key may mean one thing in one room and another in the next. */
export function canMeet(one: ActionId, other: ActionId): boolean {
  const rooms = actionDefinitions[one].rooms;
  const others = actionDefinitions[other].rooms;
  return rooms === undefined || others === undefined || rooms.some((room) => others.includes(room));
}

/** The other actions that a key would be in the way of. */
function holders(
  id: ActionId,
  shortcut: Shortcut,
  situation: Pick<KeySituation, 'keyboard' | 'overrides'>,
): ActionId[] {
  return ACTION_IDS.filter((other) => {
    const theirs = other === id ? null : keyOf(other, situation);
    return theirs !== null && canMeet(id, other) && collide(theirs, shortcut);
  });
}

/** Keys that the round button of a habit and the heat map have for themselves. */
const HABIT_KEYS = /^[0-9+\-−[\]]$/u;

export function notesOn(shortcut: Shortcut): readonly KeyNote[] {
  if (!isBareKey(shortcut)) return [];
  return HABIT_KEYS.test(shortcut.key) ? ['outside-text', 'habit-keys'] : ['outside-text'];
}

function isOwnDefault(id: ActionId, shortcut: Shortcut, keyboard: Keyboard): boolean {
  const own = defaultShortcut(id, keyboard);
  return own !== null && collide(own, shortcut);
}

/** What giving an action this key would mean. The key that it comes with is never refused. */
export function judgeKey(id: ActionId, shortcut: Shortcut, situation: KeySituation): KeyVerdict {
  const { keyboard, capture } = situation;
  if (!isOwnDefault(id, shortcut, keyboard)) {
    const reason = reservedReason(shortcut, keyboard);
    if (reason !== null) return { type: 'refused', reason };
    if (capture !== null && collide(capture, shortcut)) return { type: 'refused', reason: { why: 'capture' } };
  }
  const by = holders(id, shortcut, situation);
  const notes = notesOn(shortcut);
  return by.length > 0 ? { type: 'taken', by, notes } : { type: 'free', notes };
}

type Overrides = Pick<KeySituation, 'keyboard' | 'overrides'>;

/** Left out what says the same as our own keys. */
function put(id: ActionId, shortcut: Shortcut | null, { keyboard, overrides }: Overrides): ShortcutOverrides {
  const { [id]: _before, ...others } = overrides;
  const own = defaultShortcut(id, keyboard);
  const isOwn = shortcut === null ? own === null : own !== null && collide(own, shortcut);
  return isOwn ? others : { ...others, [id]: shortcut };
}

/** Gives an action a key, and takes it from whoever has it where both could be meant. Null: it has no key from now on. */
export function giveKey(id: ActionId, shortcut: Shortcut | null, situation: Overrides): ShortcutOverrides {
  const { keyboard } = situation;
  const taken = shortcut === null ? [] : holders(id, shortcut, situation);
  const freed = taken.reduce<ShortcutOverrides>(
    (overrides, other) => put(other, null, { keyboard, overrides }),
    situation.overrides,
  );
  return put(id, shortcut, { keyboard, overrides: freed });
}

/** Overrides of which each may be: what is refused, and what would make a key mean two things, is left out. */
export function soundOverrides(overrides: ShortcutOverrides, keyboard: Keyboard): ShortcutOverrides {
  let sound: ShortcutOverrides = overrides;
  for (const id of ACTION_IDS) {
    const shortcut = overrides[id];
    if (shortcut == null) continue;
    if (judgeKey(id, shortcut, { keyboard, overrides: {}, capture: null }).type === 'refused') sound = drop(id, sound);
  }
  // One that falls away gives its action our own key back, which may be another's by now: until all of them stand.
  for (;;) {
    const situation = { keyboard, overrides: sound };
    const clash = ACTION_IDS.find((id) => {
      const shortcut = sound[id];
      return shortcut != null && holders(id, shortcut, situation).length > 0;
    });
    if (clash === undefined) return sound;
    sound = drop(clash, sound);
  }
}

function drop(id: ActionId, { [id]: _dropped, ...others }: ShortcutOverrides): ShortcutOverrides {
  return others;
}
