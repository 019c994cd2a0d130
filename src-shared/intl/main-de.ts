import type { MainCatalogue } from './main-en.ts';

/** The German of main-en.ts. */
export const mainDe = {
  'tray.tip': 'Daygrove',
  'tray.locked': 'Daygrove ist gesperrt',
  'tray.none': 'Heute keine Gewohnheiten',
  'tray.count': 'Heute {done, number} von {due, number} erledigt',
  'tray.inWindow': '{name}…',
  'tray.inWindowDone': '{name} (erledigt)',
  'tray.more': '{count, number} weitere in Daygrove…',
  'tray.capture': 'Schnellnotiz',
  'tray.newEntry': 'Neuer Eintrag',
  'tray.open': 'Daygrove öffnen',
  'tray.lock': 'Sperren',
  'tray.quit': 'Daygrove beenden',
  'badge.open':
    '{count, plural, one {Eine Gewohnheit ist heute noch offen} other {# Gewohnheiten sind heute noch offen}}',

  'reminder.waiting': '{count, plural, one {Eine Gewohnheit wartet} other {# Gewohnheiten warten}}',
  'reminder.setFor': 'Ihre Erinnerung ist auf {time} gestellt.',
  'reminder.seeWhich': 'Öffne Daygrove, um zu sehen, welche.',
  'reminder.unlockToSee': 'Entsperre Daygrove, um zu sehen, welche.',
  'reminder.dueToday': 'Heute noch nicht erledigt.',
  'reminder.done': 'Erledigt',
  'reminder.skip': 'Heute auslassen',
  'reminder.snooze': 'In 15 Minuten',
  'reminder.snooze-hour': 'In einer Stunde',
  'reminder.failedTitle': 'Das wurde nicht festgehalten',
  'reminder.failedBody': 'Nichts wurde geändert. Die Erinnerung steht im Fenster von Daygrove.',

  'closing.message': 'Deine letzten Worte sind noch nicht gespeichert.',
  'closing.detail':
    'Daygrove konnte sie nicht auf die Festplatte schreiben. Wenn du zurückgehst, stehen sie noch im Fenster.',
  'closing.back': 'Zurück',
  'closing.close': 'Schließen, ohne sie zu speichern',
  'staying.message': 'Daygrove läuft ohne Fenster weiter.',
  'staying.detail':
    '{platform, select, mac {Es bleibt in der Menüleiste und sperrt sich, wie du es eingestellt hast. „Daygrove beenden“ steht dort im Menü.} windows {Es bleibt neben der Uhr und sperrt sich, wie du es eingestellt hast. „Daygrove beenden“ steht dort im Menü.} other {Es bleibt im Infobereich und sperrt sich, wie du es eingestellt hast. „Daygrove beenden“ steht dort im Menü. Wenn dein Desktop kein solches Symbol zeigt, starte Daygrove noch einmal: Dann kommt das Fenster zurück.}}',
  'staying.ok': 'OK',
  'staying.quit': 'Daygrove beenden',
  'captureWindow.message': 'Was du im kleinen Fenster geschrieben hast, ist noch nicht festgehalten.',
  'captureWindow.back': 'Zurück',
  'captureWindow.discard': 'Verwerfen',
  'captureWindow.failed': 'Das kleine Fenster kann nicht angezeigt werden.',
  'captureWindow.failedDetail': 'Schreib stattdessen im Fenster von Daygrove.',
  'link.message': 'Diese Adresse in deinem Browser öffnen?',
  'link.cancel': 'Abbrechen',
  'link.open': 'Öffnen',
  'window.failed': 'Daygrove kann sein Fenster nicht anzeigen.',
  'window.failedDetail':
    'Was gespeichert war, liegt sicher auf der Festplatte. Daygrove schließt sich jetzt. Öffne es noch einmal.',
  'lastResort.title': 'Daygrove muss sich schließen.',
  'lastResort.detail':
    'Im Inneren ist etwas Unerwartetes passiert. Was gespeichert war, liegt sicher auf der Festplatte. Öffne Daygrove noch einmal.',

  'start.refused': 'Daygrove kann nicht starten.',
  'start.folderUnusable':
    'Daygrove kann nicht in seinen Profilordner {folder} schreiben. Nichts wurde geändert. Prüfe, ob es den Ordner gibt und ob er dir gehört.',
  'start.inUse':
    'Daygrove ist für das Profil {folder} schon geöffnet. Nimm jenes Fenster, oder gib ein anderes --profile an.',
  'start.inUseBy':
    'Daygrove ist für das Profil {folder} schon geöffnet (Prozess {process}). Nimm jenes Fenster, oder gib ein anderes --profile an.',
  'start.notForgotten':
    'Daygrove war dabei, den Tresor in {folder} zu vergessen, und konnte {names} nicht entfernen. Seine Schlüssel sind schon weg, und sonst wurde nichts angerührt. Schließe, was diese Dateien offen hat, prüfe, ob der Ordner dir gehört, und starte noch einmal.',
  'start.notForgottenFiles': 'seine Dateien',

  'tab.ended': 'Daygrove wurde beendet. Du kannst diesen Tab schließen.',
  'tab.openElsewhere': 'Daygrove ist in einem anderen Tab geöffnet. Du kannst diesen hier schließen.',
  'tab.usedAddress': 'Diese Adresse galt nur einmal. Starte Daygrove noch einmal, dann bekommst du eine neue.',
  'tab.noSession': 'Öffne Daygrove über die Adresse, die es beim Start ausgegeben hat.',

  'file.archive': 'Daygrove-Archiv {day}',
  'file.markdown': 'Daygrove Markdown {part}',
  'file.json': 'Daygrove {part}',
  'file.csv': 'Daygrove-Gewohnheiten {part}',
  'file.book': 'Daygrove-Buch {part}',
  'file.range': '{from} bis {to}',
  'file.fromBeginning': 'Anfang bis {to}',
  'file.tagged': '{tag} {range}',

  'book.title': 'Tagebuch',
  'book.contents': 'Inhalt',
  'book.range': '{first} bis {last}',
  'book.entries': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'book.tagged': 'Mit Schlagwort #{tag}',
  'book.made': 'Mit Daygrove erstellt am {date}',
  'book.mood': 'Stimmung: {word}',
  'book.starred': 'Markiert',
  'book.nothing': 'In dieser Zeit wurde nichts geschrieben.',
  'book.picture': 'Bild',
  'mood.1': 'Furchtbar',
  'mood.2': 'Schlecht',
  'mood.3': 'Ganz okay',
  'mood.4': 'Gut',
  'mood.5': 'Großartig',

  'archive.title': 'Ein Daygrove-Archiv',
  'archive.intro':
    'Alles, was in einem Tresor von Daygrove war (Tagebuch und Gewohnheiten), als lesbare Dateien. **Nichts hier drin ist verschlüsselt.** Daygrove selbst kann dieses Archiv importieren, auch in einen Tresor, der einen Teil davon schon enthält. Die Beschreibung des Formats ist auf Englisch.',
  'markdown.title': 'Aus Daygrove',
  'markdown.intro':
    'Was aus einem Tagebuch von Daygrove mitgenommen wurde. Diese Dateien sind nicht verschlüsselt: Wer diesen Ordner öffnen kann, kann sie lesen.',
  'markdown.notes':
    'Ein Ordner für jedes Jahr, mit einer Notiz für jeden Eintrag. Was über seinem Text zwischen den Zeilen aus drei Strichen steht, ist sein Tag, seine Uhrzeit, seine Stimmung, seine Schlagwörter und sein Ort.',
  'markdown.media': '`media`: die Bilder und Dateien, die in den Notizen vorkommen.',
  'markdown.habits': '`habits`: eine Notiz für jede Gewohnheit, und ihre Tage als Tabelle.',
  'markdown.open':
    'Jeder Editor öffnet die Notizen. In Obsidian wähle „Ordner als Vault öffnen“. Daygrove selbst liest die Einträge unter „Importieren“ wieder ein, jeden als den, der er war; Gewohnheiten kommen nur aus einem Daygrove-Archiv zurück.',
} as const satisfies MainCatalogue;
