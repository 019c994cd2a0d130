import { useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import styles from './row-popover.module.css';

interface RowPopoverProps {
  readonly label: string;
  /** What it stands beside. */
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Content({ label, children }: Pick<RowPopoverProps, 'label' | 'children'>) {
  const dialog = useRef<HTMLElement>(null);
  useFocusReturn(dialog);
  return (
    <Dialog ref={dialog} aria-label={label} className={styles['dialog'] ?? ''}>
      {children}
    </Dialog>
  );
}

/** A small dialog beside what it is about. Escape and a click elsewhere close it; the focus goes back to where it came from. */
export function RowPopover({ label, anchor, onClose, children }: RowPopoverProps) {
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom end"
      offset={6}
      containerPadding={8}
    >
      <Content label={label}>{children}</Content>
    </Popover>
  );
}
