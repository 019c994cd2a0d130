import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useLanguage } from '../intl/language.ts';
import { useModel } from '../shell/model-context.tsx';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { useFocusReturn } from './use-focus-return.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: 'narrow' | 'wide' | 'broad';
  /** A click beside it closes it; not where something would be lost. */
  readonly dismissable?: boolean;
  /** The title is for screen readers only, and there is no close button. */
  readonly bare?: boolean;
}

export function Dialog({ title, onClose, children, width = 'narrow', dismissable = true, bare = false }: DialogProps) {
  const { notices } = useModel();
  const { say } = useLanguage();
  const dialog = useRef<HTMLElement>(null);
  useFocusReturn(dialog);
  useLayoutEffect(() => notices.hold(), [notices]);
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles['overlay'] ?? ''}
      data-dialog-overlay=""
    >
      <Modal className={`${styles['modal']} ${styles[width]} ${bare ? styles['bare'] : ''}`}>
        <AriaDialog ref={dialog} className={styles['dialog'] ?? ''} {...(bare ? { 'aria-label': title } : {})}>
          {!bare && (
            <header className={styles['header']}>
              <Heading slot="title" className={styles['title'] ?? ''}>
                {title}
              </Heading>
              <IconButton label={say('dialog.close')} onClick={onClose}>
                <X />
              </IconButton>
            </header>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
