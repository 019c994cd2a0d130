import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { Choice } from '../components/choice-menu.tsx';
import type { Say } from '../intl/language.ts';
import type { Model } from '../shell/model.ts';
import { mayRun } from './action-state.ts';
import { actions } from './registry.ts';
import { keysIn } from './use-keys.ts';

/** An action as a menu of the page has it: its words, its key and whether it can be done are those of everywhere else. */
export function actionChoice(id: ActionId, model: Model, say: Say): Choice {
  const action = actions.find((each) => each.id === id)!;
  return {
    id,
    label: say(action.label),
    shortcut: keysIn(model.session.store.getState()).of(id),
    isDisabled: !mayRun(action, model),
    perform: () => action.perform(model.target),
  };
}
