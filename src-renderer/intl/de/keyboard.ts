import type { keyboard as english } from '../en/keyboard.ts';

/** Einstellungen › Tastatur: die Tasten der Befehle, und was beim Ändern gesagt wird. */
export const keyboard: Readonly<Record<keyof typeof english, string>> = {
  'keyboard.text':
    'Wähle mit den Pfeiltasten einen Befehl, drücke die Eingabetaste und dann die gewünschte Taste. Entf nimmt eine Taste weg. Die Tasten des Textes und der Listen bleiben, wie sie sind; sie stehen unter „Tastenkürzel“.',
  'keyboard.filter': 'Befehl suchen',
  'keyboard.filterPlaceholder': 'Name oder Taste',
  'keyboard.byKey': 'Durch Drücken suchen',
  'keyboard.byKeyPress': 'Drücke eine Taste…',
  'keyboard.byKeyChosen': 'Auf {key}',
  'keyboard.byKeyClear': 'Wieder alle Befehle zeigen',
  'keyboard.found': '{count, plural, =0 {Kein Befehl} one {# Befehl} other {# Befehle}}',
  'keyboard.foundByKey':
    '{count, plural, =0 {Auf {key} liegt kein Befehl.} one {Auf {key} liegt # Befehl.} other {Auf {key} liegen # Befehle.}}',
  'keyboard.showAll': 'Alle Befehle und ihre Tasten zeigen',
  'keyboard.hideAll': 'Ausblenden',
  'keyboard.table': '{group}: Befehle und ihre Tasten',
  'keyboard.row': '{name}: {key}',
  'keyboard.noKey': 'keine Taste',
  'keyboard.press': 'Drücke die neue Taste…',
  'keyboard.recording': 'Drücke die neue Taste für „{name}“. Mit Esc bleibt alles, wie es ist.',
  'keyboard.remove': '„{name}“ die Taste wegnehmen',
  'keyboard.reset': '„{name}“ auf den Standard zurücksetzen: {key}',
  'keyboard.changed': 'von dir geändert',
  'keyboard.outsideText': 'außerhalb von Textfeldern',
  'keyboard.given': '„{name}“ liegt jetzt auf {key}.',
  'keyboard.givenOutsideText':
    '„{name}“ liegt jetzt auf {key}, außerhalb von Textfeldern: Dort wird die Taste getippt.',
  'keyboard.givenHabitKey':
    '„{name}“ liegt jetzt auf {key}, außerhalb von Textfeldern. Auf einer Gewohnheit tut die Taste weiter, was sie dort tut.',
  'keyboard.takenOver': '„{name}“ liegt jetzt auf {key}. Ohne Taste: {others}.',
  'keyboard.removed': '„{name}“ hat keine Taste mehr.',
  'keyboard.kept': 'Nichts wurde geändert.',
  'keyboard.quoted': '„{name}“',
  'keyboard.conflict': '{key} gehört schon {others}. Übernimmt „{name}“ die Taste, ist danach ohne Taste: {others}.',
  'keyboard.takeOver': 'Übernehmen',
  'keyboard.keep': 'Lassen, wie es ist',
  'keyboard.resetAll': 'Alle auf Standard zurücksetzen…',
  'keyboard.nothingChanged': 'Alle Tasten sind die, mit denen Daygrove kam.',
  'keyboard.someChanged': '{count, plural, one {# Befehl hat} other {# Befehle haben}} eine Taste von dir.',
  'keyboard.resetTitle': 'Alle Tasten auf Standard zurücksetzen?',
  'keyboard.resetText':
    '{count, plural, one {Ein Befehl bekommt} other {# Befehle bekommen}} die Taste zurück, mit der Daygrove kam. Das lässt sich rückgängig machen.',
  'keyboard.resetConfirm': 'Zurücksetzen',
  'keyboard.cancel': 'Abbrechen',
  'keyboard.resetDone': 'Alle Tasten sind die, mit denen Daygrove kam.',
  'keyboard.undo': 'Rückgängig',
  'keyboard.undone': 'Die Tasten sind wieder wie zuvor.',
  'keyboard.refused.text': '{key} ist eine Taste des Textes ({what}). Drücke eine andere.',
  'keyboard.refused.moves': '{key} bewegt oder wählt aus, wo du auch bist. Drücke eine andere.',
  'keyboard.refused.window': '{key} schließt, verbirgt oder verändert das Fenster. Drücke eine andere.',
  'keyboard.refused.system': '{key} nimmt sich das System, bevor Daygrove die Taste hört. Drücke eine andere.',
  'keyboard.refused.zoom': '{key} macht alles größer oder kleiner. Drücke eine andere.',
  'keyboard.refused.menus': '{key} öffnet ein Menü. Drücke eine andere.',
  'keyboard.refused.option':
    'Wahltaste und {key} tippt ein Zeichen. Drücke eine andere, vielleicht mit der Befehlstaste.',
  'keyboard.refused.altgr':
    'Strg und Alt zusammen sind AltGr, und das tippt auf vielen Tastaturen ein Zeichen. Drücke eine andere.',
  'keyboard.refused.meta':
    '{platform, select, mac {Mit ctrl bewegt man sich in Texten, und manches gehört macOS.} windows {Tasten mit der Windows-Taste gehören Windows.} other {Tasten mit der Super-Taste gehören der Arbeitsumgebung.}} Drücke eine andere.',
  'keyboard.refused.unfit':
    'Diese Taste kann keinem Befehl gehören. Drücke eine andere, vielleicht mit {platform, select, mac {der Befehlstaste} other {Strg}}.',
  'keyboard.refused.capture':
    '{key} öffnet aus jedem Programm die Schnellnotiz, deshalb hört Daygrove die Taste nicht. Drücke eine andere, oder ändere die der Schnellnotiz unter „Desktop“.',
  'keyboard.captureClash':
    '{key} gehört auch {others}. Solange die Taste die Schnellnotiz öffnet, erreicht man diesen Befehl nicht mit ihr.',

  // What stands on the keys, outside of macOS, which has signs for them.
  'key.ctrl': 'Strg',
  'key.alt': 'Alt',
  'key.shift': 'Umschalt',
  'key.left': 'Links',
  'key.right': 'Rechts',
  'key.up': 'Oben',
  'key.down': 'Unten',
  'key.pageUp': 'Bild auf',
  'key.pageDown': 'Bild ab',
  'key.home': 'Pos1',
  'key.enter': 'Eingabe',
  'key.delete': 'Entf',
  'key.escape': 'Esc',
  'key.tab': 'Tab',
  'key.space': 'Leertaste',
};
