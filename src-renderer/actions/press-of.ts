import type { KeyPress } from '../../src-shared/actions/press.ts';
import { keyAlongLine } from '../intl/direction.ts';

/** A press as the table of shortcuts means it: on a page from right to left the arrows lead the other way. */
export function pressOf({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): KeyPress {
  return { key: keyAlongLine(key), code, ctrlKey, metaKey, shiftKey, altKey };
}
