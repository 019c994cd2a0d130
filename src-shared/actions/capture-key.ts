import type { Keyboard, Shortcut } from './shortcut.ts';

const KEYS: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/** The shortcut that opens quick capture from every program (`CommandOrControl+Alt+J`), as the keys of actions are written; null: no action could have it. */
export function captureKey(accelerator: string | null, keyboard: Keyboard): Shortcut | null {
  const parts = accelerator?.split('+') ?? [];
  const key = parts.pop();
  if (key === undefined) return null;
  const isMod = (part: string): boolean =>
    part === 'CommandOrControl' || part === (keyboard === 'mac' ? 'Command' : 'Control');
  if (parts.some((part) => !isMod(part) && part !== 'Alt' && part !== 'Shift')) return null;
  return {
    key: KEYS[key] ?? (key.length === 1 ? key.toLowerCase() : key),
    ...(/^\d$/u.test(key) ? { code: `Digit${key}` } : {}),
    ...(parts.some(isMod) ? { mod: true } : {}),
    ...(parts.includes('Alt') ? { alt: true } : {}),
    ...(parts.includes('Shift') ? { shift: true } : {}),
  };
}
