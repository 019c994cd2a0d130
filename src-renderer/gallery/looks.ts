/** How a page of the gallery is shown: all of it stands in its address, so that a picture can be taken of any. */
export interface Looks {
  readonly theme: 'light' | 'dark';
  /** null: all that lie on the page; the pages of what covers the window are asked for by name. */
  readonly section: string | null;
  readonly isMirrored: boolean;
  readonly isLarge: boolean;
  /** A picture of forced colours: the browser's own can only be switched on from outside. */
  readonly isForced: boolean;
}

export function readLooks(query: string): Looks {
  const given = new URLSearchParams(query);
  return {
    theme: given.get('theme') === 'dark' ? 'dark' : 'light',
    section: given.get('section'),
    isMirrored: given.has('mirrored'),
    isLarge: given.has('large'),
    isForced: given.has('forced'),
  };
}

/** The address of a pane with these looks. */
export function paneAddress({ theme, section, isMirrored, isLarge, isForced }: Looks): string {
  const query = new URLSearchParams({ pane: '', theme });
  if (section !== null) query.set('section', section);
  if (isMirrored) query.set('mirrored', '');
  if (isLarge) query.set('large', '');
  if (isForced) query.set('forced', '');
  return `?${query.toString()}`;
}

export function applyLooks(root: HTMLElement, looks: Looks): void {
  root.dataset['theme'] = looks.theme;
  root.dir = looks.isMirrored ? 'rtl' : 'ltr';
  if (looks.isLarge) {
    root.dataset['textSize'] = 'larger';
    // What Ctrl and + do.
    root.style.zoom = '1.5';
  }
}
