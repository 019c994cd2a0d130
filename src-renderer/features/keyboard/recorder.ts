import { pressOf } from '../../actions/press-of.ts';
import type { KeyboardEvent } from 'react';
import { recordShortcut } from '../../../src-shared/actions/record-shortcut.ts';
import type { RecordedShortcut } from '../../../src-shared/actions/record-shortcut.ts';
import type { Platform } from '../../../src-shared/actions/shortcut.ts';

export type RecordedKey = RecordedShortcut | { readonly type: 'left' };

/**
 * What a press means to something that records keys. It takes the press, from the shortcuts and from the menu bar as well. Escape leaves, and so does Tab, which goes
 * on: nobody is caught in it.
 */
export function recordKey(event: KeyboardEvent, platform: Platform): RecordedKey {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (key === 'Tab' && !ctrlKey && !altKey && !metaKey) return { type: 'left' };
  event.preventDefault();
  event.stopPropagation();
  if (key === 'Escape' && !ctrlKey && !altKey && !metaKey && !shiftKey) return { type: 'left' };
  // A key that is held down was meant once.
  if (event.repeat) return { type: 'modifier' };
  return recordShortcut({ ...pressOf(event), isAltGr: event.getModifierState('AltGraph') }, platform);
}
