import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
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
  readonly app: Pick<App, 'sendCommand' | 'onEvent' | 'onActionsState' | 'words'>;
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
  const show = (): void => {
    const { actions: words } = shown;
    // Those before are not shown any more: what the view says next is not for them.
    view.forgetListeners();
    // On a Mac the bar is there while the window is hidden or minimised.
    setMenuBar(menu, view, { platform, devTools, words, perform: platform === 'mac' ? performInFront : perform });
    if (platform === 'mac') setDockMenu({ app: application, menu, view, words, perform: performInFront });
    // Not packaged, the program is Electron's own, which would know nothing of the link.
    if (platform === 'windows' && application.isPackaged) application.setUserTasks(userTasks(program, words));
  };
  show();
  app.onEvent((event) => {
    if (event !== 'settings.changed' || app.words === shown) return;
    shown = app.words;
    show();
  });
}
