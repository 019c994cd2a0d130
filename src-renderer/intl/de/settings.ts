import type { settings as settingsEn } from '../en/settings.ts';

/** Settings. */
export const settings: Readonly<Record<keyof typeof settingsEn, string>> = {
  'settings.sync': 'Sync',

  'settings.capture': 'Schnellnotiz',

  'settings.title': 'Einstellungen',
  'settings.language': 'Sprache',
  'settings.language.words': 'sprache deutsch englisch übersetzung datum zahl format language english',
  'settings.language.system': 'Wie das System ({language})',
  'settings.languageHint':
    'Für alles, was Daygrove sagt, auch in Menüs und Erinnerungen. Daten und Zahlen stehen da, wie es bei dir üblich ist: {example}. {host, select, electron {Felder für ein Datum oder eine Uhrzeit ziehen beim nächsten Start nach.} other {Felder für ein Datum oder eine Uhrzeit richten sich nach deinem Browser.}}',
  'language.missing':
    'Daygrove kann die Texte für „{language}“ nicht lesen: Eine Datei des Programms fehlt oder ist beschädigt. Solange spricht es Deutsch, und alles Geschriebene ist sicher. Starte Daygrove neu; hilft das nicht, installiere es neu.',
  'settings.languageMenu': 'Sprache: {language}',
  'settings.look': 'Darstellung',
  // Words that a part of the settings is also found by. They are not seen.
  'settings.look.words':
    'design theme hell dunkel farbe aussehen erscheinungsbild feier feiern animation bewegung blätter',
  'settings.writing.words':
    'schrift schriftart text größe breite zeilen frage rechtschreibung wörterbuch englisch vorlagen schreiben',
  'settings.days.words': 'tag endet mitternacht nacht woche beginn anfang erster wochentag',
  'settings.reminders.words': 'benachrichtigungen mitteilungen erinnern gewohnheiten',
  'settings.lock.words':
    'sperren entsperren automatisch minuten sicherheit schlüsselbund wiederherstellungsschlüssel passphrase passwort kennwort ändern neu erneuern entfernen vergessen dieser computer tresor verschlüsselung',
  'settings.backups.words': 'backup sicherung sichern ordner wiederherstellen kopie prüfen',
  'settings.sync.words': 'synchronisieren synchronisation abgleichen abgleich server turso libsql geräte token',
  'settings.exchange': 'Import und Export',
  'settings.exchange.words': 'importieren exportieren frühere importe zurücknehmen archiv markdown',
  'settings.desktop.words':
    'infobereich tray menüleiste symbol zahl autostart anmeldung starten links ziehen schnellnotiz tastenkürzel aufschreiben',
  'settings.keys.words': 'tasten tastenkürzel shortcuts tastatur ändern belegen belegung konflikt',
  'settings.about.words': 'version update updates aktualisierung lizenz lizenzen quelltext protokoll log',
  'settings.theme': 'Design',
  'settings.theme.system': 'Wie das System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.lessMotion': 'Weniger Bewegung',
  'settings.lessMotion.hint':
    'Nichts gleitet, füllt sich oder blendet ein. Das gilt immer, wenn dein System darum bittet.',
  'settings.celebrations': 'Feiern, wenn eine Gewohnheit erledigt ist',
  'settings.celebrationsHint':
    'Vom Häkchen fliegen eine Viertelsekunde lang ein paar Blätter. Nie, wo das System um weniger Bewegung bittet.',
  'settings.writing': 'Schreiben',
  'settings.font': 'Schrift',
  'settings.font.serif': 'Newsreader, mit Serifen',
  'settings.font.sans': 'Figtree, ohne Serifen',
  'settings.textSize': 'Schriftgröße',
  'settings.textSize.small': 'Klein',
  'settings.textSize.medium': 'Mittel',
  'settings.textSize.large': 'Groß',
  'settings.textSize.larger': 'Sehr groß',
  'settings.measure': 'Zeilenbreite',
  'settings.measure.narrow': 'Schmal',
  'settings.measure.medium': 'Mittel',
  'settings.measure.wide': 'Breit',
  'settings.prompt': 'Jeden Tag eine andere Frage stellen, solange noch nichts geschrieben ist',
  'settings.spelling': 'Rechtschreibung prüfen',
  'settings.spellingHint':
    'Nur für englische Texte, darum auf Deutsch zunächst aus: Ein deutsches Wörterbuch, das der App beiliegen dürfte, gibt es nicht. Absätze, die erkennbar nicht englisch sind, bleiben ohne Markierung, und kein Wort verlässt diesen Computer.',
  'settings.english': 'Englisch',
  'settings.english.either': 'Amerikanisch oder britisch',
  'settings.english.american': 'Amerikanisch',
  'settings.english.british': 'Britisch',
  'settings.reminders': 'Erinnerungen',
  'settings.reminders.on': 'An Gewohnheiten erinnern',
  'settings.reminders.onHint':
    'Zu den Zeiten, die bei jeder Gewohnheit eingestellt sind, solange sie an diesem Tag noch wartet.',
  'settings.reminders.names': 'Gewohnheit in Benachrichtigungen nennen',
  'settings.reminders.namesHint':
    'Wer den Bildschirm sieht, kann es lesen, und das System behält es vielleicht. Ohne sagen sie nur, dass eine Gewohnheit wartet.',
  'settings.reminders.namesHintPage':
    'Für Benachrichtigungen des Computers. In diesem Fenster sagt eine Erinnerung immer, welche Gewohnheit es ist, solange es entsperrt ist.',
  'settings.reminders.locked': 'Auch erinnern, während Daygrove gesperrt ist',
  'settings.reminders.lockedHint': 'Ohne Namen: Die sind weggesperrt.',
  'settings.reminders.bySystem':
    'Erinnerungen kommen als Benachrichtigungen dieses Computers, mit Knöpfen zum Antworten, solange Daygrove geöffnet ist.',
  'settings.reminders.bySystemClick':
    'Erinnerungen kommen als Benachrichtigungen dieses Computers, solange Daygrove geöffnet ist. Ein Klick holt eine ins Fenster, wo du antworten kannst.',
  'settings.reminders.byPage':
    'Erinnerungen erscheinen in diesem Fenster, solange Daygrove geöffnet ist: Benachrichtigungen des Computers gibt es hier nicht.',
  'settings.desktop': 'Desktop',
  'desktop.copyHasNone': 'Nicht in dieser Kopie: Das hat nur die installierte Desktop-App.',
  'desktop.pageHasNone': 'Das hat nur die Desktop-App, nicht die Browser-Version: {names}.',
  'desktop.systemHasNone': 'Auf diesem System nicht vorhanden.',
  'desktop.tray': '{platform, select, mac {Menüleiste} other {Infobereich}}',
  'desktop.trayOn':
    '{platform, select, mac {Daygrove in der Menüleiste zeigen} other {Daygrove im Infobereich zeigen}}',
  'desktop.trayHint':
    '{platform, select, mac {Mit dem heutigen Stand und „Sperren“. Wenn du das Fenster schließt, bleibt Daygrove dort; es sperrt sich, wie du es eingestellt hast.} windows {Mit dem heutigen Stand und „Sperren“, neben der Uhr. Wenn du das Fenster schließt, bleibt Daygrove dort; es sperrt sich, wie du es eingestellt hast.} other {Mit dem heutigen Stand und „Sperren“. Wenn du das Fenster schließt, bleibt Daygrove dort; es sperrt sich, wie du es eingestellt hast. Wo dein Desktop kein solches Symbol zeigt, holt ein erneuter Start von Daygrove das Fenster zurück.}}',
  'desktop.trayNames': 'Heutige Gewohnheiten dort nennen und abhaken',
  'desktop.trayNamesHint':
    'Wer den Bildschirm sieht, kann sie lesen, solange Daygrove entsperrt ist. Ohne steht dort, wie viele erledigt sind.',
  'desktop.badge': 'Zahl auf dem Symbol',
  'desktop.badgeOn': 'Auf dem Symbol zeigen, wie viele Gewohnheiten heute noch offen sind',
  'desktop.badgeHint':
    '{platform, select, linux {Nichts, während Daygrove gesperrt ist. Nicht jeder Desktop zeigt sie.} other {Nichts, während Daygrove gesperrt ist.}}',
  'desktop.startAtLogin': 'Start bei der Anmeldung',
  'desktop.startAtLoginOn': 'Daygrove starten, wenn du dich anmeldest',
  'desktop.startAtLoginHint':
    '{hasTray, select, yes {Es startet gesperrt und ohne Fenster: Sein Symbol ist da.} other {Es startet gesperrt, mit minimiertem Fenster.}}',
  'desktop.links': 'Links',
  'desktop.linksHint':
    'daygrove://today, daygrove://new, daygrove://day/2026-11-22 und der Link einer Gewohnheit öffnen hier diesen Ort, nach dem Entsperren. Ein Link zeigt einen Ort und bringt nie Text mit.',
  'desktop.linksInstead': 'Im Terminal führt der Zusatz --open daygrove://today beim Start gleich an einen Ort.',
  'desktop.dragOut': 'Hinausziehen',
  'desktop.dragOutHint':
    'Zieh einen Eintrag an seiner Uhrzeit in ein anderes Programm: Es bekommt den Text. Für Fotos und Dateien nimm „Kopie speichern“, damit unterwegs keine lesbare Datei von dir herumliegt.',
  'settings.lock': 'Sperre und Schlüssel',
  'settings.idle': 'Automatisch sperren',
  'settings.idleHint':
    'Es sperrt sich auch, wenn der Computer schlafen geht, und mit dem Bildschirm, wo das System das meldet.',
  'settings.idleHintBrowser': 'Die Zeit, in der der Computer schläft, zählt als Zeit ohne dich.',
  'settings.idleMinutes': '{minutes, plural, one {Nach # Minute ohne dich} other {Nach # Minuten ohne dich}}',
  'settings.idleNever': 'Nicht, solange der Computer wach ist',
  'settings.idleNeverBrowser': 'Nie',
  'settings.lockNow': 'Jetzt sperren',
  'settings.backups': 'Sicherungen',
  'settings.import': 'Importieren',
  'settings.importText':
    'Bring mit, was du hast: aus einem anderen Tagebuch, einem Ordner mit Notizen oder einer App für Gewohnheiten. Du siehst, was darin ist, bevor sich etwas ändert.',
  'settings.importAction': 'Importieren…',
  'settings.export': 'Exportieren',
  'settings.exportText':
    'Nimm alles mit, druck ein Buch, oder bring deine Worte in ein anderes Programm. Was den Tresor verlässt, ist unverschlüsselt.',
  'settings.exportAction': 'Exportieren…',
  'settings.keys': 'Tastatur',
  'settings.keysAction': 'Tastenkürzel',
  'settings.about': 'Über Daygrove',
  'settings.version': 'Daygrove {version}',
  'settings.hostElectron': 'Läuft als Desktop-App.',
  'settings.hostBrowser': 'Läuft als Browser-Version, von diesem Computer aus.',
  'settings.aboutText':
    'Alles liegt verschlüsselt auf diesem Computer. Nichts, was du schreibst, wird irgendwohin gesendet, außer versiegelt an den Sync-Server, den du verbindest.',

  'settings.days': 'Tage und Wochen',
  'settings.dayEndsAt': 'Der Tag endet um',
  'settings.dayEndsAtHint':
    '{isMidnight, select, yes {Mit {example} ist nachts um halb drei noch der Tag davor.} other {Bis {time} ist noch der Tag davor.}}',
  'settings.dayEndsAtProblem': 'Eine Uhrzeit von {first} bis {last}',
  'settings.presentDay': 'Für dich ist jetzt {day}.',
  'settings.weekStart': 'Die Woche beginnt am',
  'settings.weekStart.here': 'Wie bei dir üblich ({weekday})',
  'settings.weekStartHint': 'Auch vergangene Wochen werden danach gezählt.',
  'settings.daysText':
    'Nichts Geschriebenes verschiebt sich: Jeder Eintrag und jedes Häkchen bleibt an seinem Tag, was immer du hier wählst und wohin du auch reist. Beides gehört zu deinem Tresor und ist auf allen deinen Geräten gleich.',
};
