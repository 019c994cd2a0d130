/** What the menu in the tray says: outside of the page, as the system's notifications are. All of it is here, for whoever translates it. */
export const TRAY_TEXTS = {
  /** Said of the icon; the same always. */
  tip: 'Daygrove',
  locked: 'Daygrove is locked',
  none: 'No habits today',
  count: (done: number, due: number): string => `${String(done)} of ${String(due)} done today`,
  /** Of a habit that a click cannot answer: the window does. */
  inWindow: (name: string): string => `${name}…`,
  inWindowDone: (name: string): string => `${name} (done)`,
  more: (count: number): string => `${String(count)} more in Daygrove…`,
  capture: 'Quick Capture',
  newEntry: 'New Entry',
  open: 'Open Daygrove',
  lock: 'Lock',
  quit: 'Quit Daygrove',
} as const;

/** What Windows reads aloud for the number on the task bar. */
export const badgeText = (count: number): string =>
  count === 1 ? 'One habit is still open today' : `${String(count)} habits are still open today`;
