import type { RefObject } from 'react';
import { ChoiceMenu } from '../../../components/choice-menu.tsx';
import type { Choice } from '../../../components/choice-menu.tsx';

export type RowChoice = Choice;

interface RowMenuProps {
  /** What it hangs at: a button with an id, whose name it bears. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly choices: readonly RowChoice[];
  readonly onClose: () => void;
}

/** What can be done with a habit. One menu for all rows: sixty of them would be sixty to build. */
export function RowMenu({ anchor, choices, onClose }: RowMenuProps) {
  return (
    <ChoiceMenu anchor={anchor} name={{ labelledBy: anchor.current?.id ?? '' }} groups={[choices]} onClose={onClose} />
  );
}
