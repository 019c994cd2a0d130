import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { PaneName } from '../../src-shared/domain/panes.ts';
import { performAction } from '../actions/registry.ts';
import { useKeyHint } from '../actions/use-keys.ts';
import { IconButton } from '../components/button.tsx';
import { useLanguage } from '../intl/language.ts';
import { useModel } from './model-context.tsx';

const ACTIONS: Readonly<Record<PaneName, ActionId>> = {
  sidebar: 'toggle-sidebar',
  list: 'toggle-list',
  aside: 'toggle-list',
};

interface PaneButtonProps {
  readonly pane: PaneName;
  readonly isOpen: boolean;
  readonly className?: string | undefined;
}

/** Puts a pane away, or brings it back; it stands in the pane, and on the page as long as the pane is away. */
export function PaneButton({ pane, isOpen, className }: PaneButtonProps) {
  const { target } = useModel();
  const { say } = useLanguage();
  const hint = useKeyHint(ACTIONS[pane]);
  const label = say(isOpen ? `panes.hide.${pane}` : `panes.show.${pane}`);
  const Sign = pane === 'aside' ? (isOpen ? PanelRightClose : PanelRightOpen) : isOpen ? PanelLeftClose : PanelLeftOpen;
  return (
    <IconButton
      label={label}
      data-pane-button={pane}
      className={className}
      aria-keyshortcuts={hint['aria-keyshortcuts']}
      title={hint.title(label)}
      onClick={() => performAction(ACTIONS[pane], target)}
    >
      <Sign aria-hidden="true" />
    </IconButton>
  );
}

/** Whoever was in a pane that is put away, or on the button that brought it back, goes on at the button that is there now. */
export function useFocusKept(pane: PaneName, isOpen: boolean): void {
  const before = useRef(isOpen);
  useLayoutEffect(() => {
    if (before.current === isOpen) return;
    before.current = isOpen;
    const active = document.activeElement;
    if (
      active instanceof HTMLElement &&
      active !== document.body &&
      active.checkVisibility({ visibilityProperty: true })
    )
      return;
    const buttons = [...document.querySelectorAll<HTMLElement>(`[data-pane-button=${pane}]`)];
    buttons.find((button) => button.checkVisibility({ visibilityProperty: true }))?.focus();
  }, [pane, isOpen]);
}
