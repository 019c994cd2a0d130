/** Sync. */
export const sync = {
  'sync.offLong':
    'This vault is on this computer only. Sync brings it to your other computers, through a server that you choose.',
  'sync.whatIsSeen':
    'Everything is sealed before it leaves this computer. The server sees how large the records are and when they come, never what is in them.',
  'sync.url': 'Server address',
  'sync.urlHint': 'Of a libSQL database that is used for nothing else.',
  'sync.token': 'Token',
  'sync.newToken': 'New token',
  'sync.how': 'How to get both from Turso Cloud',
  'sync.how.account':
    'Make an account at turso.tech and install its command line program. A personal journal fits into the free plan.',
  'sync.how.create': 'Make a database:',
  'sync.how.url': 'Show its address:',
  'sync.how.token': 'Make a token for it:',
  'sync.how.own': 'It must be a database of its own, and all your computers use the same one.',
  'sync.check': 'Look at this address',
  'sync.checking': 'Looking…',
  'sync.connect': 'Connect',
  'sync.foundAt': '{host} answers, and takes the token.',
  'sync.found.empty':
    'Nothing lies there yet. If you connect, everything in this vault is sealed and sent there ({here, plural, one {# version of a record} other {# versions of records}}). It stays here too.',
  'sync.found.thisVault':
    'This vault lives there already ({there, plural, one {# version of a record} other {# versions of records}}). If you connect, both are brought together: what is only there comes here, what is only here goes there. Nothing is overwritten.',
  'sync.found.anotherVault':
    'Another vault lives there. It was left as it is, and this one cannot be connected to it. To use that one here, start Daygrove with a new profile and choose “I already have a vault”.',
  'sync.found.foreign':
    'There is something there that is not Daygrove’s. It was left as it is. Choose an empty database.',
  'sync.synced': '{isNow, select, true {Synced just now} other {Synced {ago}}}',
  'sync.syncedLong':
    '{isNow, select, true {Synced just now.} other {Last synced {ago}.}} The server has everything that is on this computer.',
  'sync.syncing': 'Syncing…',
  'sync.connecting': 'Talking to the server…',
  'sync.receiving': 'Receiving: {done, number} of {total, select, null {…} other {{total, number}}}',
  'sync.sending': 'Sending: {done, number} of {total, select, null {…} other {{total, number}}}',
  'sync.waiting': '{count, plural, =0 {Not synced yet} one {# change waits} other {# changes wait}}',
  'sync.waitingOwn':
    '{count, plural, =0 {This vault was not synced with this server yet.} one {# change is saved here and waits for its turn.} other {# changes are saved here and wait for their turn.}}',
  'sync.waitingLong':
    '{count, plural, one {# change is saved here and waits.} other {# changes are saved here and wait.}}',
  'sync.paused': 'Sync paused',
  'sync.pausedLong': 'Sync is paused until you resume it.',
  'sync.offline': 'Offline',
  'sync.offlineWaiting': 'Offline, {count, plural, one {# waits} other {# wait}}',
  'sync.offlineLong': 'The server cannot be reached now. Everything is safe here. Daygrove tries again by itself.',
  'sync.trouble': 'Sync has trouble',
  'sync.needsYou': 'Sync needs you',
  'sync.conflicts': '{count, plural, one {# entry to look at} other {# entries to look at}}',
  'sync.conflictsLong':
    'Everything is synced. {count, plural, one {In # entry} other {In # entries}} the same words were changed on two computers; both wordings are kept.',
  'sync.conflictsTitle': 'Changed on two computers at once',
  'sync.problem.token':
    'The server does not take the token any more. Everything is safe here. Make a new token for the database and enter it below.',
  'sync.problem.otherVault':
    'Another vault lives at this address now. Nothing was sent or taken. Check the address, or disconnect and connect to another.',
  'sync.problem.renewedKey':
    'The vault’s key was renewed on another computer. Everything is safe here. Enter the passphrase that holds there to go on.',
  'sync.problem.tooNew':
    'The vault was changed by a newer Daygrove. Everything is safe here. Install the newer version on this computer too.',
  'sync.problem.notAServer':
    'What answers at this address is no sync server. Everything is safe here. If this network asks for a sign-in, sign in first; Daygrove tries again by itself.',
  'sync.problem.server':
    'The server failed or contradicted itself. Everything is safe here. Daygrove tries again by itself; if it stays, make a new database and connect to that.',
  'sync.problem.noAnswer':
    'The server takes calls and does not answer. Everything is safe here. Daygrove tries again by itself.',
  'sync.problem.diskFull':
    'The disk is too full to sync. What was saved is safe. Free some space; Daygrove tries again by itself.',
  'sync.problem.readOnly':
    'Daygrove may not write in its own folder. What was saved is safe. Allow it to write there; it tries again by itself.',
  'sync.problem.internal': 'Something unexpected happened. Everything is safe here. Daygrove tries again by itself.',
  'sync.nextAt': 'Next try at {time}',
  'sync.now': 'Sync now',
  'sync.pause': 'Pause',
  'sync.resume': 'Resume',
  'sync.server': 'Server',
  'sync.dataUsed': 'Data this month, about',
  'sync.devices': 'Devices',
  'sync.thisDevice': 'This computer',
  'sync.deviceName': 'Name of this computer',
  'sync.rename': 'Rename',
  'sync.saveName': 'Save',
  'sync.lastSeen': 'seen {ago}',
  'sync.changeToken': 'Change token',
  'sync.compareAll': 'Compare everything again',
  'sync.disconnect': 'Disconnect',
  'sync.disconnectTitle': 'Disconnect sync?',
  'sync.disconnectText':
    'Everything stays on this computer, and what lies on the server stays there. Address and token are forgotten here. You can connect again at any time.',
  'sync.disconnected': 'Sync is disconnected',
  'sync.adoptPassphrase': 'Passphrase',
  'sync.adoptRecoveryKey': 'New recovery key',
  'sync.adopt': 'Go on with the new key',
  'sync.notice.unreadable':
    '{count, plural, one {# record} other {# records}} on the server cannot be opened. They are kept, and nothing here is affected. A device that has them whole can send them again with “Compare everything again”.',
  'sync.notice.missing':
    'Something written on {names} is not here, and the server does not offer it: it may have been set back to an older state. It comes back when a device that has it syncs.',
  'sync.notice.clock':
    'The clock of {names} is more than a day ahead. Set it right: its changes count as later than all others.',
  'sync.notice.passphrase':
    'The passphrase was changed on another computer. It holds here too from the next unlock on.',
  'sync.notice.dismiss': 'I have read this',
} as const;
