import { chosenFor } from '../../src-shared/actions/chosen-keys.ts';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
import type { EventOf } from '../../src-shared/contract/index.ts';
import type { App } from '../host.ts';
import { viewActions } from './actions-view.ts';
import { offerContextMenu } from './context-menu.ts';
import type { ElectronApi, HostWindow } from './electron-api.ts';
import { setDockMenu, userTasks } from './icon-menus.ts';
import { setMenuBar } from './menu-bar.ts';
import { focusWindow } from './window.ts';

interface MenusOptions {
  readonly electron: Pick<ElectronApi, 'app' | 'Menu' | 'clipboard'>;
  readonly platform: Platform;
  readonly devTools: boolean;
  readonly app: Pick<App, 'sendCommand' | 'onEvent' | 'onActionsState' | 'words' | 'keys'>;
  readonly window: HostWindow;
  /** Full path of the program, which the taskbar's tasks start. */
  readonly program: string;
}

/** Every menu that the system shows: the bar, the one of a click on text, and those of the program's icon. */
export function setMenus({ electron, platform, devTools, app, window, program }: MenusOptions): void {
  const { app: application, Menu: menu, clipboard } = electron;
  const view = viewActions(app);
  const perform = (id: ActionId): void => app.sendCommand(id);
  const performInFront = (id: ActionId): void => {
    focusWindow(window);
    perform(id);
  };
  offerContextMenu(window.webContents, { menu, clipboard, view, words: () => app.words.actions, perform });

  let shown = app.words;
  let keys = app.keys;
  const show = (): void => {
    const { actions: words } = shown;
    // Those before are not shown any more: what the view says next is not for them.
    view.forgetListeners();
    // On a Mac the bar is there while the window is hidden or minimised.
    const bar = { platform, devTools, words, perform: platform === 'mac' ? performInFront : perform };
    setMenuBar(menu, view, { ...bar, overrides: chosenFor(platform, keys) });
    if (platform === 'mac') setDockMenu({ app: application, menu, view, words, perform: performInFront });
    // Not packaged, the program is Electron's own, which would know nothing of the link.
    if (platform === 'windows' && application.isPackaged) application.setUserTasks(userTasks(program, words));
  };
  show();
  app.onEvent((event, payload) => {
    if (event !== 'settings.changed') return;
    const chosen = (payload as EventOf<'settings.changed'>).keys;
    // Any other setting: a menu that is open would be closed by a new bar.
    if (app.words === shown && JSON.stringify(chosen) === JSON.stringify(keys)) return;
    shown = app.words;
    keys = chosen;
    show();
  });
}
