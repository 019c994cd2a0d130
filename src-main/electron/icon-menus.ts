import type { MenuItemConstructorOptions, Task } from 'electron';
import { ACTION_IDS, actionDefinitions, type ActionId } from '../../src-shared/actions/definitions.ts';
import type { ActionWords } from '../../src-shared/intl/actions-en.ts';
import { keepCurrent, type ActionsView } from './actions-view.ts';
import type { HostApplication, HostMenu } from './electron-api.ts';
import { menuLabel } from './menu-bar.ts';

const inDock = ACTION_IDS.filter((id) => actionDefinitions[id].dock === true);

export function dockTemplate(words: ActionWords, perform: (id: ActionId) => void): MenuItemConstructorOptions[] {
  return inDock.map((id) => ({ id, label: menuLabel(id, words), click: () => perform(id) }));
}

interface DockOptions {
  readonly app: Pick<HostApplication, 'dock'>;
  readonly menu: HostMenu;
  readonly view: ActionsView;
  readonly words: ActionWords;
  readonly perform: (id: ActionId) => void;
}

/** The menu of the Dock's icon; nothing where there is no Dock. */
export function setDockMenu({ app, menu, view, words, perform }: DockOptions): void {
  if (app.dock === undefined) return;
  const built = menu.buildFromTemplate(dockTemplate(words, perform));
  keepCurrent(built, inDock, view);
  app.dock.setMenu(built);
}

/** The tasks of the taskbar's icon: each starts the program with a link, whether it runs already or not. `program`: its full path. */
export function userTasks(program: string, words: ActionWords): Task[] {
  return ACTION_IDS.flatMap((id) => {
    const { jumpList, label } = actionDefinitions[id];
    if (jumpList === undefined) return [];
    return [
      {
        program,
        arguments: jumpList,
        title: menuLabel(id, words),
        description: words[label],
        iconPath: program,
        iconIndex: 0,
      },
    ];
  });
}
