import type { Autosave } from './autosave.ts';

/**
 * A page that goes away takes what is not yet on the disk with it: it asks to stay until that is written. Only then; a question at every
 * closing would soon be clicked away unread.
 */
export function holdPageWhileUnsaved(
  page: Pick<EventTarget, 'addEventListener'>,
  autosave: Pick<Autosave, 'hasUnsaved' | 'flush'>,
): void {
  page.addEventListener('beforeunload', (event) => {
    if (!autosave.hasUnsaved()) return;
    void autosave.flush();
    event.preventDefault();
  });
}
