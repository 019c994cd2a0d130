/** Insights, month in review, mood and habits. */
export const insights = {
  'insights.title': 'Insights',
  'insights.range': 'Time',
  'insights.range.days': '30 days',
  'insights.range.months': '12 months',
  'insights.range.everything': 'Everything',
  'insights.measure': 'Count',
  'insights.measure.words': 'Words',
  'insights.measure.entries': 'Entries',
  'insights.announced':
    '{range}: {entries, plural, one {# entry} other {# entries}}, {words, plural, one {# word} other {# words}}',
  'insights.emptyTitle': 'Nothing to count yet',
  'insights.emptyText':
    'What you write is counted here, on this computer only: entries and words over time, days in a row, your hours and weekdays, tags, and how you were.',
  'insights.emptyExample': '214 entries on 180 of 365 days, most of them in the evening.',
  'insights.emptyAction': 'Write the first entry',
  'insights.figures': 'In numbers',
  'insights.nothing': 'Nothing was written in this time. Choose a longer one above.',
  'insights.entries':
    '{count, plural, one {entry} other {entries}} on {days, number} of {span, plural, one {# day} other {# days}}',
  'insights.words':
    '{count, plural, one {word} other {words}}{entries, plural, =0 {} other {, {mean, number} to an entry}}',
  'insights.streak':
    '{count, plural, one {day} other {days}} in a row{open, select, true { up to yesterday} other {}}, {isLongest, select, true {your longest so far} other {the longest {longest, number} ({when})}}',
  'insights.noStreak': 'days in a row just now, the longest {longest, number} ({when})',
  'insights.mood': 'of 5, {name}: the mean mood of {days, plural, one {# day} other {# days}}',
  'insights.noMood': 'No mood was set in this time',
  'insights.none': '–',
  'insights.moodValue': '{mood, number, ::.0}',
  'insights.writing': 'Writing over time',
  'insights.moodTitle': 'Mood over time',
  'insights.moodEmpty': 'No entry of this time says how it was. The faces above an entry do.',
  'insights.weekdays': '{measure, select, words {Words} other {Entries}} by weekday',
  'insights.hours': '{measure, select, words {Words} other {Entries}} by hour',
  'insights.tags': 'Tags in this time',
  'insights.tagsEmpty': 'No tags in this time. A # before a word makes it one.',
  'insights.tagsLabel': 'Tags, each opens its entries',
  'insights.tagEntries': '{count, plural, one {entry} other {entries}}',
  'insights.peak':
    'Most: {measure, select, words {{count, plural, one {# word} other {# words}}} other {{count, plural, one {# entry} other {# entries}}}}, {name}.',
  'insights.peakHour':
    'Most begun at {name}: {measure, select, words {{count, plural, one {# word} other {# words}}} other {{count, plural, one {# entry} other {# entries}}}}.',
  'insights.group':
    '{name}{isOpen, select, true { so far} other {}}: {entries, plural, =0 {nothing written} one {# entry, {words, plural, one {# word} other {# words}}} other {# entries, {words, plural, one {# word} other {# words}}}}',
  'insights.moodGroup': '{name}: {hasMood, select, true {{mood, number, ::.0} of 5, {word}} other {no mood}}',
  'insights.moodSpan': 'Lowest: {low, number, ::.0}, {lowName}. Highest: {high, number, ::.0}, {highName}.',
  'insights.moodOnly': '{mood, number, ::.0} of 5 ({name}).',
  'insights.chart': '{title}, chart',
  'insights.table': 'Show as table',
  'insights.tableOf': 'Show as table: {title}',
  'insights.captionWriting':
    'Entries and words by {grouping, select, day {day} week {week} month {month} other {year}}',
  'insights.captionMood': 'Mean mood, 1 to 5, by {grouping, select, day {day} week {week} month {month} other {year}}',
  'insights.captionWeekdays': 'Entries and words by weekday',
  'insights.captionHours':
    'Entries and words by the hour at which an entry was begun, on the clock of the place where you were',
  'insights.columnWhen': 'When',
  'insights.columnEntries': 'Entries',
  'insights.columnWords': 'Words',
  'insights.columnMood': 'Mood',
  'insights.columnWeekday': 'Weekday',
  'insights.columnHour': 'Hour',
  'insights.month': 'Month in review',
  'moodHabits.title': 'Mood and habits',
  'moodHabits.lag': 'Mood of',
  'moodHabits.lag.same': 'Same day',
  'moodHabits.lag.after': 'Day after',
  'moodHabits.noHabits':
    'No habits yet. Once there are some, this shows whether moods differ on the days they were done.',
  'moodHabits.noMoods': 'No entry of this time says how it was. The faces above an entry do.',
  'moodHabits.archived': 'archived',
  'moodHabits.days':
    '{done, plural, one {# day} other {# days}} done and {other, plural, one {# other day} other {# other days}}',
  'moodHabits.clear':
    '{direction, select, better {Better} other {Lower}} mood {lag, select, after {the day after it was done} other {on done days}}: {difference} ({low} to {high}), {days}',
  'moodHabits.unclear': 'No clear difference, it may be chance ({low} to {high}), {days}',
  'moodHabits.oneOfMany':
    'No clear difference: among {count, plural, one {# habit} other {# habits}}, one like this may well be chance ({low} to {high}), {days}',
  'moodHabits.manyUnclear': 'No clear difference for {count, plural, one {# habit} other {# habits}}',
  'moodHabits.manyTooFew': 'Too few days to compare for {count, plural, one {# habit} other {# habits}}',
  'moodHabits.tooFew': 'Needs {least, number} days with a mood of each kind. So far: {days}',
  'moodHabits.announced':
    '{lag, select, after {Mood of the day after} other {Mood of the same day}}: {clear, plural, =0 {no clear difference} one {# clear difference} other {# clear differences}}',
  'moodHabits.axisLow': '{value} lower',
  'moodHabits.axisHigh': '{value} better',
  'moodHabits.caption':
    'Mean mood, 1 to 5, {lag, select, after {of the day after} other {of the same day}}, when a habit was done and when not',
  'moodHabits.columnHabit': 'Habit',
  'moodHabits.columnDone': 'Done days',
  'moodHabits.columnDoneMood': 'Their mood',
  'moodHabits.columnOther': 'Other days',
  'moodHabits.columnOtherMood': 'Mood of those',
  'moodHabits.columnDifference': 'Difference',
  'moodHabits.columnInterval': '95 % interval',
  'moodHabits.columnClear': 'Clear',
  'moodHabits.interval': '{low} to {high}',
  'moodHabits.isClear': '{isClear, select, true {yes} other {no}}',
  'moodHabits.how': 'How this is counted',
  'moodHabits.how.days':
    'A day’s mood is the mean of its entries’ moods. The days on which a habit was done are compared with those on which it was due, or could have been done, and was not. Skipped and paused days stay out, and so does a day without a number where an amount is to stay low.',
  'moodHabits.how.interval':
    'The line is a 95 % interval (Welch’s t): the differences that fit well with what you wrote. It is made wider because days in a row resemble each other (Newey and West, over two weeks). A long good or bad spell, or a season, can still mislead it.',
  'moodHabits.how.many':
    'Below {least, number} days of each kind nothing is said. Where many habits are compared, some differ by chance alone; {count, plural, =0 {none is} one {# is} other {# are}} compared here. A difference is called clear only with that taken into account: of those called clear, at most one in twenty should be chance (Benjamini and Hochberg).',
  'moodHabits.how.cause':
    'That two things go together does not say that one makes the other: a good day also makes it easier to keep a habit. And moods are steps; a mean takes all steps as equally wide.',
  'moodHabits.figureClear':
    '{direction, select, better {better} other {lower}} mood on done days ({low} to {high}, {days, plural, one {# day} other {# days}})',
  'moodHabits.figureUnclear':
    'no clear difference in mood on done days ({low} to {high}, {days, plural, one {# day} other {# days}})',
  'moodHabits.figureTooFew':
    'mood on done days: needs {least, number} days of each kind, there are {done, number} done and {other, number} others',
  'month.previous': 'Previous month',
  'month.next': 'Next month',
  'month.print': 'Print',
  'month.upTo': 'up to {date}',
  'month.figures': 'In numbers',
  'month.than': '{isOpen, select, true {by {date}} other {{month}}}: {value}',
  'month.entries':
    '{count, plural, one {entry} other {entries}} on {days, number} of {span, plural, one {# day} other {# days}} ({than})',
  'month.words':
    '{count, plural, one {word} other {words}} ({than}){longest, select, 0 {} other {. The longest entry: {longest, number}, on {date}}}',
  'month.mood':
    'of 5, {name}: the mean mood of {days, plural, one {# day} other {# days}}{hasThan, select, true { ({than})} other {}}',
  'month.noMood': 'No mood was set',
  'month.done':
    '{count, plural, one {time} other {times}} a habit was done, in {habits, plural, one {# habit} other {# habits}}',
  'month.days': 'Day by day',
  'month.grid': '{month}, day by day',
  'month.row': 'Mood or habit',
  'month.moodRow': 'Mood',
  'month.dayMood': '{mood, number, ::.0} of 5, {name}',
  'month.columnDone': 'Done',
  'month.columnStrength': 'Strength',
  'month.doneOfDue': '{done, number} of {due, number}',
  'month.doneDays': '{done, plural, one {# day} other {# days}}',
  'month.sum': '{sum, number} {unit}',
  'month.minutes': '{sum, number} min',
  'month.strength': '{percent, number}\u00a0%',
  'month.strengthChange': '{direction, select, up {+{size}} down {−{size}} other {as before}}',
  'month.strengthNote': 'Strength: at the end, and how it changed over the month.',
  'month.lines': 'In first lines',
  'month.starred': 'starred',
  'month.photos': 'Photos',
  'month.morePhotos': '{count, plural, one {One more photo} other {# more photos}} in the journal',
  'month.emptyTitle': 'Nothing in {month}',
  'month.emptyText': 'No entry and no habit of this month is in the journal. A month that has some is summed up here.',
  'month.emptyExample': '14 entries, 3 photos, and Stretch on 26 of 30 days.',
  'month.emptyAction': 'Look in the calendar',
} as const;
