import { chosenFor } from '../../src-shared/actions/chosen-keys.ts';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { Platform } from '../../src-shared/actions/shortcut.ts';
import { wordsOf } from '../../src-shared/intl/words-of.ts';
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
  readonly app: Pick<App, 'sendCommand' | 'onEvent' | 'onActionsState' | 'keys'>;
  readonly window: HostWindow;
  /** Full path of the program, which the taskbar's tasks start. */
  readonly program: string;
}

/** Every menu that the system shows: the bar, the one of a click on text, and those of the program's icon. */
export function setMenus({ electron, platform, devTools, app, window, program }: MenusOptions): void {
  const { app: application, Menu: menu, clipboard } = electron;
  const words = wordsOf(application.getLocale());
  const view = viewActions(app);
  const perform = (id: ActionId): void => app.sendCommand(id);
  const performInFront = (id: ActionId): void => {
    focusWindow(window);
    perform(id);
  };
  // On a Mac the bar is there while the window is hidden or minimised.
  const bar = { platform, devTools, words, perform: platform === 'mac' ? performInFront : perform };
  let keys = JSON.stringify(app.keys);
  const showBar = setMenuBar(menu, view, { ...bar, overrides: chosenFor(platform, app.keys) });
  app.onEvent((event, payload) => {
    if (event !== 'settings.changed') return;
    const chosen = (payload as EventOf<'settings.changed'>).keys;
    const now = JSON.stringify(chosen);
    // Any other setting: a menu that is open would be closed by a new bar.
    if (now === keys) return;
    keys = now;
    showBar(chosenFor(platform, chosen));
  });
  offerContextMenu(window.webContents, { menu, clipboard, view, words, perform });
  if (platform === 'mac') setDockMenu({ app: application, menu, view, words, perform: performInFront });
  // Not packaged, the program is Electron's own, which would know nothing of the link.
  if (platform === 'windows' && application.isPackaged) application.setUserTasks(userTasks(program, words));
}
