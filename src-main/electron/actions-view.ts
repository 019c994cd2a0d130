import type { ActionsState } from '../../src-shared/contract/app.ts';
import { actionDefinitions, type ActionId } from '../../src-shared/actions/definitions.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import type { App } from '../host.ts';
import type { BuiltMenu } from './electron-api.ts';
import { onVaultState } from './vault-state.ts';

/** Which actions can be done now, as menus outside of the page show it. */
export interface ActionsView {
  isEnabled(id: ActionId): boolean;
  isChecked(id: ActionId): boolean;
  onChange(listener: () => void): void;
  /** Nobody is told any more. */
  forgetListeners(): void;
}

/** Of a window that has no actions. */
export const noActions: ActionsView = {
  isEnabled: () => false,
  isChecked: () => false,
  onChange: () => {},
  forgetListeners: () => {},
};

/** Without an open vault main knows it by itself; with one the page says more. */
export function viewActions(app: Pick<App, 'onEvent' | 'onActionsState'>): ActionsView {
  const listeners = new Set<() => void>();
  let vault: VaultState['state'] = 'absent';
  let said: ActionsState | null = null;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  onVaultState(app, ({ state }) => {
    vault = state;
    // Its page is thrown away; the next one speaks for itself.
    if (vault !== 'unlocked') said = null;
    changed();
  });
  app.onActionsState((state) => {
    said = state;
    changed();
  });
  return {
    isEnabled: (id) => {
      const { worksLocked, worksAtLock } = actionDefinitions[id];
      const mayWork = vault === 'unlocked' || worksLocked === true || (worksAtLock === true && vault === 'locked');
      return mayWork && (said?.available.includes(id) ?? true);
    },
    isChecked: (id) => said?.checked.includes(id) ?? false,
    onChange: (listener) => void listeners.add(listener),
    forgetListeners: () => listeners.clear(),
  };
}

/** Brings the items of a menu that is there, and may be open, to what the view says. */
export function bringUpToDate(menu: BuiltMenu, ids: readonly ActionId[], view: ActionsView): void {
  for (const id of ids) {
    const item = menu.getMenuItemById(id);
    if (item === null) continue;
    item.enabled = view.isEnabled(id);
    const { state } = actionDefinitions[id];
    const isChecked = view.isChecked(id);
    // Of a choice, the one that is on puts the others out; nobody can put all of them out.
    if (state === 'switch' || (state === 'choice' && isChecked)) item.checked = isChecked;
  }
}

/** The same, from now on. */
export function keepCurrent(menu: BuiltMenu, ids: readonly ActionId[], view: ActionsView): void {
  view.onChange(() => bringUpToDate(menu, ids, view));
  bringUpToDate(menu, ids, view);
}
