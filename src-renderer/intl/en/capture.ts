/** Quick capture. */
export const capture = {
  'capture.title': 'Quick capture',
  'capture.text': 'What you want to keep',
  'capture.placeholder': 'One thought, before it is gone',
  'capture.keep': 'Keep it',
  'capture.keeping': 'Keeping…',
  'capture.close': 'Close',
  'capture.closed': 'You can close this window.',
  'capture.notKept': 'Not kept. {reason}',
  'capture.rest': 'What you had written is kept. This came after it, and is not kept yet.',
  'capture.askTitle': 'This is not kept yet.',
  'capture.copy': 'Copy',
  'capture.copied': 'It is on the clipboard now. Paste it where you will find it again, and close this.',
  'capture.notCopied': 'It could not be copied. Select it and copy it by hand.',
  'capture.unlockFirst': 'Unlock first',
  'capture.goOn': 'Go on writing',
  'capture.throwAway': 'Throw it away',
  'capture.way.journal': 'It goes into Today.',
  'capture.way.inbox': 'Daygrove is locked. This is sealed, and opens when you unlock.',
  'capture.way.needsUnlock':
    'Nothing can be kept here yet: Daygrove has to be unlocked once on this computer first. What you write here you can only copy.',
  'capture.way.absent': 'There is no journal here yet. Make one first.',
  'capture.kept.inbox': 'Kept. You will find it in Today when you unlock.',
  'capture.kept.journal': 'Kept. You will find it in Today.',
  'capture.taken':
    '{count, plural, one {What you wrote down while locked is in your journal} other {# things you wrote down while locked are in your journal}}.',
  'capture.waiting':
    '{count, plural, one {One thing you wrote down while locked waits} other {# things you wrote down while locked wait}} outside of the journal still: it could not be written just now. Nothing is lost. Check that the disk is not full; the next unlock tries again.',
  'capture.unreadable':
    '{count, plural, one {One thing you wrote down while locked does not open} other {# things you wrote down while locked do not open}}. The journal itself is not touched. The settings tell more, under Quick capture.',
  'capture.unreadableIn':
    '{count, plural, one {One thing that was written down while locked does not open: its file is} other {# things that were written down while locked do not open: their files are}} damaged, or sealed with a key that is not this vault’s. Nothing was deleted. Look in {folder}; copy the files elsewhere if you want to keep them, and delete them there if you do not.',
  'capture.otherVault':
    '{count, plural, one {One thing that was written down while locked belongs} other {# things that were written down while locked belong}} to another vault ({vault}…), and can only be opened by it. Nothing was deleted. Look in {folder}.',
  'capture.keyChanged.title': 'Somebody changed Daygrove’s folder',
  'capture.keyChanged.what':
    'The key that seals what you write down while locked was not the one of your vault. That was found on {day}. Somebody, or some program, wrote another one into Daygrove’s folder on this computer.',
  'capture.keyChanged.safe':
    'Your journal could not be read by that. The right key is back in its place. What was written down while locked in the meantime may have been sealed to somebody else: then it is among the things that do not open, and whoever has that key could read it.',
  'capture.keyChanged.do':
    'Ask yourself who can write files on this computer. If it was nobody you know of, have the computer looked at.',
  'capture.keyChanged.read': 'I have read this',
  'capture.settings':
    'For a thought that cannot wait: {host, select, electron {a small window that opens while Daygrove is locked too} other {the lock screen has it too}}. What you write there is sealed at once; only unlocking opens it.',
  'capture.shortcut': 'Shortcut that works in every program',
  'capture.shortcut.none': 'None: choose to set one',
  'capture.shortcut.press': 'Press the keys…',
  'capture.shortcut.how':
    'Hold {platform, select, mac {Command, Control or Option} windows {Ctrl, Alt or the Windows key} other {Ctrl, Alt or Super}} and press another key. Escape keeps what was there.',
  'capture.shortcut.unfit':
    'That cannot be a shortcut for every program: it needs {platform, select, mac {Command, Control or Option} windows {Ctrl, Alt or the Windows key} other {Ctrl, Alt or Super}}, and one letter, number or function key.',
  'capture.shortcut.clear': 'Clear',
  'capture.shortcut.clearLong': 'Clear the shortcut',
  'capture.shortcutState.off': 'There is no shortcut now.',
  'capture.shortcutState.active': 'It works now, in every program.',
  'capture.shortcutState.taken':
    'It does not work: another program has these keys, or the system keeps them for itself. Choose others.',
  'capture.shortcutState.unreadable': 'It does not work: Daygrove cannot read this shortcut. Set it again.',
  'capture.shortcutState.desktopDecides':
    'Daygrove asked your desktop for it. On Wayland the desktop decides, may ask you itself, and does not say what became of it. If nothing happens when you press it, look under the shortcuts in the system’s settings.',
  'capture.shortcutState.hostHasNone':
    'The browser version has no shortcut that works in every program: a page cannot hear keys that are pressed elsewhere.',
} as const;
