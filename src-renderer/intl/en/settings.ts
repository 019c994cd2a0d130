/** Settings. */
export const settings = {
  'settings.sync': 'Sync',

  'settings.capture': 'Quick capture',

  'settings.title': 'Settings',
  'settings.language': 'Language',
  'settings.language.words': 'language german english translation locale date number format deutsch',
  'settings.language.system': 'Like the system ({language})',
  'settings.languageHint':
    'For everything Daygrove says, its menus and reminders too. Dates and numbers are written as they are where you live: {example}. {host, select, electron {Fields for a date or a time follow when Daygrove starts again.} other {Fields for a date or a time are as your browser has them.}}',
  'language.missing':
    'Daygrove cannot read its words for “{language}”: a file of the program is missing or damaged. It speaks English meanwhile, and what you wrote is safe. Start Daygrove again; if that does not help, install it again.',
  'settings.languageMenu': 'Language: {language}',
  'settings.look': 'Look',
  'settings.look.words': 'theme light dark colour color appearance celebration animation motion leaves movement',
  'settings.writing.words':
    'font typeface text size width lines prompt question spelling dictionary english templates write',
  'settings.days.words': 'day ends midnight night week start first weekday',
  'settings.reminders.words': 'notifications remind habits',
  'settings.lock.words':
    'lock idle minutes security keychain recovery key passphrase password change new renew forget this computer vault encryption',
  'settings.backups.words': 'backup folder restore copy verify',
  'settings.sync.words': 'synchronise synchronize server turso libsql devices token',
  'settings.exchange': 'Import and export',
  'settings.exchange.words': 'past imports take back archive markdown',
  'settings.desktop.words':
    'tray menu bar badge icon number start login links drag quick capture shortcut write something down',
  'settings.keys.words': 'keys shortcuts keyboard change remap conflict',
  'settings.about.words': 'version update updates licence licences license licenses source log',
  'settings.theme': 'Theme',
  'settings.theme.system': 'Like the system',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.lessMotion': 'Less movement',
  'settings.lessMotion.hint': 'Nothing slides, fills or fades. It is always so where your system asks for it.',
  'settings.celebrations': 'Celebrate when a habit is done',
  'settings.celebrationsHint':
    'A few leaves fly from the tick for a quarter of a second. Never where the system asks for less motion.',
  'settings.writing': 'Writing',
  'settings.font': 'Typeface',
  'settings.font.serif': 'Newsreader, with serifs',
  'settings.font.sans': 'Figtree, without serifs',
  'settings.textSize': 'Size of the text',
  'settings.textSize.small': 'Small',
  'settings.textSize.medium': 'Medium',
  'settings.textSize.large': 'Large',
  'settings.textSize.larger': 'Very large',
  'settings.measure': 'Width of the lines',
  'settings.measure.narrow': 'Narrow',
  'settings.measure.medium': 'Medium',
  'settings.measure.wide': 'Wide',
  'settings.prompt': 'Ask another question each day where nothing is written yet',
  'settings.spelling': 'Check spelling',
  'settings.spellingHint':
    'With a dictionary of English that is part of the app: no word leaves this computer. What is plainly in another language stays unmarked.',
  'settings.english': 'English',
  'settings.english.either': 'American or British',
  'settings.english.american': 'American',
  'settings.english.british': 'British',
  'settings.reminders': 'Reminders',
  'settings.reminders.on': 'Remind of habits',
  'settings.reminders.onHint': 'At the times that are set with each habit, for as long as it waits on that day.',
  'settings.reminders.names': 'Name the habit in notifications',
  'settings.reminders.namesHint':
    'Whoever sees the screen can read it, and the system may keep it. Without, they say that a habit is waiting.',
  'settings.reminders.namesHintPage':
    'For notifications of the computer. In this window, while it is unlocked, a reminder always says which habit it is.',
  'settings.reminders.locked': 'Remind while Daygrove is locked',
  'settings.reminders.lockedHint': 'Without names: they are locked away.',
  'settings.reminders.bySystem':
    'Reminders come as notifications of this computer, with buttons to answer them, while Daygrove is open.',
  'settings.reminders.bySystemClick':
    'Reminders come as notifications of this computer while Daygrove is open. A click on one brings it into the window, where it can be answered.',
  'settings.reminders.byPage':
    'Reminders come up in this window while Daygrove is open: there are no notifications of the computer here.',
  'settings.desktop': 'Desktop',
  'desktop.copyHasNone': 'Not in this copy: only the installed desktop app has this.',
  'desktop.pageHasNone': 'Only the desktop app has these, not the browser version: {names}.',
  'desktop.systemHasNone': 'This system has none.',
  'desktop.tray': '{platform, select, mac {Menu bar} other {Tray}}',
  'desktop.trayOn': '{platform, select, mac {Show Daygrove in the menu bar} other {Show Daygrove in the tray}}',
  'desktop.trayHint':
    '{platform, select, mac {With today’s count and Lock. A closed window leaves Daygrove there; it locks as you have set.} windows {With today’s count and Lock, beside the clock. A closed window leaves Daygrove there; it locks as you have set.} other {With today’s count and Lock. A closed window leaves Daygrove there; it locks as you have set. Where your desktop shows no such icon, starting Daygrove again brings its window back.}}',
  'desktop.trayNames': 'Name today’s habits there, and tick them',
  'desktop.trayNamesHint':
    'Whoever sees the screen can read them while Daygrove is unlocked. Without, it says how many are done.',
  'desktop.badge': 'Number on the icon',
  'desktop.badgeOn': 'Show on the icon how many habits are still open today',
  'desktop.badgeHint':
    '{platform, select, linux {Nothing while Daygrove is locked. Not every desktop shows it.} other {Nothing while Daygrove is locked.}}',
  'desktop.startAtLogin': 'Start at login',
  'desktop.startAtLoginOn': 'Start Daygrove when you log in',
  'desktop.startAtLoginHint':
    '{hasTray, select, yes {It starts locked, without a window: its icon is there.} other {It starts locked, with its window minimised.}}',
  'desktop.links': 'Links',
  'desktop.linksHint':
    'daygrove://today, daygrove://new, daygrove://day/2026-11-22 and a habit’s own link open that place here, behind the unlock. A link shows a place and never brings text along.',
  'desktop.linksInstead': 'In a terminal, --open daygrove://today starts it at a place.',
  'desktop.dragOut': 'Dragging out',
  'desktop.dragOutHint':
    'Drag an entry by its time into another program: it gets the text. For photos and files choose Save a copy, so that no readable file of yours lies about on the way.',
  'settings.lock': 'Lock and keys',
  'settings.idle': 'Lock by itself',
  'settings.idleHint':
    'It also locks when the computer goes to sleep, and with the screen where the system tells of that.',
  'settings.idleHintBrowser': 'The time that the computer sleeps counts as time without you.',
  'settings.idleMinutes': '{minutes, plural, one {After # minute without you} other {After # minutes without you}}',
  'settings.idleNever': 'Not while the computer is awake',
  'settings.idleNeverBrowser': 'Never',
  'settings.lockNow': 'Lock now',
  'settings.backups': 'Backups',
  'settings.import': 'Import',
  'settings.importText':
    'Bring what you have from another journal, a folder of notes or a habit tracker. You see what is in it before anything changes.',
  'settings.importAction': 'Import…',
  'settings.export': 'Export',
  'settings.exportText':
    'Take everything with you, print a book, or bring your words to another program. What leaves the vault is plain.',
  'settings.exportAction': 'Export…',
  'settings.keys': 'Keyboard',
  'settings.keysAction': 'Keyboard shortcuts',
  'settings.about': 'About',
  'settings.version': 'Daygrove {version}',
  'settings.hostElectron': 'Running as the desktop app.',
  'settings.hostBrowser': 'Running as the browser version, from this computer.',
  'settings.aboutText':
    'Everything is kept encrypted on this computer. Nothing you write is sent anywhere, except sealed to the sync server that you connect.',

  'settings.days': 'Days and weeks',
  'settings.dayEndsAt': 'Day ends at',
  'settings.dayEndsAtHint':
    '{isMidnight, select, yes {With {example}, at half past two at night it is still the day before.} other {Until {time} it is still the day before.}}',
  'settings.dayEndsAtProblem': 'A time from {first} to {last}',
  'settings.presentDay': 'For you it is now {day}.',
  'settings.weekStart': 'Weeks start on',
  'settings.weekStart.here': 'As where you live ({weekday})',
  'settings.weekStartHint': 'Past weeks are counted by it too.',
  'settings.daysText':
    'Nothing that is written moves: every entry and every check-in stays on its day, whatever you choose here and wherever you travel. Both are part of your vault, and the same on all your devices.',
} as const;
