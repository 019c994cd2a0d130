/** Recovery key, keychain, passphrase, forgetting. */
export const keys = {
  'security.text':
    'Your passphrase and your recovery key open the vault’s own key. Changing one of them is quick; renewing the key seals everything anew.',
  'security.changePassphrase': 'Change passphrase…',
  'security.changeTitle': 'Change passphrase',
  'security.renewKey': 'Renew the vault’s key…',
  'security.renewTitle': 'Renew the vault’s key',
  'security.current': 'Current passphrase',
  'security.next': 'New passphrase',
  'security.passphraseText':
    'Your other computers ask for the new one after their next sync. The recovery key stays the same.',
  'security.change': 'Change it',
  'security.changing': 'Changing…',
  'security.passphraseChanged': 'The passphrase was changed.',
  'security.newRecoveryKeyAction': 'New recovery key…',
  'security.newRecoveryKey': 'New recovery key',
  'security.recoveryKeyText':
    'Do this when the paper with your recovery key was lost, or somebody may have seen it. The new key opens the vault from then on, and the old one does not. Nothing changes before you have typed a part of the new one back.',
  'security.recoveryKeyOthers':
    'Your other computers take it over at their next sync. The passphrase stays the same. An older backup still opens with the recovery key that it was written with.',
  'security.recoveryKeyConfirm': 'Use this key from now on',
  'security.recoveryKeyChanged': 'The vault has a new recovery key. The old one no longer opens it.',
  'security.outOfDate':
    'The vault’s keys were changed on another computer meanwhile, so nothing was changed here. Begin again; what you wrote down of the new recovery key is void.',
  'security.renewText':
    'Do this when a computer with your vault was lost or stolen. Everything gets a new key, and you get a new recovery key; the old one opens nothing new any more. Whoever already has an old copy and its passphrase can still read that copy.',
  'security.renewOthers': 'Your other computers ask for the passphrase at their next sync, and then go on.',
  'security.continue': 'Continue',
  'security.renewConfirm': 'Renew the key now',
  'security.renewing': 'Sealing everything anew…',
  'security.renewCancel': 'Stop, and keep the old key',
  'security.leaveTitle': 'Leave without the new recovery key?',
  'security.leaveText':
    'Nothing was changed, and the recovery key that you have had still opens the vault. What you wrote down or printed of the new one opens nothing: throw it away.',
  'security.leave': 'Leave it',
  'security.stay': 'Go on with the new key',
  'security.stopTitle': 'Stop renewing the key?',
  'security.stopText':
    'The vault keeps the key and the recovery key that it has now. What is sealed anew already is put back as it was, and nothing is lost.',
  'security.goOnRenewing': 'Go on renewing',
  'security.renewed':
    'The vault has a new key. Only the new recovery key opens it from now on; the one from before does not. The passphrase is the same.',
  'keychain.title': 'This computer’s keychain',
  'keychain.text':
    'The keychain of your computer account can open the vault, so that one press is enough and no passphrase has to be typed.',
  'keychain.means':
    'Whoever is logged in to your account on this computer can then open the vault with one press: at the start, and after it locked itself. Do this only where nobody else uses your account.',
  'keychain.byHand':
    'It never opens by itself. When you lock the vault yourself, the passphrase is needed before the keychain can be used again, also after a restart.',
  'keychain.neverOnly':
    'The passphrase and the recovery key go on working. Keep them: a keychain can be lost with an account, a system or a repair.',
  'keychain.isOn': 'The keychain may open this vault.',
  'keychain.isOff': 'Off: only the passphrase and the recovery key open this vault.',
  'keychain.turnOn': 'Let the keychain open it…',
  'keychain.turnOnAnew': 'Set it up anew…',
  'keychain.turnOff': 'Turn it off',
  'keychain.confirm': 'Let the keychain open it',
  'keychain.confirming': 'Asking the keychain…',
  'keychain.turnedOn': 'The keychain can open this vault now.',
  'keychain.turnedOff': 'The keychain cannot open this vault any more. The passphrase and the recovery key do.',
  'keychain.anew': 'You can set it up anew.',
  'keychain.plainText':
    'It cannot be used here: this system has no keyring running, and would keep the secret under a password that everybody knows. Start GNOME Keyring or KWallet for your account, then restart Daygrove.',
  'keychain.none': 'It cannot be used here: this system has no keychain that Daygrove can reach.',
  'keychain.noAnswer':
    'It cannot be used now: the keychain does not answer. If the system asks for a password of its own in another window, give it there, then open this page again.',
  'keychain.hostHasNone': 'It cannot be used here: only the desktop app has the keychain, not the browser version.',
  'keychain.problem.no-keychain':
    'This computer’s keychain is not there any more, or not running. Nothing is lost: your passphrase opens the vault as always.',
  'keychain.problem.no-answer':
    'The keychain has not answered. Nothing is lost: your passphrase opens the vault as always. If the system asks for a password of its own, give it there, and try the keychain again.',
  'keychain.problem.refused':
    'The keychain did not give its secret out: it may have been reset, or belong to another account. Nothing is lost: your passphrase opens the vault as always.',
  'keychain.problem.wrong-answer':
    'What the keychain gave out does not open this vault. Nothing is lost, and no try was counted: your passphrase opens the vault as always.',
  'keychain.problem.other-vault':
    'The keychain was set up for another vault, so it was turned off. Nothing is lost: your passphrase opens this one.',
  'keychain.problem.renewed-key':
    'The vault’s key was renewed since the keychain was set up, so it was turned off. Nothing is lost: your passphrase opens the vault.',
  'keychain.problem.broken':
    'What the keychain needs on this disk was damaged, so it was turned off. Nothing is lost: your passphrase opens the vault as always.',
  'keychain.unlock': 'Unlock with the keychain',
  'keychain.unlocking': 'Asking the keychain…',
  'keychain.enter': 'Enter with nothing typed asks the keychain.',
  'keychain.resting':
    'You locked it yourself, so it wants the passphrase once. After that the keychain can open it again.',
  'forget.heading': 'This computer',
  'forget.lead':
    'Before you give this computer away: removes the vault from it, keys first. The vault on your other computers, on a server and in backups elsewhere stays as it is.',
  'forget.action': 'Forget the vault here…',
  'forget.title': 'Forget the vault on this computer',
  'forget.text':
    'Everything that Daygrove keeps of this vault in {folder} is removed: the journal, the habits, the keys, the settings. This cannot be undone. Nothing outside of this folder is touched.',
  'forget.noSync': 'Sync is not connected: no server and no other computer has what is here.',
  'forget.neverSynced': 'Sync is connected, but has never come to its end: what is here may be nowhere else.',
  'forget.synced':
    'Last synced {when}. {waiting, plural, =0 {Nothing waits: the server has everything.} one {# change has not been sent, and would be lost.} other {# changes have not been sent, and would be lost.}}',
  'forget.noOutside': 'There is no folder outside of Daygrove’s own that gets copies of the backups.',
  'forget.outsideEmpty': 'No backup has been seen yet in {path}.',
  'forget.outside':
    'Copies of backups lie in {path}; they stay. The newest is from {when}. {since, plural, =0 {Nothing was written since.} one {# change since then is not in it.} other {# changes since then are not in it.}}',
  'forget.noBackups': 'There is no backup on this computer.',
  'forget.backups':
    '{count, plural, one {# backup lies} other {# backups lie}} in Daygrove’s own folder, the newest from {when}. {since, plural, =0 {Nothing was written since.} one {# change since then is not in it.} other {# changes since then are not in it.}}',
  'forget.safe': 'Everything here is somewhere else too, as far as this computer can tell.',
  'forget.unsafe':
    'Some of this exists nowhere else. What is removed now is lost for good. Sync it, or copy a backup elsewhere first, unless you are sure that you do not want it.',
  'forget.removeBackups':
    'Remove the backups in Daygrove’s own folder, too. Otherwise they are kept there, and open with your passphrase as it was when each was written.',
  'forget.word': 'FORGET',
  'forget.typeWord': 'Type {word} to go on',
  'forget.confirm': 'Forget it here',
  'forget.working': 'Removing…',
  'forget.underWay': 'The vault is being removed from this computer…',
  'forget.done': 'The vault was removed from this computer.',
  'forget.doneKept': 'The vault was removed from this computer. Its backups are kept in {path}.',
  'key.title': 'Keep this recovery key',
  'key.lead': 'If you forget the passphrase, this key opens your journal. Put it on paper, away from this computer.',
  'key.label': 'Recovery key',
  'key.copy': 'Copy',
  'key.copiedForNow':
    'It is on the clipboard now, where other programs can read it. Paste it somewhere safe: in {seconds, plural, one {# second} other {# seconds}} Daygrove takes it away again.',
  'key.copied':
    'It is on the clipboard now, where other programs can read it. Paste it somewhere safe, then copy something else to clear it.',
  'key.notCopied': 'It could not be copied. Write it down or print it.',
  'key.print': 'Print',
  'key.have': 'I have it',
  'key.confirmTitle': 'Now from your copy',
  'key.confirmLead':
    'The key is hidden. Type two of its groups as you have kept them, and you know that your copy can be read.',
  'key.group': 'Group {number}',
  'key.groupWrong': 'Not group {number}. Look again.',
  'key.showAgain': 'Show it again',
  'key.confirm': 'Make my vault',
  'key.back': 'Back to the passphrase',
  'key.sheetTitle': 'Daygrove recovery key',
  'key.sheetText': 'This key opens the journal if the passphrase is forgotten.',
  'key.sheetWarning': 'Whoever has this sheet and the computer can read the journal. Keep them apart.',
} as const;
