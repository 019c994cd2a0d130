import { actionChoice } from '../../actions/action-choice.ts';
import type { Choice } from '../../components/choice-menu.tsx';
import type { Say } from '../../intl/language.ts';
import type { Model } from '../../shell/model.ts';

/** What can be done with a day of the calendar. The commands that are also of everywhere are about this day here, so that their keys are not shown. */
export function dayChoices(day: string, model: Model, say: Say): readonly (readonly Choice[])[] {
  const { entries, target } = model;
  return [
    [
      { id: 'open', label: say('dayMenu.open'), shortcut: { key: 'Enter' }, perform: () => target.showDay(day) },
      {
        ...actionChoice('new-entry', model, say),
        shortcut: null,
        perform: () => {
          target.showDay(day);
          entries.beginNew(day);
        },
      },
    ],
    [{ ...actionChoice('go-month', model, say), perform: () => target.showMonth(day.slice(0, 7)) }],
  ];
}
