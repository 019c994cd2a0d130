import type { MenuItemConstructorOptions } from 'electron';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { ActionWords } from '../../src-shared/intl/actions-en.ts';
import type { ActionsView } from './actions-view.ts';
import type { ContextMenuClick, ElectronApi, HostContents, HostMenu } from './electron-api.ts';
import { menuLabel } from './menu-bar.ts';
import { menuRoles, type RoleName } from './menu-roles.ts';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

interface ContextMenuOptions {
  readonly menu: HostMenu;
  readonly clipboard: Pick<ElectronApi['clipboard'], 'writeText'>;
  readonly view: ActionsView;
  /** Of the moment of the click. */
  readonly words: () => ActionWords;
  readonly perform: (id: ActionId) => void;
}

/** An address that means something outside of the app. */
function isPublicAddress(address: string): boolean {
  return /^(https?|mailto):/iu.test(address);
}

/** The items for a click on text or a link; none where there is nothing to do. */
export function contextMenuTemplate(
  { isEditable, selectionText, editFlags, linkURL }: ContextMenuClick,
  { clipboard, view, words: wordsNow, perform }: Omit<ContextMenuOptions, 'menu'>,
): MenuItemConstructorOptions[] {
  const words = wordsNow();
  const item = (role: RoleName, enabled = true): MenuItemConstructorOptions => ({
    role,
    label: words[menuRoles[role].label],
    enabled,
  });
  const link: MenuItemConstructorOptions[] = isPublicAddress(linkURL)
    ? [{ label: words['menu.copyLink'], click: () => void clipboard.writeText(linkURL) }]
    : [];
  if (!isEditable) return [...link, ...(selectionText === '' ? [] : [item('copy')])];
  // A click on a misspelt word opens the page's own list of suggestions; elsewhere this goes to the next one.
  const spelling: MenuItemConstructorOptions[] = view.isEnabled('spelling-suggestions')
    ? [SEPARATOR, { label: menuLabel('spelling-suggestions', words), click: () => perform('spelling-suggestions') }]
    : [];
  return [
    ...link,
    ...(link.length === 0 ? [] : [SEPARATOR]),
    item('undo', editFlags.canUndo),
    item('redo', editFlags.canRedo),
    SEPARATOR,
    item('cut', editFlags.canCut),
    item('copy', editFlags.canCopy),
    item('paste', editFlags.canPaste),
    item('pasteAndMatchStyle', editFlags.canPaste),
    SEPARATOR,
    item('selectAll', editFlags.canSelectAll),
    ...spelling,
  ];
}

/** Electron shows no menu of its own for a right click. Where the page has one of its own, it keeps the click to itself. */
export function offerContextMenu(contents: Pick<HostContents, 'on'>, options: ContextMenuOptions): void {
  contents.on('context-menu', (_event, click) => {
    const template = contextMenuTemplate(click, options);
    if (template.length > 0) options.menu.buildFromTemplate(template).popup();
  });
}
