import type { help as helpEn } from '../en/help.ts';

/** The help inside the app. */
export const help: Readonly<Record<keyof typeof helpEn, string>> = {
  'help.title': 'Hilfe',
  'help.search': 'In der Hilfe suchen',
  'help.found':
    '{count, plural, =0 {Nichts in der Hilfe enthält alle diese Wörter.} one {# Abschnitt} other {# Abschnitte}}',
  'help.about': 'Hilfe: {title}',

  'help.writing.title': 'Schreiben',
  'help.writing.save':
    'Alles wird gespeichert, während du tippst. „Gespeichert“ unter dem Text heißt: Es ist auf der Festplatte.',
  'help.writing.day':
    'Heute zeigt die Einträge des Tages. Zu einem anderen Tag kommst du mit den Pfeilen neben dem Datum oder im Kalender; dort schreibst du genauso.',
  'help.writing.marks': 'Zeichen am Anfang einer Zeile oder um Wörter werden zu dem, was sie bedeuten:',
  'help.writing.heading': 'eine Überschrift',
  'help.writing.strong': 'fett',
  'help.writing.emphasis': 'kursiv',
  'help.writing.list': 'eine Liste',
  'help.writing.task': 'etwas zum Abhaken',
  'help.writing.quote': 'ein Zitat',
  'help.writing.tag': 'ein Schlagwort, zum Wiederfinden',
  'help.writing.files':
    'Füge Bilder und Dateien in den Text ein oder zieh sie hinein. Sie werden wie die Wörter in deinem Tresor versiegelt.',
  'help.writing.earlier':
    'Frühere Fassungen eines Eintrags bleiben erhalten: Sein Menü zeigt sie unter „Frühere Fassungen“ und holt eine zurück.',

  'help.find.title': 'Suchen',
  'help.find.words':
    'Jedes Wort muss vorkommen; ein Teil eines Wortes genügt. Groß- und Kleinschreibung und Akzente spielen keine Rolle. Klick ein Beispiel an, um es auszuprobieren:',
  'help.find.phrase': 'diese Wörter hintereinander',
  'help.find.without': 'mit dem ersten Wort und ohne das zweite',
  'help.find.tag': 'mit diesem Schlagwort',
  'help.find.mood': 'an guten Tagen: 4 oder 5 von 5',
  'help.find.starred': 'markierte Einträge mit einem Foto',
  'help.find.dates': 'zwischen zwei Tagen; ein Jahr oder ein Monat allein genügt auch',
  'help.find.habit': 'an Tagen, an denen du das getan hast',
  'help.find.example.phrase': '„erster Frost“',
  'help.find.example.without': 'Garten -Regen',
  'help.find.example.tag': 'tag:garten',
  'help.find.example.habit': 'habit:Laufen',

  'help.keys.title': 'Tasten',
  'help.keys.palette': 'Die Liste aller Befehle findet alles nach dem Namen und nennt die Taste dazu.',

  'help.habits.title': 'Gewohnheiten, Serien und Stärke',
  'help.habits.schedule':
    'Der Rhythmus sagt, wann eine Gewohnheit dran ist: täglich, an bestimmten Wochentagen, mehrmals pro Woche oder Monat, alle paar Tage oder mehrmals in beliebigen Tagen hintereinander. An anderen Tagen wird nichts verpasst.',
  'help.habits.marks':
    'Ein Tag ist erledigt, teilweise erledigt, verpasst oder ausgelassen. Lass einen Tag aus, der nicht zählen konnte: Davon reißt keine Serie, und die Gewohnheit wird nicht schwächer. Eine Pause tut dasselbe für viele Tage.',
  'help.habits.streak': 'Eine Serie zählt, was in Folge erledigt wurde. Ein verpasster Tag beendet sie.',
  'help.habits.strength':
    'Die Stärke ist eine Zahl von 0 bis 100. Sie steigt mit jedem Mal und sinkt langsam, wenn etwas verpasst wird. Ein schlechter Tag bewegt sie kaum; darum steht sie neben der Serie.',
  'help.habits.past': 'Ein Häkchen vergessen? Öffne die Gewohnheit und klick den Tag an.',

  'help.safe.title': 'Wie deine Daten geschützt sind',
  'help.safe.sealed':
    'Was du schreibst, wird verschlüsselt, bevor es auf die Festplatte kommt. Deine Passphrase oder dein Wiederherstellungsschlüssel öffnet es, und sonst nichts – außer du lässt es auch den Schlüsselbund dieses Computers öffnen.',
  'help.safe.nobody':
    'Es gibt kein Konto. Niemand kann dein Tagebuch lesen, und niemand kann deine Passphrase zurücksetzen.',
  'help.safe.lock':
    'Gesperrt hat Daygrove keinen Schlüssel im Speicher. Es sperrt sich von selbst, wenn du nicht da bist.',
  'help.safe.not':
    'Es hilft nicht gegen jemanden, der deinen Bildschirm oder dein Tippen sieht, während es entsperrt ist, und nicht gegen ein Programm, das dich ausspäht.',
  'help.safe.page': 'Was Daygrove schützt, und was nicht',

  'help.recovery.title': 'Passphrase und Wiederherstellungsschlüssel',
  'help.recovery.what':
    'Der Wiederherstellungsschlüssel öffnet deinen Tresor, wenn die Passphrase vergessen ist. Er ist der einzige andere Weg hinein: Bewahre ihn auf Papier auf, nicht bei diesem Computer.',
  'help.recovery.change':
    'Das Papier verloren? Erstelle in den Einstellungen einen neuen Wiederherstellungsschlüssel; der alte öffnet dann nichts Neues mehr.',
  'help.recovery.both': 'Sind beide verloren, kann niemand das Tagebuch je wieder öffnen. Daran führt kein Weg vorbei.',
  'help.recovery.stolen':
    'Wurde ein Computer mit deinem Tresor gestohlen, erneuere den Schlüssel des Tresors in den Einstellungen eines anderen.',

  'help.copies.title': 'Sicherungen',
  'help.copies.daily':
    'Einmal am Tag schreibt Daygrove eine versiegelte Sicherung von allem und liest sie zur Probe noch einmal.',
  'help.copies.kept': 'Sieben Tage, vier Wochen und zwölf Monate bleiben auf diesem Computer erhalten.',
  'help.copies.second':
    'Wähle in den Einstellungen einen zweiten Ort dafür: Eine Festplatte, die kaputtgeht, nimmt ihre Sicherungen mit.',
  'help.copies.open':
    'Eine Sicherung öffnet sich mit der Passphrase oder dem Wiederherstellungsschlüssel, die der Tresor hatte, als sie geschrieben wurde – auf jedem Computer mit Daygrove.',
  'help.copies.restore':
    'Vor dem Wiederherstellen siehst du, was darin ist. Dein jetziger Tresor bleibt erhalten, damit du zurückkannst.',

  'help.sync.title': 'Sync',
  'help.sync.server':
    'Sync ist aus, bis du es verbindest. Es braucht einen libSQL-Server, den du aussuchst, und dessen Token.',
  'help.sync.sealed':
    'Alles wird versiegelt, bevor es den Computer verlässt. Der Server sieht Größen und Zeiten, nie Wörter.',
  'help.sync.offline':
    'Schreib ohne Netz, solange du willst: Was wartet, wird gesendet, sobald der Server zu erreichen ist.',
  'help.sync.conflict':
    'Wurden dieselben Wörter auf zwei Computern geändert, bleiben beide Fassungen erhalten, bis du sie angesehen hast.',
  'help.sync.join':
    'Wähle auf einem anderen Computer beim ersten Start „Ich habe schon einen Tresor“. Er fragt nach derselben Adresse, einem Token und deiner Passphrase.',

  'help.leave.title': 'Alles mitnehmen',
  'help.leave.export':
    'Der Export schreibt dein Tagebuch dorthin, wo du es haben willst: als Archiv mit allem, als Markdown-Dateien, als Buch (Webseite oder PDF), als Tabellen, als JSON oder als Datei für Loop Habit Tracker.',
  'help.leave.plain': 'Was den Tresor verlässt, ist unverschlüsselt: Wer die Datei hat, kann sie lesen.',
  'help.leave.back':
    'Das Archiv und der Markdown-Ordner lassen sich wieder importieren, hier oder in einen anderen Tresor.',
  'help.leave.forget':
    'Damit Daygrove den Tresor auf diesem Computer vergisst, geh in den Einstellungen zu „Sperre und Schlüssel“. Es fragt vorher und kann die Sicherungen behalten.',

  'help.disk.title': 'Wo alles auf der Festplatte liegt',
  'help.disk.folder': 'Alles aus diesem Tresor liegt in einem Ordner:',
  'help.disk.copy': 'Pfad kopieren',
  'help.disk.copied': 'Der Pfad ist in der Zwischenablage',
  'help.disk.notCopied': 'Der Pfad ließ sich nicht kopieren. Markiere ihn und kopiere ihn von Hand.',
  'help.disk.vault': 'der Tresor, verschlüsselt',
  'help.disk.envelope': 'seine Schlüssel, versiegelt mit Passphrase und Wiederherstellungsschlüssel',
  'help.disk.backups': 'die Sicherungen, versiegelt',
  'help.disk.log': 'das Protokoll',
  'help.disk.close': 'Schließ Daygrove, bevor du den Ordner kopierst.',

  'help.report.title': 'Ein Problem melden',
  'help.report.say':
    'Schreib, was du getan hast, was du erwartet hast und was stattdessen kam, und welche Version das ist: {version}.',
  'help.report.log':
    'Das Protokoll enthält Zeiten, Namen von Ereignissen und Zahlen. Nichts, was du geschrieben hast, steht darin: kein Text, kein Titel, kein Schlagwort, kein Name einer Gewohnheit, keine Passphrase. Du kannst es lesen, bevor du es weitergibst.',
  'help.report.id': 'Nennt eine Meldung eine Nummer des Protokolls, ist die Zeile mit dieser Nummer gemeint.',
  'help.report.never':
    'Schick niemandem deine Passphrase, deinen Wiederherstellungsschlüssel oder den Ordner des Tresors.',
};
