import type { ActionId } from '../../src-shared/actions/definitions.ts';
import { keyboardOf } from '../../src-shared/actions/shortcut.ts';
import type { Platform, Shortcut } from '../../src-shared/actions/shortcut.ts';
import { TEXT_KEYS } from '../../src-shared/actions/text-keys.ts';
import type { MessageId } from '../intl/en.ts';
import { ACTION_GROUPS, roomsOf } from './action-groups.ts';
import { actions } from './registry.ts';

export interface SheetKey {
  readonly label: MessageId;
  /** Where it is heard, if not everywhere. */
  readonly where: MessageId | null;
  readonly shortcut: Shortcut;
}

export interface SheetGroup {
  readonly title: MessageId;
  readonly keys: readonly SheetKey[];
}

type Plain = readonly [label: MessageId, shortcut: Shortcut];

/** Keys that are no commands: each means something in one kind of list, grid or field only, and stays as it is. */
const FIXED: readonly { readonly title: MessageId; readonly keys: readonly Plain[] }[] = [
  { title: 'shortcuts.rows', keys: [['shortcuts.menu', { key: 'F10', shift: true }]] },
  {
    title: 'shortcuts.habits',
    keys: [
      ['shortcuts.habitNext', { key: 'ArrowDown' }],
      ['shortcuts.habitTick', { key: ' ' }],
      ['shortcuts.habitType', { key: 'Enter' }],
      ['shortcuts.habitMore', { key: '+' }],
      ['shortcuts.habitMuch', { key: 'PageUp' }],
    ],
  },
  {
    title: 'shortcuts.list',
    keys: [
      ['shortcuts.extend', { key: 'ArrowDown', shift: true }],
      ['shortcuts.select', { key: ' ', mod: true }],
      ['shortcuts.selectAll', { key: 'a', mod: true }],
      ['shortcuts.remove', { key: 'Delete' }],
      ['shortcuts.endSelection', { key: 'Escape' }],
    ],
  },
  {
    title: 'shortcuts.days',
    keys: [
      ['shortcuts.dayStep', { key: 'ArrowRight' }],
      ['shortcuts.dayMonth', { key: 'PageUp' }],
      ['shortcuts.dayYear', { key: 'PageUp', shift: true }],
      ['shortcuts.dayEdge', { key: 'Home' }],
      ['shortcuts.dayOpen', { key: 'Enter' }],
      ['shortcuts.yearTurn', { key: '[' }],
    ],
  },
  {
    title: 'shortcuts.grid',
    keys: [
      ['shortcuts.gridTick', { key: ' ' }],
      ['shortcuts.gridMore', { key: 'Enter' }],
      ['shortcuts.gridMove', { key: 'ArrowUp', alt: true }],
    ],
  },
  {
    title: 'shortcuts.mood',
    keys: [
      ['shortcuts.moodLook', { key: 'ArrowRight' }],
      ['shortcuts.moodChoose', { key: 'Enter' }],
    ],
  },
  {
    title: 'shortcuts.edge',
    keys: [
      ['shortcuts.edgeMove', { key: 'ArrowRight' }],
      ['shortcuts.edgeAway', { key: 'Enter' }],
      ['shortcuts.edgeUsual', { key: 'Delete' }],
    ],
  },
  {
    title: 'shortcuts.settings',
    keys: [
      ['shortcuts.settingsRecord', { key: 'Enter' }],
      ['shortcuts.settingsRemove', { key: 'Delete' }],
    ],
  },
];

/** Every key there is: the commands' as they are now, the editor's, and those of lists. */
export function sheetGroups(platform: Platform, keyOf: (id: ActionId) => Shortcut | null): readonly SheetGroup[] {
  const keyboard = keyboardOf(platform);
  const commands = ACTION_GROUPS.map(({ id: group, title }) => ({
    title,
    keys: actions.flatMap(({ id, label, group: own }): SheetKey[] => {
      const shortcut = own === group ? keyOf(id) : null;
      return shortcut === null ? [] : [{ label, where: roomsOf(id)[0] ?? null, shortcut }];
    }),
  }));
  const text = TEXT_KEYS.filter((each) => each.isLike !== true && (each.keyboard ?? keyboard) === keyboard).map(
    ({ name, shortcut }): SheetKey => ({ label: `shortcuts.text.${name}`, where: null, shortcut }),
  );
  const fixed = FIXED.map(({ title, keys }) => ({
    title,
    keys: keys.map(([label, shortcut]): SheetKey => ({ label, where: null, shortcut })),
  }));
  return [...commands, { title: 'shortcuts.text' as const, keys: text }, ...fixed].filter(
    ({ keys }) => keys.length > 0,
  );
}
