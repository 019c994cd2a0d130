import { actionDefinitions } from '../../src-shared/actions/definitions.ts';
import type { ActionDefinition, ActionId, ActionRoom } from '../../src-shared/actions/definitions.ts';
import type { MessageId } from '../intl/en.ts';

/** The groups of the actions, in the order in which every list of them has them. */
export const ACTION_GROUPS = [
  { id: 'go', title: 'shortcuts.go' },
  { id: 'make', title: 'shortcuts.make' },
  { id: 'window', title: 'shortcuts.window' },
  { id: 'safety', title: 'shortcuts.safety' },
] as const satisfies readonly { readonly id: ActionDefinition['group']; readonly title: MessageId }[];

const ROOMS: Readonly<Record<ActionRoom, MessageId>> = {
  today: 'shortcuts.where.today',
  journal: 'shortcuts.where.journal',
  search: 'shortcuts.where.search',
  habit: 'shortcuts.where.habit',
  month: 'shortcuts.where.month',
  protection: 'shortcuts.where.protection',
};

/** The rooms of a command that is not had everywhere; one key may mean one thing here and another there. */
export function roomsOf(id: ActionId): readonly MessageId[] {
  return (actionDefinitions[id].rooms ?? []).map((room) => ROOMS[room]);
}
