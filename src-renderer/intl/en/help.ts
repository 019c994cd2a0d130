/** The help inside the app. Short: a passage is read by somebody who is stuck. */
export const help = {
  'help.title': 'Help',
  'help.search': 'Search the help',
  'help.found': '{count, plural, =0 {Nothing in the help has all of these words.} one {# passage} other {# passages}}',
  'help.about': 'Help: {title}',

  'help.writing.title': 'Writing',
  'help.writing.save': 'Everything is saved as you type. “Saved” below the text means that it is on the disk.',
  'help.writing.day':
    'Today holds the day’s entries. Go to another day with the arrows beside the date, or in the calendar, and write there in the same way.',
  'help.writing.marks': 'Marks at the beginning of a line, or around words, become what they mean:',
  'help.writing.heading': 'a heading',
  'help.writing.strong': 'bold',
  'help.writing.emphasis': 'italic',
  'help.writing.list': 'a list',
  'help.writing.task': 'something to tick off',
  'help.writing.quote': 'a quotation',
  'help.writing.tag': 'a tag, to find it again',
  'help.writing.files':
    'Paste or drop pictures and files into the text. They are sealed into your vault like the words.',
  'help.writing.earlier':
    'Earlier texts of an entry are kept: “Earlier texts” in its menu shows them, and brings one back.',

  'help.find.title': 'Searching',
  'help.find.words':
    'Every word must occur; a part of a word is enough. Capitals and accents do not matter. Press an example to try it:',
  'help.find.phrase': 'these words, one behind the other',
  'help.find.without': 'with the first word and without the second',
  'help.find.tag': 'with this tag',
  'help.find.mood': 'on good days: 4 or 5 of 5',
  'help.find.starred': 'starred entries with a photo',
  'help.find.dates': 'between two days; a year or a month alone will do',
  'help.find.habit': 'on days on which you did this',
  'help.find.example.phrase': '“first frost”',
  'help.find.example.without': 'garden -rain',
  'help.find.example.tag': 'tag:garden',
  'help.find.example.habit': 'habit:Run',

  'help.keys.title': 'Keys',
  'help.keys.palette': 'The list of all commands finds everything by name, and says its key.',

  'help.habits.title': 'Habits, streaks and strength',
  'help.habits.schedule':
    'A schedule says when a habit is due: every day, on some weekdays, so many times in a week or a month, every few days, or so many times within any few days. On other days nothing is missed.',
  'help.habits.marks':
    'A day is done, partly done, missed or skipped. Skip a day that could not count: it neither breaks a streak nor weakens the habit. A pause does the same for many days.',
  'help.habits.streak': 'A streak counts what was done in a row. One missed day ends it.',
  'help.habits.strength':
    'Strength is a number from 0 to 100 that rises with each time and falls slowly with each miss. One bad day hardly moves it; that is why it stands beside the streak.',
  'help.habits.past': 'Forgot to tick? Open the habit and press the day.',

  'help.safe.title': 'How your data is protected',
  'help.safe.sealed':
    'What you write is encrypted before it touches the disk. Your passphrase or your recovery key opens it, and nothing else does, unless you let this computer’s keychain open it too.',
  'help.safe.nobody': 'There is no account. Nobody can read your journal, and nobody can reset your passphrase.',
  'help.safe.lock': 'Locked, Daygrove has no key in memory. It locks by itself when you are away.',
  'help.safe.not':
    'It cannot help against somebody who sees your screen or your typing while it is unlocked, or against a program that spies on you.',
  'help.safe.page': 'What Daygrove protects, and what not',

  'help.recovery.title': 'Passphrase and recovery key',
  'help.recovery.what':
    'The recovery key opens your vault when the passphrase is forgotten. It is the only other way in: keep it on paper, away from this computer.',
  'help.recovery.change':
    'Lost the paper? Make a new recovery key in the settings; the old one then opens nothing new.',
  'help.recovery.both': 'If both are lost, nobody can open the journal again. There is no way round that.',
  'help.recovery.stolen':
    'If a computer with your vault was stolen, renew the vault’s key in the settings of another one.',

  'help.copies.title': 'Backups',
  'help.copies.daily': 'Once a day Daygrove writes a backup of everything, sealed, and reads it again to be sure.',
  'help.copies.kept': 'Seven days, four weeks and twelve months are kept on this computer.',
  'help.copies.second': 'Choose a second place for them in the settings: a disk that fails takes its backups along.',
  'help.copies.open':
    'A backup opens with the passphrase or recovery key that the vault had when it was written, on any computer with Daygrove.',
  'help.copies.restore': 'Restoring shows what is in it first, and keeps your present vault, so that you can go back.',

  'help.sync.title': 'Sync',
  'help.sync.server': 'Sync is off until you connect it. It needs a libSQL server that you choose, and its token.',
  'help.sync.sealed': 'Everything is sealed before it leaves. The server sees sizes and times, never words.',
  'help.sync.offline': 'Write offline as long as you like: what waits goes when the server can be reached.',
  'help.sync.conflict':
    'If the same words were changed on two computers, both wordings are kept until you have looked at them.',
  'help.sync.join':
    'On another computer choose “I already have a vault” at the first start. It asks for the same address, a token, and your passphrase.',

  'help.leave.title': 'Taking everything with you',
  'help.leave.export':
    'Export writes your journal where you want it: an archive with everything, Markdown files, a book as a web page or PDF, tables, JSON, or a file for Loop Habit Tracker.',
  'help.leave.plain': 'What leaves the vault is plain: whoever has the file can read it.',
  'help.leave.back': 'The archive and the Markdown folder can be imported again, here or in another vault.',
  'help.leave.forget':
    'To have Daygrove forget the vault on this computer, go to Lock and keys in the settings. It asks first, and can keep the backups.',

  'help.disk.title': 'Where things are on the disk',
  'help.disk.folder': 'Everything of this vault lies in one folder:',
  'help.disk.copy': 'Copy the path',
  'help.disk.copied': 'The path is on the clipboard',
  'help.disk.notCopied': 'The path could not be copied. Select it and copy it by hand.',
  'help.disk.vault': 'the vault, encrypted',
  'help.disk.envelope': 'its keys, sealed with your passphrase and your recovery key',
  'help.disk.backups': 'the backups, sealed',
  'help.disk.log': 'the log',
  'help.disk.close': 'To copy the folder, close Daygrove first.',

  'help.report.title': 'Reporting a problem',
  'help.report.say': 'Say what you did, what you expected and what came instead, and which version this is: {version}.',
  'help.report.log':
    'The log holds times, names of events and numbers. Nothing you wrote is in it: no text, no title, no tag, no name of a habit, no passphrase. You can read it before you pass it on.',
  'help.report.id': 'A message that names a number of the log means the line with that number.',
  'help.report.never': 'Never send your passphrase, your recovery key or the vault’s folder to anyone.',
} as const;
