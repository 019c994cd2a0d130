/** Three panes have room. None where there is no window: the model also runs in plain Node. */
const wide = typeof window === 'undefined' ? null : window.matchMedia('(min-width: 1080px)');

/** Whether the sidebar is open as long as nobody has chosen: see shell.module.css. */
export function isWideWindow(): boolean {
  return wide?.matches ?? false;
}

/** Returns the function that ends it. */
export function onWideWindow(listener: () => void): () => void {
  wide?.addEventListener('change', listener);
  return () => wide?.removeEventListener('change', listener);
}
