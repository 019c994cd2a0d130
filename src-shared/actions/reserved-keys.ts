import { isFitKey } from './record-shortcut.ts';
import type { UnfitReason } from './record-shortcut.ts';
import { collide } from './shortcut.ts';
import type { Keyboard, Shortcut } from './shortcut.ts';
import { TEXT_KEYS } from './text-keys.ts';
import type { TextKeyName } from './text-keys.ts';

/**
 * Why a key cannot be a command's. `text`: it edits text, and `name` says what it does there. `moves`: it moves about or types, wherever the focus is. `window`: it closes,
 * hides or sizes the window. `system`: the system takes it first. `zoom`: it makes everything larger or smaller. `menus`: it opens the menu bar or a menu.
 */
export type ReservedReason =
  | { readonly why: UnfitReason | 'moves' | 'window' | 'system' | 'zoom' | 'menus' | 'option' }
  | { readonly why: 'text'; readonly name: TextKeyName };

type Plain = Extract<ReservedReason, { readonly why: string }>['why'];

interface Reserved {
  readonly why: Exclude<Plain, 'text'>;
  readonly keyboard?: Keyboard;
  readonly shortcuts: readonly Shortcut[];
}

const mod = (key: string, more: Partial<Shortcut> = {}): Shortcut => ({ key, mod: true, ...more });

/** Both with Shift and without: where a sign lies is the layout's business. */
const signs = (...keys: string[]): readonly Shortcut[] => keys.flatMap((key) => [mod(key), mod(key, { shift: true })]);

/** Keys of the systems, and of the menus that they fill themselves: src-main/electron/menu-roles.ts has a test that none is missing here. */
const RESERVED: readonly Reserved[] = [
  { why: 'window', shortcuts: [mod('w'), mod('q'), mod('w', { shift: true }), mod('q', { shift: true })] },
  {
    why: 'window',
    keyboard: 'mac',
    shortcuts: [
      mod('h'),
      mod('h', { alt: true }),
      mod('m'),
      mod('m', { alt: true }),
      mod('`'),
      mod('`', { shift: true }),
    ],
  },
  { why: 'window', keyboard: 'pc', shortcuts: [{ key: 'F4', alt: true }, mod('F4'), { key: 'F11' }] },
  {
    why: 'system',
    keyboard: 'mac',
    shortcuts: [
      ...['3', '4', '5', '6'].map((key) => mod(key, { code: `Digit${key}`, shift: true })),
      mod('d', { alt: true }),
    ],
  },
  { why: 'zoom', shortcuts: [mod('0', { code: 'Digit0' }), ...signs('+', '=', '-', '_')] },
  {
    why: 'menus',
    shortcuts: [{ key: 'F10' }, { key: 'F10', shift: true }, mod('F10'), mod('F10', { shift: true })],
  },
];

/** Pastes with the look of what is around, on a Mac. */
const PASTE_AND_MATCH = mod('v', { alt: true, shift: true });

function isMove({ key, mod: isMod, alt }: Shortcut, keyboard: Keyboard): boolean {
  if (!/^(?:Arrow|Page)/u.test(key)) return false;
  // Alone, and with Shift, they scroll and select.
  if (isMod !== true && alt !== true) return true;
  return key.startsWith('Arrow') && (isMod === true || keyboard === 'mac');
}

/** Why a command may not have this key; null: it may. */
export function reservedReason(shortcut: Shortcut, keyboard: Keyboard): ReservedReason | null {
  const text = TEXT_KEYS.find((each) => (each.keyboard ?? keyboard) === keyboard && collide(each.shortcut, shortcut));
  if (text !== undefined) return { why: 'text', name: text.name };
  if (keyboard === 'mac' && collide(PASTE_AND_MATCH, shortcut)) return { why: 'text', name: 'pastePlain' };
  if (!isFitKey(shortcut.key)) return { why: 'unfit' };
  const reserved = RESERVED.find(
    (each) => (each.keyboard ?? keyboard) === keyboard && each.shortcuts.some((other) => collide(other, shortcut)),
  );
  if (reserved !== undefined) return { why: reserved.why };
  if (isMove(shortcut, keyboard)) return { why: 'moves' };
  const isCharacter = shortcut.key.length === 1;
  if (shortcut.alt !== true) return null;
  if (keyboard === 'mac') return isCharacter && shortcut.mod !== true ? { why: 'option' } : null;
  // Windows takes Ctrl and Alt for AltGr, which types a character on many layouts; Linux takes them with an F key to another screen.
  if (shortcut.mod === true)
    return isCharacter ? { why: 'altgr' } : /^F\d/u.test(shortcut.key) ? { why: 'system' } : null;
  return /^\p{L}$/u.test(shortcut.key) ? { why: 'menus' } : null;
}
