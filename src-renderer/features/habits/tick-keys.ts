/** The parts of a KeyboardEvent that decide. */
export interface TickPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

export type TickKey =
  | { readonly type: 'step'; readonly steps: number }
  | { readonly type: 'amount'; readonly typed: string }
  /** Taken, and nothing more: a key that is held down would tick and untick. */
  | { readonly type: 'nothing' };

/** Whether Shift is held for + and - is the layout's business; the big step has keys of its own, as every spin button has. */
const STEPS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1, '−': -1, PageUp: 10, PageDown: -10 };

/** What a key on a tick means; null: what it means on any button. */
export function tickKey({ key, ctrlKey, altKey, metaKey, repeat }: TickPress, hasAmount: boolean): TickKey | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === 'Enter' && repeat) return { type: 'nothing' };
  if (!hasAmount) return null;
  const steps = STEPS[key];
  if (steps !== undefined) return { type: 'step', steps };
  if (key === 'Enter') return { type: 'amount', typed: '' };
  return /^[\d.,]$/.test(key) ? { type: 'amount', typed: key } : null;
}
