import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { MessageId } from '../intl/en.ts';
import type { Say } from '../intl/language.ts';
import { roomsOf } from './action-groups.ts';
import { isAvailable } from './registry.ts';
import type { Action, ActionState } from './registry.ts';

const REASONS: Readonly<Partial<Record<ActionId, MessageId>>> = {
  'go-trash': 'palette.whyNot.here',
  'go-tags': 'palette.whyNot.here',
  'go-photos': 'palette.whyNot.here',
  protection: 'palette.whyNot.here',
  undo: 'palette.whyNot.undo',
  'load-sample': 'palette.whyNot.loadSample',
  'remove-sample': 'palette.whyNot.removeSample',
  'spelling-suggestions': 'palette.whyNot.text',
  print: 'palette.whyNot.print',
};

/** Why a command that is worth no offer cannot be chosen now, in a few words. */
export function whyNot(action: Action, state: ActionState, say: Say): string {
  // To choose what is chosen already.
  if (isAvailable(action, state)) return say('palette.whyNot.chosen');
  if (action.id === 'next-day' && state.view === 'today') return say('palette.whyNot.lastDay');
  if (action.id === 'load-sample' && state.sample === 'here') return say('palette.whyNot.sampleHere');
  const reason = REASONS[action.id];
  if (reason !== undefined) return say(reason);
  const [room] = roomsOf(action.id);
  return say('palette.whyNot.only', { where: room === undefined ? '' : say(room) });
}
