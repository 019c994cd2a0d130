import type { sample as sampleEn } from '../en/sample.ts';

/** The sample journal. */
export const sample: Readonly<Record<keyof typeof sampleEn, string>> = {
  'begin.sample': 'Beispieltagebuch ansehen',
  'begin.sampleText': 'Sechs Wochen von jemandem, den es nicht gibt. Ein Klick entfernt es.',
  'sample.bar': 'Das ist ein Beispieltagebuch. Es bleibt auf diesem Computer.',
  'sample.barLabel': 'Beispieltagebuch',
  'sample.remove': 'Entfernen',
  'sample.settings': 'Beispieltagebuch',
  'sample.settingsHere':
    'Ein Beispieltagebuch ist hier. Es wird nicht abgeglichen und steht in keinem Export. Was du selbst schreibst, gehört dir und bleibt.',
  'sample.settingsNone':
    'Sechs Wochen von jemandem, den es nicht gibt. So siehst du, wie Daygrove aussieht, wenn man es benutzt.',
  'sample.settingsOwn':
    'Ein Beispieltagebuch kannst du ansehen, solange dein eigenes leer ist. Deines ist es nicht: Nichts Erfundenes wird danebengestellt.',
  'sample.removeAction': 'Beispieltagebuch entfernen',
  'sample.loadAction': 'Beispieltagebuch ansehen',
  'sample.loadTitle': 'Beispieltagebuch',
  'sample.loading': 'Das Beispieltagebuch wird geschrieben…',
  'sample.loaded': 'Das Beispieltagebuch ist da',
  'sample.notLoaded': 'Das Beispieltagebuch kam nicht an',
  'sample.cancelled': 'Vom Beispieltagebuch ist nichts hier.',
  'sample.again': 'Noch einmal versuchen',
  'sample.removeTitle': 'Beispieltagebuch entfernen',
  'sample.removing': 'Das Beispieltagebuch wird entfernt…',
  'sample.removed': 'Das Beispieltagebuch ist weg. Was du selbst geschrieben hast, ist da.',
  'sample.notRemoved': 'Noch ist nicht alles davon weg',
  'sample.changed':
    '{entries, plural, =0 {Du hast {habits, plural, one {# Gewohnheit} other {# Gewohnheiten}} daraus abgehakt, pausiert oder geändert.} other {{habits, plural, =0 {Du hast {entries, plural, one {# Eintrag} other {# Einträge}} daraus geändert.} other {Du hast {entries, plural, one {# Eintrag} other {# Einträge}} und {habits, plural, one {# Gewohnheit} other {# Gewohnheiten}} daraus geändert.}}}}',
  'sample.changedText':
    'Was du geändert hast, kann als deines bleiben oder für dreißig Tage in den Papierkorb. Alles andere wird endgültig entfernt.',
  'sample.keep': 'Geändertes behalten',
  'sample.trash': 'In den Papierkorb legen',
  'sample.inExport': 'Das Beispieltagebuch bleibt draußen, bis auf das, was du daran geändert hast.',
};
