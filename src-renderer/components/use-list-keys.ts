import { useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';

export interface ListKeys {
  /** Index of the active option; -1 in an empty list. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** For the list itself. Its options carry `data-index`. */
  readonly listProps: {
    readonly role: 'listbox';
    readonly tabIndex: number;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
  };
}

/**
 * Arrow keys and Enter for a list that a text field commands, and a click on an option. `question` is what the list answers: a new
 * one begins at the top.
 */
export function useListKeys(question: string, count: number, choose: (index: number) => void): ListKeys {
  const [place, setPlace] = useState({ question, index: 0 });
  const active = Math.min(place.question === question ? place.index : 0, count - 1);
  const setActive = (index: number): void => setPlace({ question, index });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };
  return {
    active,
    setActive,
    onKeyDown,
    listProps: {
      role: 'listbox',
      tabIndex: count > 0 ? 0 : -1,
      onKeyDown,
      // The focus stays in the field: the list is commanded from there.
      onMouseDown: (event) => event.preventDefault(),
      onClick: (event) => {
        const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
        if (option === null) return;
        const index = Number(option.dataset['index']);
        setActive(index);
        choose(index);
      },
    },
  };
}
