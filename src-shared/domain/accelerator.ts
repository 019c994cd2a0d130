/**
 * Shortcuts that work from every program, as Electron writes them (`CommandOrControl+Alt+J`). Only such as are hard to press by mistake and take nothing away from typing:
 * one modifier at least that is not Shift, and one key.
 */
const MODIFIERS = ['CommandOrControl', 'Command', 'Control', 'Super', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

const NAMED_KEYS: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};
const KEYS: ReadonlySet<string> = new Set([
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
  ...Object.values(NAMED_KEYS),
]);
const MODIFIER_CODE = /^(?:Control|Shift|Alt|Meta|OS)(?:Left|Right)?$/u;

export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.pop();
  if (key === undefined || !KEYS.has(key) || parts.length === 0 || new Set(parts).size !== parts.length) return false;
  if (!parts.every((part) => (MODIFIERS as readonly string[]).includes(part))) return false;
  return parts.some((part) => part !== 'Shift');
}

/** The parts of a KeyboardEvent that decide. `code` is the key by its place. */
export interface AcceleratorPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `modifier`: only such keys are down yet. `unfit`: it is no shortcut that may be had. */
export type PressedAccelerator =
  { readonly type: 'accelerator'; readonly text: string } | { readonly type: 'modifier' } | { readonly type: 'unfit' };

function keyOf({ key, code }: AcceleratorPress): string | null {
  // The letter on the key is what the person means, wherever their layout has it.
  if (/^[a-z0-9]$/iu.test(key)) return key.toUpperCase();
  const placed = /^(?:Key([A-Z])|Digit(\d))$/u.exec(code);
  if (placed !== null) return placed[1] ?? placed[2] ?? null;
  if (/^F\d{1,2}$/u.test(code)) return code;
  return NAMED_KEYS[code] ?? null;
}

/** What was pressed, as a shortcut. */
export function acceleratorOf(press: AcceleratorPress, platform: 'linux' | 'mac' | 'windows'): PressedAccelerator {
  if (MODIFIER_CODE.test(press.code) || MODIFIER_CODE.test(press.key)) return { type: 'modifier' };
  const isMac = platform === 'mac';
  const modifiers: [Modifier, boolean][] = [
    ['CommandOrControl', isMac ? press.metaKey : press.ctrlKey],
    ['Control', isMac && press.ctrlKey],
    ['Super', !isMac && press.metaKey],
    ['Alt', press.altKey],
    ['Shift', press.shiftKey],
  ];
  const key = keyOf(press);
  const text = [...modifiers.filter(([, isDown]) => isDown).map(([name]) => name), key ?? ''].join('+');
  return isAccelerator(text) ? { type: 'accelerator', text } : { type: 'unfit' };
}

const MAC_SIGNS: Readonly<Record<Modifier, string>> = {
  CommandOrControl: '⌘',
  Command: '⌘',
  Control: '⌃',
  Super: '⌘',
  Alt: '⌥',
  Shift: '⇧',
};
/** macOS writes them in this order. */
const MAC_ORDER: readonly string[] = ['⌃', '⌥', '⇧', '⌘'];

/** As the platform writes it: `⌥⌘J`, `Ctrl+Alt+J`. */
export function acceleratorText(accelerator: string, platform: 'linux' | 'mac' | 'windows'): string {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  if (platform === 'mac') {
    const signs = parts.map((part) => MAC_SIGNS[part as Modifier] ?? part);
    return signs.toSorted((one, other) => MAC_ORDER.indexOf(one) - MAC_ORDER.indexOf(other)).join('') + key;
  }
  const superName = platform === 'windows' ? 'Windows' : 'Super';
  const name = (part: string): string =>
    part === 'CommandOrControl' || part === 'Control' ? 'Ctrl' : part === 'Super' ? superName : part;
  return [...parts.map(name), key].join('+');
}
