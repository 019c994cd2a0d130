import type { RefObject } from 'react';
import { ChoiceMenu } from '../../../components/choice-menu.tsx';
import type { Choice } from '../../../components/choice-menu.tsx';

export type RowChoice = Choice;

interface RowMenuProps {
  /** What it hangs at: a button with an id, whose name it bears. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly choices: readonly RowChoice[];
  /** To other places in the list; none where it has no order of its own. */
  readonly moves?: readonly RowChoice[];
  readonly onClose: () => void;
}

/** What can be done with a habit. One menu for all rows: sixty of them would be sixty to build. */
export function RowMenu({ anchor, choices, moves = [], onClose }: RowMenuProps) {
  const groups = moves.length === 0 ? [choices] : [choices, moves];
  return (
    <ChoiceMenu anchor={anchor} name={{ labelledBy: anchor.current?.id ?? '' }} groups={groups} onClose={onClose} />
  );
}
