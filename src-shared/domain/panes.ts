/** CSS pixels. `usual`: before anybody has chosen, and again after a double click. */
export const PANE_WIDTHS = {
  sidebar: { least: 184, usual: 224, most: 360 },
  list: { least: 260, usual: 380, most: 560 },
  aside: { least: 260, usual: 320, most: 480 },
} as const;

export type PaneName = keyof typeof PANE_WIDTHS;
export const PANE_NAMES = ['sidebar', 'list', 'aside'] as const satisfies readonly PaneName[];

/** How the window is divided. */
export interface Panes {
  /** The rooms. `open` null: as the width of the window has it. */
  readonly sidebar: { readonly open: boolean | null; readonly width: number };
  /** The list of the journal and of the search. */
  readonly list: { readonly open: boolean; readonly width: number };
  /** The habits and earlier days, beside Today. */
  readonly aside: { readonly open: boolean; readonly width: number };
}

export const USUAL_PANES: Panes = {
  sidebar: { open: null, width: PANE_WIDTHS.sidebar.usual },
  list: { open: true, width: PANE_WIDTHS.list.usual },
  aside: { open: true, width: PANE_WIDTHS.aside.usual },
};
