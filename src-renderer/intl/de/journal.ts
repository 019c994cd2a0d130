import type { journal as journalEn } from '../en/journal.ts';

/** Days, lists, calendar, tags, trash, conflicts. */
export const journal: Readonly<Record<keyof typeof journalEn, string>> = {
  'conflict.text':
    'Dieselben Worte wurden auf zwei Computern geändert. Die spätere Fassung gilt; die andere ist aufbewahrt.',
  'conflict.show': 'Die andere zeigen',
  'conflict.title': 'Die andere Fassung',
  'conflict.from': 'Geschrieben auf {device}, {when}',
  'conflict.fromUnknown': 'Geschrieben auf einem anderen Computer, {when}',
  'conflict.copy': 'Kopieren',
  'conflict.copied': 'Kopiert',
  'conflict.use': 'Diese verwenden',
  'conflict.keep': 'Lassen, wie es ist',
  'calendar.month': 'Monat',
  'calendar.year': 'Jahr',
  'calendar.previousMonth': 'Voriger Monat',
  'calendar.nextMonth': 'Nächster Monat',
  'calendar.previousYear': 'Voriges Jahr',
  'calendar.nextYear': 'Nächstes Jahr',
  'calendar.day':
    '{date}: {count, plural, =0 {nichts geschrieben} one {# Eintrag} other {# Einträge}}{hasMood, select, true {, {mood}} other {}}',
  'calendar.count': '{count, plural, one {# Tag} other {# Tage}} mit Einträgen.',
  'calendar.emptyTitle': 'Noch unbeschrieben',
  'calendar.emptyExample': 'Ein Tag mit Eintrag ist gefüllt, in der Farbe seiner Stimmung.',
  'calendar.emptyAction': 'Über heute schreiben',
  'calendar.empty': 'Hier wurde noch nichts geschrieben. Wähle einen Tag, um über ihn zu schreiben.',
  'memories.title': 'An diesem Tag',
  'memories.week': '{count, plural, one {Vor einer Woche} other {Vor # Wochen}}',
  'memories.month': '{count, plural, one {Vor einem Monat} other {Vor # Monaten}}',
  'memories.year': '{count, plural, one {Vor einem Jahr} other {Vor # Jahren}}',
  'memories.more': 'und {count, plural, one {# weiterer Eintrag} other {# weitere Einträge}}',
  'journal.starred': 'Markiert',
  'dayMenu.open': 'Diesen Tag öffnen',
  'day.title': '{weekday}, {date}',
  'day.ofYear': 'Tag {day}',
  'day.year': '{year}',
  'day.previous': 'Voriger Tag',
  'day.next': 'Nächster Tag',
  'day.goToToday': 'Zurück zu heute',

  'mood.question': 'Wie war’s?',
  // From worst to best. They also stand within sentences, in small letters.
  'mood.1': 'Furchtbar',
  'mood.2': 'Schlecht',
  'mood.3': 'Ganz okay',
  'mood.4': 'Gut',
  'mood.5': 'Großartig',
  'mood.clear': 'Stimmung entfernen',

  'journal.gap': '{count, plural, one {# Tag} other {# Tage}} ohne Eintrag',
  'journal.title': 'Tagebuch',
  'journal.list': 'Einträge',
  'journal.count': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'journal.back': 'Zurück zum Tagebuch',
  'journal.noText': 'Ohne Worte',
  'journal.moodOnly': 'Eine Stimmung, ohne Worte',
  'journal.emptyTitle': 'Noch nichts geschrieben',
  'journal.emptyText': 'Hier steht jeder Eintrag, den du schreibst, Tag für Tag.',
  'journal.emptyExample': 'Der erste Frost im Schrebergarten. Ich habe den letzten Lauch geholt.',
  'journal.emptyAction': 'Den ersten schreiben',
  'journal.parts': 'Teile des Tagebuchs',

  'trash.title': 'Papierkorb',
  'trash.back': 'Zurück zum Tagebuch',
  'trash.list': 'Einträge im Papierkorb',
  'trash.count': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'trash.newest': 'die letzten {shown, number} von {count, number}',
  'trash.putBack': 'Zurücklegen',
  'trash.putBackNamed': 'Zurücklegen: {date}, {time}',
  'trash.emptyTitle': 'Nichts im Papierkorb',
  'trash.emptyText': 'Einträge, die du entfernst, bleiben 30 Tage hier, und so lange kannst du sie zurücklegen.',
  'trash.emptyExample': 'Ein Eintrag, den du gestern entfernt hast: wird in 29 Tagen gelöscht.',
  'trash.emptyAction': 'Zurück zum Tagebuch',
  'trash.erasedIn':
    '{days, plural, =0 {wird jeden Moment gelöscht} one {wird innerhalb eines Tages gelöscht} other {wird in # Tagen gelöscht}}',
  'trash.erase': 'Löschen',
  'trash.eraseNamed': 'Endgültig löschen: {date}, {time}',
  'trash.empty': 'Papierkorb leeren…',
  'erase.title': '{count, plural, one {Diesen Eintrag endgültig löschen?} other {# Einträge endgültig löschen?}}',
  'erase.text':
    '{count, plural, one {Der Eintrag wird} other {Die Einträge werden}} gelöscht, mit allen früheren Fassungen und mit den Fotos und Dateien, die in keinem anderen Eintrag stehen, auf diesem Computer und auf allen, mit denen er abgeglichen wird. Das lässt sich nicht rückgängig machen.',
  'erase.backups':
    'In den versiegelten Sicherungen auf diesem Computer bleibt es bis zu einem Jahr. In Kopien an anderen Orten und in Tresoren, die bei einer Wiederherstellung beiseitegelegt wurden, bleibt es, bis du sie löschst.',
  'erase.confirm': '{count, plural, one {Endgültig löschen} other {Endgültig löschen}}',
  'erase.progress': '{done, number} von {total, number} gelöscht',
  'erase.stop': 'Anhalten',
  'erase.done': '{count, plural, one {# Eintrag wurde} other {# Einträge wurden}} gelöscht.',
  'erase.stopped':
    '{count, plural, one {# Eintrag wurde} other {# Einträge wurden}} gelöscht. Der Rest ist noch im Papierkorb.',
  'removeMany.title': '{count, plural, one {# Eintrag} other {# Einträge}} entfernen?',
  'removeMany.text':
    'Sie kommen in den Papierkorb, auf allen deinen Computern, und lassen sich 30 Tage lang zurücklegen.',
  'removeMany.confirm': 'In den Papierkorb legen',
  'tags.title': 'Schlagwörter',
  'tags.count': '{count, plural, one {# Schlagwort} other {# Schlagwörter}}',
  'tags.list': 'Alle Schlagwörter',
  'tags.entries': '{count, plural, one {Eintrag} other {Einträge}}',
  'tags.order': 'Reihenfolge',
  'tags.byUse': 'Häufigste zuerst',
  'tags.byName': 'Nach Name',
  'tags.emptyTitle': 'Noch keine Schlagwörter',
  'tags.emptyText':
    'Schreib irgendwo in einem Eintrag #garten, oder gib ihm Schlagwörter in seinen Angaben. Jedes steht dann hier.',
  'tags.emptyExample': 'Den letzten Lauch geholt. #garten',
  'tags.emptyAction': 'Eintrag schreiben',
  'week.label': 'Die letzten sieben Tage: {days}',
  'week.day': '{weekday} {state}',
  'place.notUnderstood':
    'Dieser Link führt in Daygrove nirgendwohin. Nichts wurde geändert. Prüfe, ob der ganze Link kopiert wurde.',
  'place.habitCopied':
    'Der Link zu dieser Gewohnheit liegt in der Zwischenablage. Er enthält keinen Namen und öffnet sich {host, select, electron {nur dort, wo dieser Tresor ist} other {nur in der Desktop-App mit diesem Tresor}}.',
  'place.notCopied':
    'Der Link konnte nicht in die Zwischenablage gelegt werden. Nichts wurde geändert. Versuche es noch einmal.',
  'place.noHabit':
    'Diese Gewohnheit ist nicht in diesem Tresor. Nichts wurde geändert. Sieh nach, ob sie entfernt wurde oder zu einem anderen Tresor gehört.',
  'place.future':
    'Dieser Tag kommt noch, darum siehst du „Heute“. Nichts wurde geändert. Folge dem Link noch einmal am {date}.',
  'place.dialogOpen':
    'Dem Link wurde nicht gefolgt, weil ein Dialog offen ist. Darin wurde nichts geändert. Schließe ihn und folge dem Link noch einmal.',
  'place.tickFailed':
    'Das Häkchen aus {platform, select, mac {der Menüleiste} other {dem Infobereich}} wurde nicht eingetragen. Nichts wurde geändert; versuche es hier.',
};
