/** Updates, what changed, licences. */
export const updates = {
  'updates.byItself': 'Look once a day whether there is a newer Daygrove',
  'updates.byItselfHint':
    'Off: Daygrove asks nobody unless you press the button. On: it reads one signed list from the place it was published; nothing about you or this computer goes with the question. Nothing is installed by itself.',
  'updates.check': 'Check for updates',
  'updates.checking': 'Looking for a newer Daygrove…',
  'updates.stop': 'Stop',
  'updates.neverAsked': 'Daygrove has not asked yet whether there is a newer version.',
  'updates.lastAsked': 'Last asked {when}.',
  'updates.newest': 'This is the newest Daygrove. Asked {when}.',
  'updates.there': 'Daygrove {version} is there.',
  'updates.look': 'Look',
  'updates.download': 'Download it',
  'updates.downloading': 'Downloading Daygrove {version}…',
  'updates.downloadingOf': 'Downloading Daygrove {version}: {done} of {total}.',
  'updates.ready': 'Daygrove {version} is ready.',
  'updates.readyText':
    'Its signature is right. When you say so, Daygrove saves what you are writing, locks your vault and closes; the new version is there when you open it again.',
  'updates.install': 'Close and install',
  'updates.installing': 'Locking your vault, then installing…',
  'updates.whatChanged': 'What changed',
  'updates.isNow': 'Daygrove is now {version}.',
  'updates.unavailable.browser':
    'This is the browser version, which runs from its own folder: it does not update itself. A newer version comes from where this one came from.',
  'updates.unavailable.not-packaged': 'Daygrove runs from its sources here, and does not update itself.',
  'updates.unavailable.package-manager':
    'Your system’s package manager installed Daygrove, and brings newer versions of it. Daygrove does not replace itself here.',
  'updates.unavailable.no-address':
    'This build has no update address: it asks nobody for newer versions. They come from where this one came from.',
  'updates.unavailable.no-key':
    'This build has no key to check the signature of an update with, so it looks for none. Newer versions come from where this one came from.',
  'updates.failed.offline': 'Nobody answered. Nothing was changed; check the connection and try again.',
  'updates.failed.server':
    'The place where Daygrove is published did not answer with a list of versions. Nothing was changed; try again later.',
  'updates.failed.unsigned':
    'The list of versions carries no signature, so it may not come from Daygrove. Nothing was downloaded, and nothing was changed.',
  'updates.failed.wrong-signature':
    'The signature is not Daygrove’s: somebody may have changed the update. It was refused, and nothing was changed.',
  'updates.failed.damaged':
    'What was downloaded is not what the signed list names. It was thrown away, and nothing was changed; try again.',
  'updates.failed.older': 'What is offered is older than this Daygrove. It was refused, and nothing was changed.',
  'updates.failed.disk': 'The update could not be written to the disk. Nothing was changed; make room, and try again.',
  'updates.failed.internal':
    'The update did not work. Nothing was changed; try again, or get it where this version came from.',

  'licences.action': 'Licences',
  'licences.title': 'Licences',
  'licences.text':
    'Daygrove is made with these works. Each stands under the licence beside its name.{host, select, electron { What Chromium is made with is in LICENSES.chromium.html, beside the program.} other {}}',
  'licences.search': 'Find by name or licence',
  'licences.count': '{count, plural, =0 {None of this name.} one {# work.} other {# works.}}',
  'licences.words': 'Licence of {name}',
  'licences.missing': 'The list of licences is not part of this build. It is made by npm run build.',
} as const;
