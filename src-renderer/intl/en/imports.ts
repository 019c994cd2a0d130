/** Import. */
export const imports = {
  'import.title': 'Import',
  'import.lead': 'Bring your years with you: from another journal, a folder of notes, or a habit tracker.',
  'import.dropHere': 'Drop a file or a folder here',
  'import.dropAnywhere': 'Drop it to see what is in it',
  'import.chooseFile': 'Choose files…',
  'import.chooseFolder': 'Choose a folder…',
  'import.safe': 'You see what is in it before anything changes. The files themselves are only read.',
  'import.formats': 'What can be imported, and how to get it',
  'import.tooMany':
    'That is more than 50,000 files, which is more than Daygrove takes at once. Nothing was changed. Choose the folder with the journal itself, or bring it in parts.',
  'import.empty': 'There is no file in it. Nothing was changed. Choose another file or folder.',
  'import.gathering': 'Looking through what was dropped…',
  'import.gathered': '{count, plural, =0 {} one {# file so far} other {# files so far}}',
  'import.reading': 'Reading {name}…',
  'import.readSoFar': '{count, plural, =0 {} one {# item so far} other {# items so far}}',
  'import.severalFiles': '{name} and {more, plural, one {# other file} other {# other files}}',
  'import.summary': 'What is in it',
  'import.range': '{what}, from {first} to {last}',
  'import.oneDay': '{what}, of {day}',
  'import.entries': '{count, plural, one {entry} other {entries}}',
  'import.habits': '{count, plural, one {habit} other {habits}}',
  'import.checkIns': '{count, plural, one {check-in} other {check-ins}}',
  'import.media': '{count, plural, one {photo or file} other {photos and files}}',
  'import.others': '{count, plural, one {other thing} other {other things}}',
  'import.fresh': '{fresh, plural, =0 {here already} other {{all, select, yes {new} other {{fresh, number} new}}}}',
  'import.repeatedNames':
    '{count, plural, one {# name stands} other {# names stand}} on more than one habit of the file: {names}. They stay apart.',
  'import.namesHere':
    '{count, plural, one {# new habit has} other {# new habits have}} the name of a habit that is here already: {names}. Both stay, side by side.',
  'import.refused.archive':
    '{name}: this archive is damaged or not complete. Nothing was changed. Copy it again, or choose another.',
  'import.refused.unrecognised':
    '{name} is no kind of file that Daygrove can import. Nothing was changed. What it can import is listed below.',
  'import.refused.ownExport':
    '{name} is an export of Daygrove for other programs, and does not come back. Nothing was changed. Of its own exports, only the archive and the Markdown folder come back.',
  'import.refused.other': '{name}: {reason}',
  'import.things': '{count, plural, one {# time} other {# times}}',
  'import.allThere': 'Everything in it is already here.',
  'import.nothingIn': 'There is nothing in it that Daygrove can take.',
  'import.journals': 'Journals',
  'import.journalsText': 'Take only those that you want here.',
  'import.journalCount':
    '{fresh, plural, =0 {{count, plural, one {# entry} other {# entries}}, here already} other {{all, select, yes {{count, plural, one {# entry} other {# entries}}} other {{count, plural, one {# entry} other {# entries}}, {fresh, number} new}}}}',
  'import.allJournals': 'All',
  'import.noJournals': 'None',
  'import.unlistedJournals':
    'There are more journals than this list can hold. {count, plural, one {# entry of theirs comes} other {# entries of theirs come}} in as well.',
  'import.journalAsTag': 'Give each entry the name of its journal as a tag',
  'import.moods': 'Moods',
  'import.moodsText': 'These words are its own. Choose what each of them means here.',
  'import.moodCount': '{count, plural, one {# entry} other {# entries}}',
  'import.unlistedMoods':
    'There are more words than this list can hold. {count, plural, one {# entry comes} other {# entries come}} without its mood.',
  'import.noMood': 'None',
  'import.noMoodLong': 'No mood',
  'import.staysOut': 'What stays out',
  'import.comesChanged': 'What comes over another way',
  'import.cameChanged': 'What came over another way',
  'import.moreItems': 'and {count, plural, one {# more} other {# more}}',
  'import.problem.unreadableDate':
    'A date that cannot be read. {count, plural, one {It} other {They}} {over, select, yes {stayed} other {{count, plural, one {stays} other {stay}}}} out where there is no other.',
  'import.problem.dateGuessed':
    'No sure date. The likeliest day {over, select, yes {was} other {is}} taken: by the name of the file, by its last change, or by the dates around it.',
  'import.problem.unknownZone': 'An unknown time zone. The day {over, select, yes {was} other {is}} taken in UTC.',
  'import.problem.missingHabit':
    '{count, plural, one {Check-in} other {Check-ins}} of a habit that is not in the file. {count, plural, one {It} other {They}} {over, select, yes {stayed} other {{count, plural, one {stays} other {stay}}}} out.',
  'import.problem.notAnObject':
    'Not what such a file promises. {count, plural, one {It} other {They}} {over, select, yes {stayed} other {{count, plural, one {stays} other {stay}}}} out.',
  'import.problem.unreadableItem':
    'Damaged, wholly or in part. What cannot be read {over, select, yes {stayed} other {stays}} out.',
  'import.problem.unreadableText':
    'Some signs cannot be read, and {over, select, yes {were} other {are}} replaced by �. The rest {over, select, yes {was} other {is}} taken.',
  'import.problem.encrypted':
    'Encrypted. {count, plural, one {It} other {They}} {over, select, yes {stayed} other {{count, plural, one {stays} other {stay}}}} out, unless you export without encryption.',
  'import.problem.mediaMissing':
    '{count, plural, one {Photo or file} other {Photos and files}} that a text names, and the export does not hold. The text {over, select, yes {was} other {is}} taken.',
  'import.problem.mediaTooLarge':
    '{count, plural, one {Photo or file} other {Photos and files}} larger than an entry can hold. The text {over, select, yes {was} other {is}} taken without.',
  'import.problem.mediaUnreadable':
    '{count, plural, one {Photo or file} other {Photos and files}} that cannot be read. The text {over, select, yes {was} other {is}} taken without.',
  'import.problem.textFromRichText':
    'Formatted text only. The words {over, select, yes {were} other {are}} taken, the formatting may be lost.',
  'import.problem.textSplit':
    'Longer than an entry can be. The rest {over, select, yes {went} other {goes}} on in the next entry.',
  'import.problem.duplicateInFile':
    'In the file twice. {count, plural, one {It {over, select, yes {was} other {is}}} other {They {over, select, yes {were} other {are}}}} taken once.',
  'import.problem.automaticCheckIn':
    '{count, plural, one {Check-in} other {Check-ins}} that the other app filled in by itself, because the habit was not due. {count, plural, one {It} other {They}} {over, select, yes {stayed} other {{count, plural, one {stays} other {stay}}}} out; those that were ticked {over, select, yes {were} other {are}} taken.',
  'import.problem.valueOutOfRange':
    'Outside of what Daygrove keeps: a number that cannot be meant {over, select, yes {stayed} other {stays}} out, a text that is too long {over, select, yes {was} other {is}} shortened or put where there is room.',
  'import.problem.targetGuessed':
    'The file does not say what {count, plural, one {this habit aims} other {these habits aim}} at. The smallest amount logged {over, select, yes {was} other {is}} taken; change it on the habit’s page.',
  'import.problem.kindLeftOut':
    '{count, plural, one {Thing} other {Things}} that Daygrove has no place for. {count, plural, one {It} other {They}} {over, select, yes {stayed} other {{count, plural, one {stays} other {stay}}}} out.',
  'import.problem.trashedThere':
    'In the trash of the app that the file comes from. That {over, select, yes {stayed} other {stays}} out.',
  'import.problem.tooMany':
    'More than Daygrove can take. What is too much {over, select, yes {stayed} other {stays}} out.',
  'import.willAdd': 'Adds {things}.{left, plural, =0 {} one { # thing stays out.} other { # things stay out.}}',
  'import.nothingChosen': 'Nothing new is chosen.',
  'import.wasCancelled': 'Cancelled. What it had added was taken back.',
  'import.failed': 'The import stopped, and what it had added was taken back. {reason}',
  'import.run': 'Import',
  'import.another': 'Another file',
  'import.running': 'Importing {name}…',
  'import.progress': '{done, number} of {total, number}',
  'import.share': '{share, number, percent}',
  'import.inBackground': 'You can close this and go on writing. You are told when it is done.',
  'import.goesOn': 'The import goes on. You are told when it is done.',
  'import.cancelRun': 'Cancel and take back',
  'import.takingBack': 'Taking back what was added…',
  'import.countEntries': '{count, plural, one {# entry} other {# entries}}',
  'import.countHabits': '{count, plural, one {# habit} other {# habits}}',
  'import.countCheckIns': '{count, plural, one {# check-in} other {# check-ins}}',
  'import.countMedia': '{count, plural, one {# photo or file} other {# photos and files}}',
  'import.countMediaUpTo': '{count, plural, one {at most # photo or file} other {at most # photos and files}}',
  'import.countOthers': '{count, plural, one {# other thing} other {# other things}}',
  'import.added': 'Added {things}.',
  'import.addedAndLeft':
    'Added {things}.{left, plural, =0 {} one { # thing stayed out.} other { # things stayed out.}}',
  'import.seeLeft': 'See which',
  'import.alreadyThere': 'Already here, and left as they were: {things}.',
  'import.stayedOut': 'What stayed out',
  'import.undo': 'Undo',
  'import.doneAnnounced': 'Import finished',

  'import.what.dayOne': 'Day One export',
  'import.what.journey': 'Journey export',
  'import.what.jrnl': 'jrnl journal',
  'import.what.markdown': 'Markdown notes',
  'import.what.standardNotes': 'Standard Notes backup',
  'import.what.joplin': 'Joplin export',
  'import.what.loopBackup': 'Loop Habit Tracker backup',
  'import.what.loopCsv': 'Loop Habit Tracker CSV export',
  'import.what.habitbull': 'HabitBull export',
  'import.what.tickmate': 'Tickmate database',
  'import.what.rewire': 'Rewire database',
  'import.what.daygrove': 'Daygrove archive',
  'import.program.dayOne': 'Day One',
  'import.program.journey': 'Journey',
  'import.program.jrnl': 'jrnl',
  'import.program.markdown': 'Obsidian, Markdown',
  'import.program.standardNotes': 'Standard Notes',
  'import.program.joplin': 'Joplin',
  'import.program.loopBackup': 'Loop Habit Tracker',
  'import.program.loopCsv': 'Loop, as CSV',
  'import.program.habitbull': 'HabitBull',
  'import.program.tickmate': 'Tickmate',
  'import.program.rewire': 'Rewire',
  'import.program.daygrove': 'Daygrove',
  'import.how.dayOne': 'File > Export > JSON. The .zip, or the folder that it unpacks to.',
  'import.how.journey': 'Export all entries from its settings. The .zip.',
  'import.how.jrnl': 'jrnl --format json, saved to a file. Or the journal’s own text file or folder.',
  'import.how.markdown': 'The vault itself, or any folder with .md files in it.',
  'import.how.standardNotes': 'Preferences > Backups > Decrypted. The .zip, or the .txt in it.',
  'import.how.joplin': 'File > Export all > JEX. The .jex file.',
  'import.how.loopBackup': 'Settings > Export full backup. The .db file, with everything in it.',
  'import.how.loopCsv': 'Settings > Export as CSV. The .zip: only where there is no backup.',
  'import.how.habitbull': 'Export the data from its settings. The .csv file.',
  'import.how.tickmate': 'Export the database from its menu. The .db file.',
  'import.how.rewire': 'Make a backup in its settings. The .db file.',
  'import.how.daygrove': 'The archive from the export in its settings. The .zip.',

  'pastImports.title': 'Past imports',
  'pastImports.none': 'Nothing was imported yet.',
  'pastImports.showAll': 'Show all {count, number}',
  'pastImports.problems':
    '{count, plural, one {# thing did not come over as it was…} other {# things did not come over as they were…}}',
  'pastImports.problemsNamed':
    '{count, plural, one {# thing did not come over as it was…} other {# things did not come over as they were…}} {what}, {when}',
  'pastImports.problemsTitle': 'What did not come over as it was',
  'pastImports.importedAt': 'Imported {when}',
  'pastImports.nothing': 'Nothing was new.',
  'pastImports.running': 'At work.',
  'pastImports.cutOff':
    'Cut off when Daygrove was locked or ended. Take it back, or import the same file again to go on.',
  'pastImports.cancelled': 'Cancelled, and taken back.',
  'pastImports.takenBack': 'Taken back.',
  'pastImports.takeBack': 'Take back…',
  'pastImports.takeBackNamed': 'Take back: {what}, {when}',

  'takeBack.title': 'Take this import back?',
  'takeBack.titleWorking': 'Taking the import back',
  'takeBack.titleDone': 'Import taken back',
  'takeBack.text': 'It had added {things}. They are erased from this vault, and do not go to the trash.',
  'takeBack.textUnknown': 'What it had added is erased from this vault, and does not go to the trash.',
  'takeBack.keeps.changed': 'What you changed since stays as it is.',
  'takeBack.keeps.habits': 'A habit stays that has check-ins of your own.',
  'takeBack.keeps.again': 'You can import the same file again.',
  'takeBack.confirm': 'Take back',
  'takeBack.stop': 'Stop',
  'takeBack.done': 'Erased from this vault: {things}.',
  'takeBack.nothing': 'There was nothing of it left to take back.',
  'takeBack.kept': 'Changed or used since, and left here: {things}.',
  'takeBack.stopped':
    'Stopped before it was done. What is left of the import is still here; take it back in the settings, under Import.',
} as const;
