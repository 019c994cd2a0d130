import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import styles from './row-menu.module.css';

export interface RowChoice {
  readonly id: string;
  readonly label: string;
  readonly perform: () => void;
}

interface RowMenuProps {
  /** What it hangs at: a button with an id, whose name it bears. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly choices: readonly RowChoice[];
  readonly onClose: () => void;
}

/** What can be done with a habit. One menu for all rows: sixty of them would be sixty to build. */
export function RowMenu({ anchor, choices, onClose }: RowMenuProps) {
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      aria-labelledby={anchor.current?.id ?? ''}
      placement="bottom start"
      className={styles['popover'] ?? ''}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Menu
        autoFocus="first"
        aria-labelledby={anchor.current?.id ?? ''}
        className={styles['menu'] ?? ''}
        onClose={onClose}
      >
        {choices.map(({ id, label, perform }) => (
          <MenuItem key={id} id={id} textValue={label} className={styles['item'] ?? ''} onAction={perform}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
