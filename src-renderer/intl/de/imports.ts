import type { imports as importsEn } from '../en/imports.ts';

/** Import. */
export const imports: Readonly<Record<keyof typeof importsEn, string>> = {
  'import.title': 'Importieren',
  'import.lead':
    'Bring deine Jahre mit: aus einem anderen Tagebuch, einem Ordner mit Notizen oder einer App für Gewohnheiten.',
  'import.dropHere': 'Datei oder Ordner hierher ziehen',
  'import.dropAnywhere': 'Loslassen, um zu sehen, was darin ist',
  'import.chooseFile': 'Dateien wählen…',
  'import.chooseFolder': 'Ordner wählen…',
  'import.safe': 'Du siehst, was darin ist, bevor sich etwas ändert. Die Dateien selbst werden nur gelesen.',
  'import.formats': 'Was sich importieren lässt, und wie du es bekommst',
  'import.tooMany':
    'Das sind mehr als 50.000 Dateien und damit mehr, als Daygrove auf einmal nimmt. Nichts wurde geändert. Wähle den Ordner mit dem Tagebuch selbst, oder bring es in Teilen.',
  'import.empty': 'Darin ist keine Datei. Nichts wurde geändert. Wähle eine andere Datei oder einen anderen Ordner.',
  'import.gathering': 'Wird durchgesehen…',
  'import.gathered': '{count, plural, =0 {} one {# Datei bisher} other {# Dateien bisher}}',
  'import.reading': '{name} wird gelesen…',
  'import.readSoFar': '{count, plural, =0 {} one {# bisher} other {# bisher}}',
  'import.severalFiles': '{name} und {more, plural, one {# weitere Datei} other {# weitere Dateien}}',
  'import.summary': 'Was darin ist',
  'import.range': '{what}, vom {first} bis zum {last}',
  'import.oneDay': '{what}, vom {day}',
  // Each of these stands behind a large number.
  'import.entries': '{count, plural, one {Eintrag} other {Einträge}}',
  'import.habits': '{count, plural, one {Gewohnheit} other {Gewohnheiten}}',
  'import.checkIns': '{count, plural, one {Häkchen} other {Häkchen}}',
  'import.media': '{count, plural, one {Foto oder Datei} other {Fotos und Dateien}}',
  'import.others': '{count, plural, one {Pause, Vorlage oder Ähnliches} other {Pausen, Vorlagen und Ähnliches}}',
  'import.fresh': '{fresh, plural, =0 {schon hier} other {{all, select, yes {neu} other {{fresh, number} neu}}}}',
  'import.repeatedNames':
    '{count, plural, one {# Name steht} other {# Namen stehen}} in der Datei bei mehr als einer Gewohnheit: {names}. Sie bleiben getrennt.',
  'import.namesHere':
    '{count, plural, one {# neue Gewohnheit heißt} other {# neue Gewohnheiten heißen}} wie eine, die schon hier ist: {names}. Beide bleiben, nebeneinander.',
  'import.refused.archive':
    '{name}: Dieses Archiv ist beschädigt oder nicht vollständig. Nichts wurde geändert. Kopiere es noch einmal, oder wähle ein anderes.',
  'import.refused.unrecognised':
    '{name}: Diese Art von Datei kann Daygrove nicht importieren. Nichts wurde geändert. Was es importieren kann, steht unten.',
  'import.refused.ownExport':
    '{name} ist ein Export von Daygrove für andere Programme und kommt nicht zurück. Nichts wurde geändert. Von den eigenen Exporten kommen nur das Archiv und der Markdown-Ordner zurück.',
  'import.refused.other': '{name}: {reason}',
  'import.things': '{count, plural, one {einmal} other {#-mal}}',
  'import.allThere': 'Alles darin ist schon hier.',
  'import.nothingIn': 'Darin ist nichts, was Daygrove übernehmen kann.',
  'import.journals': 'Tagebücher',
  'import.journalsText': 'Wähle die, die du hier haben möchtest.',
  'import.journalCount':
    '{fresh, plural, =0 {{count, plural, one {# Eintrag} other {# Einträge}}, schon hier} other {{all, select, yes {{count, plural, one {# Eintrag} other {# Einträge}}} other {{count, plural, one {# Eintrag} other {# Einträge}}, {fresh, number} neu}}}}',
  'import.allJournals': 'Alle',
  'import.noJournals': 'Keine',
  'import.unlistedJournals':
    'Es gibt mehr Tagebücher, als diese Liste fasst. Daraus {count, plural, one {kommt # Eintrag} other {kommen # Einträge}} ebenfalls mit.',
  'import.journalAsTag': 'Jedem Eintrag den Namen seines Tagebuchs als Schlagwort geben',
  'import.moods': 'Stimmungen',
  'import.moodsText': 'Diese Wörter bringt die Datei mit. Wähle, was jedes hier bedeutet.',
  'import.moodCount': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'import.unlistedMoods':
    'Es gibt mehr Wörter, als diese Liste fasst. {count, plural, one {# Eintrag kommt ohne seine} other {# Einträge kommen ohne ihre}} Stimmung.',
  'import.noMood': 'Keine',
  'import.noMoodLong': 'Keine Stimmung',
  'import.staysOut': 'Was nicht mitkommt',
  'import.comesChanged': 'Was anders herüberkommt',
  'import.cameChanged': 'Was anders herüberkam',
  // Wo etwas gefunden wurde, von außen nach innen, zwischen Kommas: „Reisen, Eintrag 9, Foto 1“.
  'import.item.activity': 'Aktivität',
  'import.item.audio': 'Aufnahme {number}',
  'import.item.behindLine': 'nach Zeile {number}',
  'import.item.checkIn': 'Häkchen {number}',
  'import.item.date': 'Datum',
  'import.item.entry': 'Eintrag {number}',
  'import.item.file': 'Datei {number}',
  'import.item.files': 'andere Dateien',
  'import.item.habit': 'Gewohnheit {number}',
  'import.item.journal': 'Tagebuch {number}',
  'import.item.journals': 'Tagebücher',
  'import.item.line': 'Zeile {number}',
  'import.item.manifest': 'manifest.json',
  'import.item.medium': 'Anhang {number}',
  'import.item.modified': 'Zeit der letzten Änderung',
  'import.item.music': 'Musik',
  'import.item.namelessHabit': 'eine Gewohnheit ohne Nummer',
  'import.item.otherFile': 'Datei {number} im Ordner „other“',
  'import.item.pdf': 'PDF {number}',
  'import.item.photo': 'Foto {number}',
  'import.item.properties': 'Eigenschaften',
  'import.item.row': 'Zeile {number}',
  'import.item.steps': 'Schritte',
  'import.item.text': 'Text',
  'import.item.tick': 'Häkchen {number}',
  'import.item.video': 'Video {number}',
  'import.item.weather': 'Wetter',
  'import.item.wholeFile': 'die Datei selbst',
  'import.moreItems': 'und {count, plural, one {# weiteres} other {# weitere}}',
  // Each of these stands behind the number of things it is about; before the import and, as „over“, after it.
  'import.problem.unreadableDate':
    '{count, plural, one {Datum, das} other {Daten, die}} sich nicht lesen {count, plural, one {lässt} other {lassen}}. Wo es kein anderes gibt, {over, select, yes {kam} other {kommt}} der Eintrag nicht mit.',
  'import.problem.dateGuessed':
    'ohne sicheres Datum. Genommen {over, select, yes {wurde} other {wird}} der wahrscheinlichste Tag: nach dem Dateinamen, der letzten Änderung oder den Daten ringsum.',
  'import.problem.unknownZone':
    'mit unbekannter Zeitzone. Der Tag {over, select, yes {wurde} other {wird}} nach UTC bestimmt.',
  'import.problem.missingHabit':
    'Häkchen einer Gewohnheit, die nicht in der Datei ist. {count, plural, one {Es {over, select, yes {kam} other {kommt}}} other {Sie {over, select, yes {kamen} other {kommen}}}} nicht mit.',
  'import.problem.notAnObject':
    '{count, plural, one {Stelle, an der} other {Stellen, an denen}} etwas anderes steht, als in so einer Datei stehen sollte. Das {over, select, yes {kam} other {kommt}} nicht mit.',
  'import.problem.unreadableItem':
    'ganz oder teilweise beschädigt. Was nicht lesbar ist, {over, select, yes {kam} other {kommt}} nicht mit.',
  'import.problem.unreadableText':
    'mit unlesbaren Zeichen, die durch � ersetzt {over, select, yes {wurden} other {werden}}. Der Rest {over, select, yes {wurde} other {wird}} übernommen.',
  'import.problem.encrypted':
    'verschlüsselt. {count, plural, one {Es {over, select, yes {kam} other {kommt}}} other {Sie {over, select, yes {kamen} other {kommen}}}} nicht mit; exportiere ohne Verschlüsselung, dann {count, plural, one {kommt es} other {kommen sie}} mit.',
  'import.problem.mediaMissing':
    '{count, plural, one {Foto oder Datei} other {Fotos und Dateien}}, im Text genannt, aber nicht im Export. Der Text {over, select, yes {wurde} other {wird}} übernommen.',
  'import.problem.mediaTooLarge':
    '{count, plural, one {Foto oder Datei, größer} other {Fotos und Dateien, größer}}, als ein Eintrag fassen kann. Der Text {over, select, yes {wurde} other {wird}} ohne übernommen.',
  'import.problem.mediaUnreadable':
    '{count, plural, one {unlesbares Foto oder unlesbare Datei} other {unlesbare Fotos und Dateien}}. Der Text {over, select, yes {wurde} other {wird}} ohne übernommen.',
  'import.problem.textFromRichText':
    'nur als formatierter Text. Die Worte {over, select, yes {wurden} other {werden}} übernommen, die Formatierung {over, select, yes {ging} other {geht}} vielleicht verloren.',
  'import.problem.textSplit':
    'zu lang für einen Eintrag. Der Rest {over, select, yes {ging} other {geht}} im nächsten Eintrag weiter.',
  'import.problem.duplicateInFile':
    'doppelt in der Datei. {count, plural, one {Es {over, select, yes {wurde} other {wird}} einmal} other {Sie {over, select, yes {wurden} other {werden}} je einmal}} übernommen.',
  'import.problem.automaticCheckIn':
    'Häkchen, {count, plural, one {das} other {die}} die andere App selbst gesetzt hat, weil die Gewohnheit nicht dran war. {count, plural, one {Es {over, select, yes {kam} other {kommt}}} other {Sie {over, select, yes {kamen} other {kommen}}}} nicht mit; was abgehakt wurde, {over, select, yes {wurde} other {wird}} übernommen.',
  'import.problem.valueOutOfRange':
    'jenseits dessen, was Daygrove fasst: Eine Zahl, die so nicht gemeint sein kann, {over, select, yes {kam} other {kommt}} nicht mit; ein zu langer Text {over, select, yes {wurde} other {wird}} gekürzt oder dort abgelegt, wo Platz ist.',
  'import.problem.targetGuessed':
    '{count, plural, one {Gewohnheit, deren} other {Gewohnheiten, deren}} Ziel die Datei nicht nennt. Genommen {over, select, yes {wurde} other {wird}} die kleinste eingetragene Menge; du kannst sie auf der Seite der Gewohnheit ändern.',
  'import.problem.kindLeftOut':
    '{count, plural, one {Angabe oder Datei} other {Angaben und Dateien}}, für die Daygrove keinen Platz hat. Sie {count, plural, one {{over, select, yes {kam} other {kommt}}} other {{over, select, yes {kamen} other {kommen}}}} nicht mit.',
  'import.problem.trashedThere':
    'aus dem Papierkorb der App, von der die Datei stammt. Das {over, select, yes {kam} other {kommt}} nicht mit.',
  'import.problem.tooMany':
    'mit mehr, als Daygrove aufnehmen kann. Was zu viel ist, {over, select, yes {kam} other {kommt}} nicht mit.',
  'import.willAdd':
    'Kommt dazu: {things}.{left, plural, =0 {} one { # Teil des Imports kommt nicht mit.} other { # Teile des Imports kommen nicht mit.}}',
  'import.nothingChosen': 'Es ist nichts Neues gewählt.',
  'import.wasCancelled': 'Abgebrochen. Was schon dazugekommen war, wurde zurückgenommen.',
  'import.failed': 'Der Import ist stehen geblieben, und was schon dazugekommen war, wurde zurückgenommen. {reason}',
  'import.run': 'Importieren',
  'import.another': 'Andere Datei',
  'import.running': '{name} wird importiert…',
  'import.progress': '{done, number} von {total, number}',
  'import.share': '{share, number, percent}',
  'import.inBackground':
    'Du kannst das hier schließen und weiterschreiben. Du erfährst es, wenn der Import fertig ist.',
  'import.goesOn': 'Der Import läuft weiter. Du erfährst es, wenn er fertig ist.',
  'import.cancelRun': 'Abbrechen und zurücknehmen',
  'import.takingBack': 'Was dazukam, wird zurückgenommen…',
  'import.countEntries': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'import.countHabits': '{count, plural, one {# Gewohnheit} other {# Gewohnheiten}}',
  'import.countCheckIns': '{count, plural, one {# Häkchen} other {# Häkchen}}',
  'import.countMedia': '{count, plural, one {# Foto oder Datei} other {# Fotos und Dateien}}',
  'import.countMediaUpTo': '{count, plural, one {höchstens # Foto oder Datei} other {höchstens # Fotos und Dateien}}',
  'import.countOthers':
    '{count, plural, one {# Pause, Vorlage oder Ähnliches} other {# Pausen, Vorlagen und Ähnliches}}',
  'import.added': 'Hinzugefügt: {things}.',
  'import.addedAndLeft':
    'Hinzugefügt: {things}.{left, plural, =0 {} one { # Teil des Imports kam nicht mit.} other { # Teile des Imports kamen nicht mit.}}',
  'import.seeLeft': 'Ansehen',
  'import.alreadyThere': 'Schon hier und unverändert gelassen: {things}.',
  'import.stayedOut': 'Was nicht mitkam',
  'import.undo': 'Rückgängig',
  'import.doneAnnounced': 'Import fertig',

  'import.what.dayOne': 'Export von Day One',
  'import.what.journey': 'Export von Journey',
  'import.what.jrnl': 'Tagebuch von jrnl',
  'import.what.markdown': 'Markdown-Notizen',
  'import.what.standardNotes': 'Sicherung von Standard Notes',
  'import.what.joplin': 'Export von Joplin',
  'import.what.loopBackup': 'Sicherung von Loop Habit Tracker',
  'import.what.loopCsv': 'CSV-Export von Loop Habit Tracker',
  'import.what.habitbull': 'Export von HabitBull',
  'import.what.tickmate': 'Datenbank von Tickmate',
  'import.what.rewire': 'Datenbank von Rewire',
  'import.what.daygrove': 'Daygrove-Archiv',
  'import.program.dayOne': 'Day One',
  'import.program.journey': 'Journey',
  'import.program.jrnl': 'jrnl',
  'import.program.markdown': 'Obsidian, Markdown',
  'import.program.standardNotes': 'Standard Notes',
  'import.program.joplin': 'Joplin',
  'import.program.loopBackup': 'Loop Habit Tracker',
  'import.program.loopCsv': 'Loop, als CSV',
  'import.program.habitbull': 'HabitBull',
  'import.program.tickmate': 'Tickmate',
  'import.program.rewire': 'Rewire',
  'import.program.daygrove': 'Daygrove',
  // Menu words as those programs have them in German; Standard Notes has English only.
  'import.how.dayOne': 'Ablage > Exportieren > JSON. Die .zip, oder der Ordner, der daraus wird.',
  'import.how.journey': 'Alle Einträge aus den Einstellungen exportieren. Die .zip.',
  'import.how.jrnl': 'jrnl --format json, in eine Datei gespeichert. Oder Textdatei oder Ordner des Tagebuchs selbst.',
  'import.how.markdown': 'Der Vault selbst, oder ein beliebiger Ordner mit .md-Dateien.',
  'import.how.standardNotes': 'Preferences > Backups > Decrypted. Die .zip, oder die .txt darin.',
  'import.how.joplin': 'Datei > Alle exportieren > JEX. Die .jex-Datei.',
  'import.how.loopBackup': 'Einstellungen > Exportiere vollständige Sicherung. Die .db-Datei, mit allem darin.',
  'import.how.loopCsv': 'Einstellungen > Exportiere als CSV. Die .zip: nur, wo es keine Sicherung gibt.',
  'import.how.habitbull': 'Die Daten aus den Einstellungen exportieren. Die .csv-Datei.',
  'import.how.tickmate': 'Die Datenbank aus dem Menü exportieren. Die .db-Datei.',
  'import.how.rewire': 'In den Einstellungen eine Sicherung anlegen. Die .db-Datei.',
  'import.how.daygrove': 'Das Archiv, das „Exportieren“ in den Einstellungen schreibt. Die .zip.',

  'pastImports.title': 'Frühere Importe',
  'pastImports.none': 'Bisher wurde nichts importiert.',
  'pastImports.showAll': 'Alle {count, number} anzeigen',
  'pastImports.problems':
    '{count, plural, one {# Teil kam nicht so herüber, wie er war…} other {# Teile kamen nicht so herüber, wie sie waren…}}',
  'pastImports.problemsNamed':
    '{count, plural, one {# Teil kam nicht so herüber, wie er war…} other {# Teile kamen nicht so herüber, wie sie waren…}} {what}, {when}',
  'pastImports.problemsTitle': 'Was nicht so herüberkam, wie es war',
  'pastImports.importedAt': 'Importiert am {when}',
  'pastImports.nothing': 'Nichts davon war neu.',
  'pastImports.running': 'Läuft gerade.',
  'pastImports.cutOff':
    'Unterbrochen, als Daygrove gesperrt oder beendet wurde. Nimm ihn zurück, oder importiere dieselbe Datei noch einmal, um fortzufahren.',
  'pastImports.cancelled': 'Abgebrochen und zurückgenommen.',
  'pastImports.takenBack': 'Zurückgenommen.',
  'pastImports.takeBack': 'Zurücknehmen…',
  'pastImports.takeBackNamed': 'Zurücknehmen: {what}, {when}',

  'takeBack.title': 'Diesen Import zurücknehmen?',
  'takeBack.titleWorking': 'Import wird zurückgenommen',
  'takeBack.titleDone': 'Import zurückgenommen',
  'takeBack.text': 'Dazugekommen war: {things}. Das wird aus diesem Tresor gelöscht und kommt nicht in den Papierkorb.',
  'takeBack.textUnknown': 'Was dazugekommen war, wird aus diesem Tresor gelöscht und kommt nicht in den Papierkorb.',
  'takeBack.keeps.changed': 'Was du seither geändert hast, bleibt, wie es ist.',
  'takeBack.keeps.habits': 'Eine Gewohnheit bleibt, wenn sie Häkchen von dir hat.',
  'takeBack.keeps.again': 'Du kannst dieselbe Datei noch einmal importieren.',
  'takeBack.confirm': 'Zurücknehmen',
  'takeBack.stop': 'Anhalten',
  'takeBack.done': 'Aus diesem Tresor gelöscht: {things}.',
  'takeBack.nothing': 'Davon war nichts mehr da, das sich zurücknehmen ließe.',
  'takeBack.kept': 'Seither geändert oder benutzt und darum hier gelassen: {things}.',
  'takeBack.stopped':
    'Vor dem Ende angehalten. Was vom Import übrig ist, ist noch hier; nimm es in den Einstellungen unter „Importieren“ zurück.',
};
