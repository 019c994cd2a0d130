/** None where there is no window: the model also runs in plain Node. */
function media(query: string): MediaQueryList | null {
  return typeof window === 'undefined' ? null : window.matchMedia(query);
}

/** Three panes have room. */
const wide = media('(min-width: 1080px)');
/** The sidebar lies over the page. */
const narrow = media('(max-width: 860px)');
/** Of a list and what was chosen from it there is room for one. */
const single = media('(max-width: 1000px)');

/** Whether the sidebar is open as long as nobody has chosen: see shell.module.css. */
export function isWideWindow(): boolean {
  return wide?.matches ?? false;
}

export function isNarrowWindow(): boolean {
  return narrow?.matches ?? false;
}

export function isSinglePane(): boolean {
  return single?.matches ?? false;
}

/** Tells when one of these has changed. Returns the function that ends it. */
export function onWideWindow(listener: () => void): () => void {
  const all = [wide, narrow, single];
  for (const each of all) each?.addEventListener('change', listener);
  return () => {
    for (const each of all) each?.removeEventListener('change', listener);
  };
}

/** Tells when the sidebar has come to lie over the page, or to stand beside it. */
export function onNarrowWindow(listener: () => void): () => void {
  narrow?.addEventListener('change', listener);
  return () => narrow?.removeEventListener('change', listener);
}
