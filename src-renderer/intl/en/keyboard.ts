/** Settings › Keyboard: the keys of commands, and what is said as they are changed. */
export const keyboard = {
  'keyboard.text':
    'Choose a command with the arrow keys, press Enter, then the key that you would like. Delete takes a key away. Keys of the editor and of lists stay as they are; the list of all keys has them.',
  'keyboard.filter': 'Find a command',
  'keyboard.filterPlaceholder': 'Name or key',
  'keyboard.byKey': 'Find by pressing a key',
  'keyboard.byKeyPress': 'Press a key…',
  'keyboard.byKeyChosen': 'On {key}',
  'keyboard.byKeyClear': 'Show all commands again',
  'keyboard.found': '{count, plural, =0 {No command} one {# command} other {# commands}}',
  'keyboard.foundByKey':
    '{count, plural, =0 {No command is on {key}.} one {# command is on {key}.} other {# commands are on {key}.}}',
  'keyboard.showAll': 'Show all commands and their keys',
  'keyboard.hideAll': 'Hide them',
  'keyboard.table': '{group}: commands and their keys',
  'keyboard.row': '{name}: {key}',
  'keyboard.noKey': 'no key',
  'keyboard.press': 'Press the new key…',
  'keyboard.recording': 'Press the new key for “{name}”. Escape leaves it as it is.',
  'keyboard.remove': 'Take the key from “{name}”',
  'keyboard.reset': 'Back to the default of “{name}”: {key}',
  'keyboard.changed': 'changed by you',
  'keyboard.outsideText': 'outside of text fields',
  'keyboard.given': '“{name}” is on {key} now.',
  'keyboard.givenOutsideText': '“{name}” is on {key} now, outside of text fields: there it is typed.',
  'keyboard.givenHabitKey':
    '“{name}” is on {key} now, outside of text fields. On a habit the key goes on doing what it does there.',
  'keyboard.takenOver': '“{name}” is on {key} now; {others} has no key any more.',
  'keyboard.removed': '“{name}” has no key any more.',
  'keyboard.kept': 'Nothing was changed.',
  'keyboard.quoted': '“{name}”',
  'keyboard.conflict': '{key} is the key of {others}. If “{name}” takes it over, {others} has no key.',
  'keyboard.takeOver': 'Take it over',
  'keyboard.keep': 'Keep it as it is',
  'keyboard.resetAll': 'All back to defaults…',
  'keyboard.nothingChanged': 'All keys are the ones that Daygrove came with.',
  'keyboard.someChanged':
    '{count, plural, one {# command has a key of your own.} other {# commands have keys of your own.}}',
  'keyboard.resetTitle': 'All keys back to defaults?',
  'keyboard.resetText':
    '{count, plural, one {One command gets} other {# commands get}} back the key that Daygrove came with. You can undo this.',
  'keyboard.resetConfirm': 'Back to defaults',
  'keyboard.cancel': 'Cancel',
  'keyboard.resetDone': 'All keys are the ones that Daygrove came with.',
  'keyboard.undo': 'Undo',
  'keyboard.undone': 'The keys are as they were.',
  'keyboard.refused.text': '{key} is a key of the editor ({what}). Press another one.',
  'keyboard.refused.moves': '{key} moves about or selects wherever you are. Press another one.',
  'keyboard.refused.window': '{key} closes, hides or sizes the window. Press another one.',
  'keyboard.refused.system': '{key} is taken by the system before Daygrove hears it. Press another one.',
  'keyboard.refused.zoom': '{key} makes everything larger or smaller. Press another one.',
  'keyboard.refused.menus': '{key} opens a menu. Press another one.',
  'keyboard.refused.option': 'Option and {key} types a character. Press another one, with Command perhaps.',
  'keyboard.refused.altgr':
    'Ctrl and Alt together are AltGr, which types a character on many keyboards. Press another one.',
  'keyboard.refused.meta':
    '{platform, select, mac {With Control, keys move in texts, and belong to macOS.} windows {Keys with the Windows key belong to Windows.} other {Keys with the Super key belong to the desktop.}} Press another one.',
  'keyboard.refused.unfit':
    'That key cannot be a command’s. Press another one, with {platform, select, mac {Command} other {Ctrl}} perhaps.',
  'keyboard.refused.capture':
    '{key} opens quick capture from every program, so Daygrove does not hear it. Press another one, or change that one under Desktop.',
  'keyboard.captureClash':
    '{key} is also the key of {others}. As long as it opens quick capture, that command is not reached by it.',
} as const;
