import type { ActionMessageId } from '../intl/actions-en.ts';

/**
 * The parts of the menu bar that actions stand in: `menu.part`. Where each part is on which system, and what of the system's own stands
 * around it, is laid out in src-main/electron/menu-layout.ts; a part that is laid out nowhere fails its test.
 */
export const MENU_PARTS = [
  'app.settings',
  'app.lock',
  'file.new',
  'file.exchange',
  'file.backup',
  'file.sync',
  'file.print',
  'file.settings',
  'file.lock',
  'edit.undo',
  'edit.insert',
  'edit.find',
  'view.commands',
  'view.panes',
  'view.theme',
  'go.rooms',
  'go.more',
  'go.day',
  'go.month',
  'habits.make',
  'habits.page',
  'help.learn',
] as const;
export type MenuPart = (typeof MENU_PARTS)[number];

/** Where an action stands in the menu bar. Within a part the order is that of the definitions. */
export interface MenuPlace {
  readonly at: MenuPart;
  /** Where a Mac's habit is another. */
  readonly mac?: MenuPart;
  /** As menus write it, where that is not the action's own label. */
  readonly label?: ActionMessageId;
}

/** Not in the menu bar, and why: a sentence for whoever reads the table. */
export interface NoMenuPlace {
  readonly absent: string;
}
