import type { EntrySummary } from '../../../src-shared/contract/entries.ts';
import { actionChoice } from '../../actions/action-choice.ts';
import type { Choice } from '../../components/choice-menu.tsx';
import type { Say } from '../../intl/language.ts';
import type { Model } from '../../shell/model.ts';

interface EntryChoicesOptions {
  readonly model: Model;
  readonly say: Say;
  /** It stands beside its list. */
  readonly isShown: boolean;
  readonly onOpen: () => void;
  /** Null where the list does not know: then only what it always is. */
  readonly starred: boolean | null;
}

/** What can be done with an entry of a list, in the menu of its row. */
export function entryChoices(
  { id, day }: Pick<EntrySummary, 'id' | 'day'>,
  { model, say, isShown, onOpen, starred }: EntryChoicesOptions,
): readonly (readonly Choice[])[] {
  const { entries, removal, target } = model;
  const print = actionChoice('print', model, say);
  return [
    [
      { id: 'open', label: say('entryMenu.open'), shortcut: { key: 'Enter' }, perform: onOpen },
      { id: 'day', label: say('entryMenu.day'), perform: () => target.showDay(day) },
    ],
    [
      ...(starred === null
        ? []
        : [
            {
              id: 'star',
              label: say(starred ? 'entryMenu.unstar' : 'entryMenu.star'),
              perform: () => entries.edit(id, day, { starred: !starred }),
            },
          ]),
      // Paper takes what is on the screen, and the key would print that.
      isShown ? print : { ...print, label: say('entryMenu.printOpened'), shortcut: null, isDisabled: true },
    ],
    [{ id: 'remove', label: say('entryMenu.remove'), perform: () => void removal.remove(id) }],
  ];
}
