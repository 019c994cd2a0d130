import { useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Dialog as AriaDialog, Popover } from 'react-aria-components';
import { Dialog } from '../../components/dialog.tsx';
import { useFocusReturn } from '../../components/use-focus-return.ts';
import styles from './row-popover.module.css';

/** Where the pane of habits stands beside the page: see shell.module.css. */
const ROOMY = '(min-width: 861px)';

interface RowPopoverProps {
  readonly label: string;
  /** What it stands beside. */
  readonly anchor: RefObject<Element | null>;
  /** `beside`: before it on the line, where there is height for much. */
  readonly placement?: 'beside' | 'below';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Content({ label, children }: Pick<RowPopoverProps, 'label' | 'children'>) {
  const dialog = useRef<HTMLElement>(null);
  useFocusReturn(dialog);
  return (
    <AriaDialog ref={dialog} aria-label={label} className={styles['dialog'] ?? ''}>
      {children}
    </AriaDialog>
  );
}

/**
 * A small dialog beside what it is about; in a small window one that takes its own place, because there is none beside anything. Escape and a click elsewhere
 * close it; the focus goes back to where it came from.
 */
export function RowPopover({ label, anchor, placement = 'beside', onClose, children }: RowPopoverProps) {
  // As it is opened: to change its kind under somebody who writes would take the focus from them.
  const [isRoomy] = useState(() => window.matchMedia(ROOMY).matches);
  if (!isRoomy) {
    return (
      <Dialog title={label} onClose={onClose}>
        {children}
      </Dialog>
    );
  }
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement={placement === 'beside' ? 'start top' : 'bottom start'}
      offset={6}
      containerPadding={8}
    >
      <Content label={label}>{children}</Content>
    </Popover>
  );
}
