/**
 * What main says by itself, outside of the page: in the tray, in notifications and questions of the system, in exported files and their names. ICU message syntax, as in the
 * page's catalogues. What stands on the command line and in the log is for whoever starts a program there, and stays English.
 */
export const mainEn = {
  // The tray. Said of the icon; the same always.
  'tray.tip': 'Daygrove',
  'tray.locked': 'Daygrove is locked',
  'tray.none': 'No habits today',
  'tray.count': '{done, number} of {due, number} done today',
  // Of a habit that a click cannot answer: the window does.
  'tray.inWindow': '{name}…',
  'tray.inWindowDone': '{name} (done)',
  'tray.more': '{count, number} more in Daygrove…',
  'tray.capture': 'Quick Capture',
  'tray.newEntry': 'New Entry',
  'tray.open': 'Open Daygrove',
  'tray.lock': 'Lock',
  'tray.quit': 'Quit Daygrove',
  // What Windows reads aloud for the number on the task bar.
  'badge.open': '{count, plural, one {One habit is still open today} other {# habits are still open today}}',

  // Notifications.
  'reminder.waiting': '{count, plural, one {A habit is waiting} other {# habits are waiting}}',
  'reminder.setFor': 'Its reminder is set for {time}.',
  'reminder.seeWhich': 'Open Daygrove to see which.',
  'reminder.unlockToSee': 'Unlock Daygrove to see which.',
  'reminder.dueToday': 'Not done yet today.',
  'reminder.done': 'Done',
  'reminder.skip': 'Skip today',
  'reminder.snooze': 'In 15 minutes',
  'reminder.snooze-hour': 'In an hour',
  'reminder.failedTitle': 'That was not written down',
  'reminder.failedBody': 'Nothing was changed. The reminder is in Daygrove’s window.',

  // Questions and news of the system's own boxes.
  'closing.message': 'Your last words are not saved yet.',
  'closing.detail': 'Daygrove could not write them to the disk. If you go back, they are still in the window.',
  'closing.back': 'Go back',
  'closing.close': 'Close without saving them',
  'staying.message': 'Daygrove goes on without its window.',
  'staying.detail':
    '{platform, select, mac {It stays in the menu bar, and locks as you have set. Quit is in its menu there.} windows {It stays beside the clock, and locks as you have set. Quit is in its menu there.} other {It stays in the tray, and locks as you have set. Quit is in its menu there. If your desktop shows no such icon, start Daygrove again: its window comes back.}}',
  'staying.ok': 'OK',
  'staying.quit': 'Quit Daygrove',
  'captureWindow.message': 'What you wrote in the small window is not kept yet.',
  'captureWindow.back': 'Go back',
  'captureWindow.discard': 'Throw it away',
  'captureWindow.failed': 'The small window cannot be shown.',
  'captureWindow.failedDetail': 'Write in Daygrove’s own window instead.',
  'link.message': 'Open this address in your browser?',
  'link.cancel': 'Cancel',
  'link.open': 'Open',
  'window.failed': 'Daygrove cannot show its window.',
  'window.failedDetail': 'What was saved is safe on the disk. Daygrove closes now. Open it again.',
  'lastResort.title': 'Daygrove has to close.',
  'lastResort.detail': 'Something unexpected happened inside. What was saved is safe on the disk. Open Daygrove again.',

  // A start that cannot be.
  'start.refused': 'Daygrove cannot start.',
  'start.folderUnusable':
    'Daygrove cannot write to its profile folder {folder}. Nothing was changed. Check that the folder exists and is yours.',
  'start.inUse': 'Daygrove is already open for the profile {folder}. Use that window, or give another --profile.',
  'start.inUseBy':
    'Daygrove is already open for the profile {folder} (process {process}). Use that window, or give another --profile.',
  'start.notForgotten':
    'Daygrove was forgetting the vault in {folder} and could not remove {names}. Its keys are gone first, and nothing else was touched. Close what has these files open, check that the folder is yours, and start again.',
  'start.notForgottenFiles': 'its files',

  // The page of the browser version, when there is no app behind it any more.
  'tab.ended': 'Daygrove has ended. You can close this tab.',
  'tab.openElsewhere': 'Daygrove is open in another tab. You can close this one.',
  'tab.usedAddress': 'This address worked once. Start Daygrove again for a new one.',
  'tab.noSession': 'Open Daygrove by the address that it printed when it started.',

  // Names of exported files: no sign that a file system would not take.
  'file.archive': 'Daygrove archive {day}',
  'file.markdown': 'Daygrove Markdown {part}',
  'file.json': 'Daygrove {part}',
  'file.csv': 'Daygrove habits {part}',
  'file.book': 'Daygrove book {part}',
  'file.range': '{from} to {to}',
  'file.fromBeginning': 'beginning to {to}',
  'file.tagged': '{tag} {range}',

  // What a book says beside what the person wrote.
  'book.title': 'Journal',
  'book.contents': 'Contents',
  'book.range': '{first} to {last}',
  'book.entries': '{count, plural, one {# entry} other {# entries}}',
  'book.tagged': 'Tagged #{tag}',
  'book.made': 'Made with Daygrove on {date}',
  'book.mood': 'Mood: {word}',
  'book.starred': 'Starred',
  'book.nothing': 'Nothing was written in this time.',
  'book.picture': 'Picture',
  'mood.1': 'Awful',
  'mood.2': 'Low',
  'mood.3': 'Fine',
  'mood.4': 'Good',
  'mood.5': 'Great',

  // What exported folders say of themselves.
  'archive.title': 'A Daygrove archive',
  'archive.intro':
    'Everything that was in a Daygrove vault (a journal and habit tracker), as plain files. **Nothing in here is encrypted.** Daygrove itself can import this archive, also into a vault that already holds a part of it.',
  'markdown.title': 'From Daygrove',
  'markdown.intro':
    'What was taken out of a Daygrove journal. These files are plain: whoever can open this folder can read them.',
  'markdown.notes':
    'A folder for each year, with a note for each entry. What stands above its text, between the lines of three dashes, is its day, its time, its mood, its tags and its place.',
  'markdown.media': '`media`: the pictures and files that the notes show.',
  'markdown.habits': '`habits`: a note for each habit, and its days as a table.',
  'markdown.open':
    'Any editor opens the notes. In Obsidian, choose “Open folder as vault”. Daygrove itself reads the entries back under Import, each as the one that it was; habits come back from a Daygrove archive only.',
} as const;

export type MainMessageId = keyof typeof mainEn;
/** The words of one language. */
export type MainCatalogue = Readonly<Record<MainMessageId, string>>;
