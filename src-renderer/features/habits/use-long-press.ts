import { useEffect, useRef, useState } from 'react';
import type { MouseEvent, PointerEvent } from 'react';

/** How long a press is a long one, in milliseconds. */
const LONG = 500;
/** How far a finger trembles, in pixels. */
const TREMBLE = 8;

export interface Point {
  readonly left: number;
  readonly top: number;
}

export interface LongPress {
  /** True while the press may still become a long one. */
  readonly isPressing: boolean;
  readonly handlers: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
    onPointerLeave(): void;
    onClickCapture(event: MouseEvent): void;
  };
}

/**
 * Pressing and holding. A press that moves is none, and the click at the end of a long one is not a click. What is marked `data-no-press` has presses of its
 * own.
 */
export function useLongPress(onLongPress: (at: Point) => void): LongPress {
  const [isPressing, setPressing] = useState(false);
  const start = useRef<(Point & { readonly timer: ReturnType<typeof setTimeout> }) | null>(null);
  const wasLong = useRef(false);

  function cancel(): void {
    if (start.current === null) return;
    clearTimeout(start.current.timer);
    start.current = null;
    setPressing(false);
  }

  useEffect(() => () => clearTimeout(start.current?.timer), []);

  return {
    isPressing,
    handlers: {
      onPointerDown(event) {
        wasLong.current = false;
        const { target, currentTarget, clientX: left, clientY: top } = event;
        // A menu of the row is no part of it, though React says so.
        if (!(target instanceof Element) || !currentTarget.contains(target)) return;
        if (!event.isPrimary || event.button !== 0 || event.ctrlKey || target.closest('[data-no-press]') !== null)
          return;
        cancel();
        const timer = setTimeout(() => {
          cancel();
          wasLong.current = true;
          onLongPress({ left, top });
        }, LONG);
        start.current = { left, top, timer };
        setPressing(true);
      },
      onPointerMove({ clientX, clientY }) {
        if (start.current === null) return;
        if (Math.hypot(clientX - start.current.left, clientY - start.current.top) > TREMBLE) cancel();
      },
      onPointerUp: cancel,
      onPointerCancel: cancel,
      onPointerLeave: cancel,
      onClickCapture(event) {
        if (!wasLong.current) return;
        wasLong.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
