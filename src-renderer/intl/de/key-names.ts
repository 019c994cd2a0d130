import type { keyNames as keyNamesEn } from '../en/key-names.ts';

export const keyNames: Readonly<Record<keyof typeof keyNamesEn, string>> = {
  'key.Control': 'Strg',
  'key.Alt': 'Alt',
  'key.Shift': 'Umschalt',
  'key.Enter': 'Eingabe',
  'key.Escape': 'Esc',
  'key.Tab': 'Tab',
  'key.Space': 'Leertaste',
  'key.Delete': 'Entf',
  'key.Backspace': 'Rücktaste',
  'key.Home': 'Pos1',
  'key.End': 'Ende',
  'key.ArrowLeft': 'Links',
  'key.ArrowRight': 'Rechts',
  'key.ArrowUp': 'Oben',
  'key.ArrowDown': 'Unten',
  'key.PageUp': 'Bild auf',
  'key.PageDown': 'Bild ab',
};
