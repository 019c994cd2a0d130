import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { PANE_WIDTHS } from '../../src-shared/domain/panes.ts';
import type { PaneName } from '../../src-shared/domain/panes.ts';
import { keyAlongLine, pageDirection } from '../intl/direction.ts';
import { useLanguage } from '../intl/language.ts';
import { useModel, useSession } from './model-context.tsx';
import { paneAt, panesOf, showWidth } from './panes.ts';
import styles from './splitter.module.css';

/** Pixels that an arrow moves the edge by. */
const STEP = 16;

interface SplitterProps {
  readonly pane: PaneName;
  /** Id of the pane. */
  readonly controls: string;
  readonly isOpen: boolean;
}

/**
 * The edge between a pane and the page (W3C APG, window splitter): it is dragged, or moved by the arrows; Home and End go to the least and the greatest width, Enter
 * puts the pane away and brings it back, Delete or a double click makes it as wide as it was at first. While it is dragged the width is a property of the root and nothing is
 * drawn anew by React; it is written down when it is let go.
 */
export function Splitter({ pane, controls, isOpen }: SplitterProps) {
  const { panes } = useModel();
  const { say } = useLanguage();
  const width = useSession((state) => panesOf(state.settings)[pane].width);
  const drag = useRef<{ readonly pointer: number; readonly edge: number; width: number | null } | null>(null);
  const { least, usual, most } = PANE_WIDTHS[pane];
  /** Whether the pane grows along the line: the sidebar and the list stand before the page, the habits behind it. */
  const growsAlong = pane !== 'aside';
  const root = document.documentElement;

  const end = (): void => {
    const moved = drag.current?.width ?? null;
    drag.current = null;
    // A click moves nothing.
    if (moved === null) return;
    const next = paneAt(pane, moved);
    // Put away by its edge it keeps the width that it had.
    if (next.open) panes.change(pane, next);
    else {
      showWidth(root, pane, width);
      panes.change(pane, { open: false });
    }
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const box = document.getElementById(controls)?.getBoundingClientRect();
    if (box === undefined) return;
    const isAtLeft = growsAlong === (pageDirection() === 'ltr');
    drag.current = { pointer: event.pointerId, edge: isAtLeft ? box.left : box.right, width: null };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const now = drag.current;
    if (now?.pointer !== event.pointerId) return;
    now.width = Math.abs(event.clientX - now.edge);
    const next = paneAt(pane, now.width);
    showWidth(root, pane, next.width);
    // The others take this edge with them when they go.
    if (pane === 'sidebar' && next.open !== isOpen) panes.change(pane, { open: next.open });
  };

  const backToUsual = (): void => panes.change(pane, { open: true, width: usual });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const key = keyAlongLine(event.key);
    if (key === 'Delete' || key === 'Backspace') {
      event.preventDefault();
      backToUsual();
      return;
    }
    if (key === 'Enter') {
      event.preventDefault();
      panes.change(pane, { open: !isOpen });
      return;
    }
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[key];
    const next =
      key === 'Home' ? least : key === 'End' ? most : by === undefined ? null : width + (growsAlong ? by : -by);
    if (next === null) return;
    event.preventDefault();
    panes.change(pane, { open: true, width: paneAt(pane, Math.max(next, least)).width });
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say(`panes.edge.${pane}`)}
      aria-controls={controls}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={isOpen ? width : 0}
      aria-valuetext={isOpen ? say('panes.width', { width }) : say('panes.away')}
      title={say('panes.edgeHint')}
      className={styles['splitter']}
      data-pane={pane}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={backToUsual}
      onKeyDown={onKeyDown}
    />
  );
}
