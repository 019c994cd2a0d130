import type { insights as insightsEn } from '../en/insights.ts';

/** Insights, month in review, mood and habits. */
export const insights: Readonly<Record<keyof typeof insightsEn, string>> = {
  'insights.title': 'Einblicke',
  'insights.range': 'Zeitraum',
  'insights.range.days': '30 Tage',
  'insights.range.months': '12 Monate',
  'insights.range.everything': 'Alles',
  'insights.measure': 'Zählen',
  'insights.measure.words': 'Wörter',
  'insights.measure.entries': 'Einträge',
  'insights.announced':
    '{range}: {entries, plural, one {# Eintrag} other {# Einträge}}, {words, plural, one {# Wort} other {# Wörter}}',
  'insights.emptyTitle': 'Noch nichts zu zählen',
  'insights.emptyText':
    'Hier wird gezählt, was du schreibst, nur auf diesem Computer: Einträge und Wörter im Lauf der Zeit, Tage in Folge, deine Stunden und Wochentage, Schlagwörter, und wie es dir ging.',
  'insights.emptyExample': '214 Einträge an 180 von 365 Tagen, die meisten am Abend.',
  'insights.emptyAction': 'Ersten Eintrag schreiben',
  // Each of these stands behind a large number.
  'insights.figures': 'In Zahlen',
  'insights.nothing': 'In dieser Zeit wurde nichts geschrieben. Wähle oben einen längeren Zeitraum.',
  'insights.entries':
    '{count, plural, one {Eintrag} other {Einträge}} an {days, number} von {span, plural, one {# Tag} other {# Tagen}}',
  'insights.words':
    '{count, plural, one {Wort} other {Wörter}}{entries, plural, =0 {} other {, {mean, number} pro Eintrag}}',
  'insights.streak':
    '{count, plural, one {Tag} other {Tage}} in Folge{open, select, true { bis gestern} other {}}, {isLongest, select, true {deine bisher längste Serie} other {die längste: {longest, number} ({when})}}',
  'insights.noStreak': 'Tage in Folge, die bisher längste Serie: {longest, number} ({when})',
  'insights.mood': 'von 5, {name}: die mittlere Stimmung von {days, plural, one {# Tag} other {# Tagen}}',
  'insights.noMood': 'In dieser Zeit keine Stimmung eingetragen',
  'insights.none': '–',
  'insights.moodValue': '{mood, number, ::.0}',
  'insights.writing': 'Schreiben im Lauf der Zeit',
  'insights.moodTitle': 'Stimmung im Lauf der Zeit',
  'insights.moodEmpty': 'Kein Eintrag dieser Zeit sagt, wie es war. Dafür sind die Gesichter über dem Eintrag da.',
  'insights.weekdays': '{measure, select, words {Wörter} other {Einträge}} nach Wochentag',
  'insights.hours': '{measure, select, words {Wörter} other {Einträge}} nach Uhrzeit',
  'insights.tags': 'Schlagwörter in dieser Zeit',
  'insights.tagsEmpty': 'Keine Schlagwörter in dieser Zeit. Ein # vor einem Wort macht es dazu.',
  'insights.tagsLabel': 'Schlagwörter, jedes öffnet seine Einträge',
  'insights.tagEntries': '{count, plural, one {Eintrag} other {Einträge}}',
  'insights.peak':
    'Am meisten: {measure, select, words {{count, plural, one {# Wort} other {# Wörter}}} other {{count, plural, one {# Eintrag} other {# Einträge}}}}, {name}.',
  'insights.peakHour':
    'Am meisten ab {name}\u00a0Uhr: {measure, select, words {{count, plural, one {# Wort} other {# Wörter}}} other {{count, plural, one {# Eintrag} other {# Einträge}}}}.',
  'insights.group':
    '{name}{isOpen, select, true { bisher} other {}}: {entries, plural, =0 {nichts geschrieben} one {# Eintrag, {words, plural, one {# Wort} other {# Wörter}}} other {# Einträge, {words, plural, one {# Wort} other {# Wörter}}}}',
  'insights.moodGroup': '{name}: {hasMood, select, true {{mood, number, ::.0} von 5, {word}} other {keine Stimmung}}',
  'insights.moodSpan':
    'Tiefster Wert: {low, number, ::.0}, {lowName}. Höchster Wert: {high, number, ::.0}, {highName}.',
  'insights.moodOnly': '{mood, number, ::.0} von 5 ({name}).',
  'insights.chart': '{title}, Diagramm',
  'insights.table': 'Als Tabelle anzeigen',
  'insights.tableOf': 'Als Tabelle anzeigen: {title}',
  'insights.captionWriting':
    'Einträge und Wörter pro {grouping, select, day {Tag} week {Woche} month {Monat} other {Jahr}}',
  'insights.captionMood':
    'Mittlere Stimmung, 1 bis 5, pro {grouping, select, day {Tag} week {Woche} month {Monat} other {Jahr}}',
  'insights.captionWeekdays': 'Einträge und Wörter nach Wochentag',
  'insights.captionHours':
    'Einträge und Wörter nach der Stunde, in der ein Eintrag begonnen wurde, nach der Uhr des Ortes, an dem du warst',
  'insights.columnWhen': 'Wann',
  'insights.columnEntries': 'Einträge',
  'insights.columnWords': 'Wörter',
  'insights.columnMood': 'Stimmung',
  'insights.columnWeekday': 'Wochentag',
  'insights.columnHour': 'Stunde',
  'insights.month': 'Monatsrückblick',
  'moodHabits.title': 'Stimmung und Gewohnheiten',
  'moodHabits.lag': 'Welche Stimmung',
  'moodHabits.lag.same': 'Am selben Tag',
  'moodHabits.lag.after': 'Am Tag danach',
  'moodHabits.noHabits':
    'Noch keine Gewohnheiten. Sobald es welche gibt, zeigt sich hier, ob die Stimmung an Tagen mit Häkchen eine andere ist.',
  'moodHabits.noMoods': 'Kein Eintrag dieser Zeit sagt, wie es war. Dafür sind die Gesichter über dem Eintrag da.',
  'moodHabits.archived': 'archiviert',
  'moodHabits.days':
    '{done, plural, one {# Tag} other {# Tage}} mit Häkchen und {other, plural, one {# anderer Tag} other {# andere Tage}}',
  'moodHabits.clear':
    '{direction, select, better {Bessere} other {Schlechtere}} Stimmung {lag, select, after {am Tag nach einem Häkchen} other {an Tagen mit Häkchen}}: {difference} ({low} bis {high}), {days}',
  'moodHabits.unclear': 'Kein deutlicher Unterschied, er kann Zufall sein ({low} bis {high}), {days}',
  'moodHabits.oneOfMany':
    'Kein deutlicher Unterschied: Unter {count, plural, one {# Gewohnheit} other {# Gewohnheiten}} kann ein solcher gut Zufall sein ({low} bis {high}), {days}',
  'moodHabits.manyUnclear':
    'Kein deutlicher Unterschied bei {count, plural, one {# Gewohnheit} other {# Gewohnheiten}}',
  'moodHabits.manyTooFew':
    'Zu wenige Tage für einen Vergleich bei {count, plural, one {# Gewohnheit} other {# Gewohnheiten}}',
  'moodHabits.tooFew': 'Braucht von beiden je {least, number} Tage mit Stimmung. Bisher: {days}',
  'moodHabits.announced':
    '{lag, select, after {Stimmung am Tag danach} other {Stimmung am selben Tag}}: {clear, plural, =0 {kein deutlicher Unterschied} one {# deutlicher Unterschied} other {# deutliche Unterschiede}}',
  'moodHabits.axisLow': '{value} schlechter',
  'moodHabits.axisHigh': '{value} besser',
  'moodHabits.caption':
    'Mittlere Stimmung, 1 bis 5, {lag, select, after {am Tag danach} other {am selben Tag}}, wenn eine Gewohnheit erledigt war und wenn nicht',
  'moodHabits.columnHabit': 'Gewohnheit',
  'moodHabits.columnDone': 'Tage mit Häkchen',
  'moodHabits.columnDoneMood': 'Stimmung dort',
  'moodHabits.columnOther': 'Andere Tage',
  'moodHabits.columnOtherMood': 'Stimmung dort',
  'moodHabits.columnDifference': 'Unterschied',
  'moodHabits.columnInterval': '95-%-Intervall',
  'moodHabits.columnClear': 'Deutlich',
  'moodHabits.interval': '{low} bis {high}',
  'moodHabits.isClear': '{isClear, select, true {ja} other {nein}}',
  'moodHabits.how': 'Wie das gezählt wird',
  'moodHabits.how.days':
    'Die Stimmung eines Tages ist das Mittel der Stimmungen seiner Einträge. Verglichen werden die Tage, an denen eine Gewohnheit erledigt war, mit denen, an denen sie dran war oder möglich gewesen wäre und es nicht war. Ausgelassene und pausierte Tage bleiben außen vor, ebenso ein Tag ohne Zahl, wo eine Menge klein bleiben soll.',
  'moodHabits.how.interval':
    'Der Strich ist ein 95-%-Intervall (Welchs t): die Unterschiede, die gut zu dem passen, was du geschrieben hast. Er ist etwas breiter gezogen, weil aufeinanderfolgende Tage einander ähneln (Newey und West, über zwei Wochen). Eine lange gute oder schlechte Zeit oder eine Jahreszeit kann ihn trotzdem täuschen.',
  'moodHabits.how.many':
    'Bei weniger als je {least, number} Tagen wird nichts gesagt. Wo viele Gewohnheiten verglichen werden, unterscheiden sich einige schon durch Zufall; hier {count, plural, =0 {wird keine} one {wird #} other {werden #}} verglichen. Deutlich heißt ein Unterschied nur, wenn das berücksichtigt ist: Von denen, die so heißen, sollte höchstens einer von zwanzig Zufall sein (Benjamini und Hochberg).',
  'moodHabits.how.cause':
    'Dass zwei Dinge zusammengehen, heißt nicht, dass eins das andere bewirkt: An einem guten Tag fällt auch eine Gewohnheit leichter. Und Stimmungen sind Stufen; ein Mittelwert nimmt alle Stufen als gleich breit.',
  'moodHabits.figureClear':
    '{direction, select, better {bessere} other {schlechtere}} Stimmung an Tagen mit Häkchen ({low} bis {high}, {days, plural, one {# Tag} other {# Tage}})',
  'moodHabits.figureUnclear':
    'kein deutlicher Unterschied der Stimmung an Tagen mit Häkchen ({low} bis {high}, {days, plural, one {# Tag} other {# Tage}})',
  'moodHabits.figureTooFew':
    'Stimmung an Tagen mit Häkchen: braucht von beiden je {least, number} Tage, bisher sind es {done, number} mit und {other, number} andere',
  'month.previous': 'Voriger Monat',
  'month.next': 'Nächster Monat',
  'month.print': 'Drucken',
  'month.upTo': 'bis {date}',
  'month.figures': 'In Zahlen',
  'month.than': '{isOpen, select, true {bis {date}} other {{month}}}: {value}',
  'month.entries':
    '{count, plural, one {Eintrag} other {Einträge}} an {days, number} von {span, plural, one {# Tag} other {# Tagen}} ({than})',
  'month.words':
    '{count, plural, one {Wort} other {Wörter}} ({than}){longest, select, 0 {} other {. Der längste Eintrag: {longest, number}, am {date}}}',
  'month.mood':
    'von 5, {name}: die mittlere Stimmung von {days, plural, one {# Tag} other {# Tagen}}{hasThan, select, true { ({than})} other {}}',
  'month.noMood': 'Keine Stimmung eingetragen',
  'month.done':
    '{count, plural, one {Mal} other {Mal}} abgehakt, bei {habits, plural, one {# Gewohnheit} other {# Gewohnheiten}}',
  'month.days': 'Tag für Tag',
  'month.grid': '{month}, Tag für Tag',
  'month.row': 'Stimmung oder Gewohnheit',
  'month.moodRow': 'Stimmung',
  'month.dayMood': '{mood, number, ::.0} von 5, {name}',
  'month.columnDone': 'Erledigt',
  'month.columnStrength': 'Stärke',
  'month.doneOfDue': '{done, number} von {due, number}',
  'month.doneDays': '{done, plural, one {# Tag} other {# Tage}}',
  'month.sum': '{sum, number} {unit}',
  'month.minutes': '{sum, number}\u00a0min',
  'month.strength': '{percent, number}\u00a0%',
  'month.strengthChange': '{direction, select, up {+{size}} down {−{size}} other {wie vorher}}',
  'month.strengthNote': 'Stärke: am Ende, und wie sie sich im Monat verändert hat.',
  'month.lines': 'Die ersten Zeilen',
  'month.starred': 'markiert',
  'month.photos': 'Fotos',
  'month.morePhotos': '{count, plural, one {Noch ein Foto} other {# weitere Fotos}} im Tagebuch',
  'month.emptyTitle': 'Nichts im {month}',
  'month.emptyExample': '14 Einträge, 3 Fotos, und Dehnen an 26 von 30 Tagen.',
  'month.emptyAction': 'Im Kalender nachsehen',
  'month.emptyText':
    'Aus diesem Monat steht kein Eintrag und keine Gewohnheit im Tagebuch. Wo es etwas gibt, steht hier der Rückblick.',
};
