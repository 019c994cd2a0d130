import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** While it is there it is all that goes on paper, from a page as from a dialog: it stands beside both, and theme/base.css hides them. Not on the screen. */
export function PrintSheet({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return createPortal(
    <div data-print-sheet="" data-paper="" className={className}>
      {children}
    </div>,
    document.body,
  );
}
