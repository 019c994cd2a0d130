import type { KeyboardEvent } from 'react';

const rowsIn = (table: HTMLElement): HTMLElement[] => [...table.querySelectorAll<HTMLElement>('[data-action]')];

function cellsIn(row: HTMLElement | undefined): HTMLElement[] {
  return row === undefined ? [] : [...row.querySelectorAll<HTMLElement>('[data-cell]')];
}

function focusCell(row: HTMLElement | undefined, like: string | undefined): void {
  const cells = cellsIn(row);
  const cell = cells.find(({ dataset }) => dataset['cell'] === like) ?? cells[0];
  cell?.focus();
  cell?.scrollIntoView({ block: 'nearest' });
}

/** The button of an action's key. */
export function focusKey(table: HTMLElement | null, id: string): void {
  table?.querySelector<HTMLElement>(`[data-action="${id}"] [data-cell="key"]`)?.focus();
}

/** Arrows, Home and End between the buttons of the tables of keys, over all groups. @returns whether the press was one of these */
export function moveInTable(event: KeyboardEvent, table: HTMLElement | null): boolean {
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
  const row = cell?.closest<HTMLElement>('[data-action]') ?? null;
  if (table === null || cell === null || row === null) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const rows = rowsIn(table);
  const index = rows.indexOf(row);
  const forward = getComputedStyle(table).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const like = cell.dataset['cell'];
  switch (event.key) {
    case 'ArrowDown':
      focusCell(rows[Math.min(index + 1, rows.length - 1)], like);
      break;
    case 'ArrowUp':
      focusCell(rows[Math.max(index - 1, 0)], like);
      break;
    case 'Home':
      focusCell(rows[0], like);
      break;
    case 'End':
      focusCell(rows.at(-1), like);
      break;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const cells = cellsIn(row);
      cells[cells.indexOf(cell) + (event.key === forward ? 1 : -1)]?.focus();
      break;
    }
    default:
      return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}
