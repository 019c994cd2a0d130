import type { ErrorCode } from '../../../src-shared/result.ts';

/** One sentence for each error: what happened, what is safe, what to do. A code without one does not build. */
export const errors = {
  'error.forbidden':
    'Something other than Daygrove’s own window asked for that, and it was refused. Nothing was changed. Restart Daygrove and try again.',
  'error.unknown-channel':
    'This window belongs to another version than the Daygrove behind it. Everything saved is safe. Restart Daygrove.',
  'error.invalid-input':
    'Daygrove cannot take that as it is. Nothing was changed. Check what you entered and try again.',
  'error.too-large': 'That is too large to take at once. Nothing was changed. Make it smaller, or do it in parts.',
  'error.vault-absent': 'There is no vault here yet. Nothing was changed. Make one first.',
  'error.vault-exists': 'There is already a vault here, and it was left as it is. Restart Daygrove to unlock it.',
  'error.vault-locked': 'Daygrove is locked. Everything saved is safe. Unlock it to go on.',
  'error.wrong-secret': 'That does not open this vault. Nothing was changed. Check it and try again.',
  'error.try-later':
    'There were too many tries. Nothing was checked or changed. Try again {seconds, plural, =0 {in a moment} one {in # second} other {in # seconds}}.',
  'error.recovery-key-mismatch':
    'That is not the recovery key that was shown. Nothing is lost. Look at it again and compare it group by group.',
  'error.vault-damaged':
    'The key is right, but the vault file is damaged. It was not changed. Choose what to rebuild it from.',
  'error.vault-too-new':
    'This vault was written by a newer Daygrove. It was not changed. Install the newer version to open it.',
  'error.not-found': 'That is not there any more. Everything else is safe. Look at the list again.',
  'error.storage-stopped':
    'The part of the app that holds the vault stopped unexpectedly. Everything saved is safe. Unlock to go on.',
  'error.disk-full':
    'The disk is full. Everything saved before is safe. Free some space, then try again; what you are writing is tried again by itself.',
  'error.profile-read-only':
    'Daygrove may not write in its folder. Everything saved before is safe. Allow it to write there, then try again.',
  'error.file-not-written':
    'The file could not be written there, and nothing of it was left behind. Everything in your vault is safe. Choose another folder, or check that you may write to this one.',
  'error.export-too-large':
    'That is more than one file of this kind can hold. Nothing was written, and your vault is as it was. Choose a shorter time, leave the pictures out, or choose the web page instead of the PDF.',
  'error.pdf-unavailable':
    'There is nothing on this computer that Daygrove can make a PDF with. Nothing was written. Choose the book as a web page: a browser prints it, also into a PDF.',
  'error.start-at-login-refused':
    'The system did not let Daygrove change what starts at login. Nothing was changed. Look for it in the system’s own settings, and switch Daygrove on or off there.',
  'error.import-unrecognised':
    'Daygrove does not know this kind of file. Nothing was changed. The import dialog lists what it reads, and how to get it from each program.',
  'error.import-own-export':
    'Daygrove wrote this for other programs, and does not read it back. Nothing was changed. Choose an archive or a Markdown folder of its own instead.',
  'error.import-damaged':
    'This file is damaged, or larger than Daygrove can import. Nothing was changed. Export it again and choose the new file.',
  'error.import-too-new':
    'This file was written by a newer version than this Daygrove knows. Nothing was changed. Update Daygrove, then import it again.',
  'error.import-encrypted':
    'This file is locked with a password. Nothing was changed. Export it again without encryption, import that, and delete it afterwards.',
  'error.backup-unrecognised':
    'This is no backup of Daygrove. Nothing was changed. Choose a file whose name ends in .daygrove-backup.',
  'error.backup-cut':
    'This backup was not copied to its end, and nothing of it opens. Nothing was changed. Copy it again, or choose another backup.',
  'error.backup-unreadable':
    'Nothing in this backup opens: it is damaged from its beginning. Nothing was changed. Choose another backup.',
  'error.backup-too-new':
    'This backup was written by a newer Daygrove. Nothing was changed. Install the newer version to open it.',
  'error.backup-other-vault':
    'This is a backup of another vault than the one that is open. Nothing was changed. Open it where there is no vault yet: start Daygrove with another profile.',
  'error.backup-newer-key':
    'This backup was written under a key that was renewed on another computer. Nothing was changed. Sync this computer first and take the new key over.',
  'error.backup-not-verified':
    'What was read back from the disk is not what was written, so the new backup was thrown away. Your vault and the earlier backups are safe. Check this disk; Daygrove tries again by itself.',
  'error.backup-folder-away':
    'The folder for backups is not there now. Your vault and the backups on this computer are safe; the folder gets the newest one when it is back.',
  'error.backup-folder-read-only':
    'Daygrove may not write to the folder for backups. Your vault and the backups on this computer are safe. Allow it to write there, or choose another folder.',
  'error.sync-address':
    'That is no address that Daygrove can sync to. Nothing was sent. Enter one that begins with libsql:// or https:// and holds no password.',
  'error.sync-unreachable':
    'The server could not be reached. Nothing was changed, and everything here is safe. Check the network and the address, then try again.',
  'error.sync-refused':
    'The server refuses this token. Nothing was changed. Make a new token for this database and enter it here.',
  'error.sync-not-a-server':
    'What answers there is no sync server that Daygrove knows. Nothing was changed. Check the address; in a hotel or a café, sign in to its network first.',
  'error.sync-other-vault':
    'Something that is not this vault lives at that address. It was left as it is. Choose a database of its own for this vault.',
  'error.sync-no-vault':
    'There is no Daygrove vault at that address. Nothing was changed. Check the address, or make a new vault here and connect it later.',
  'error.sync-off': 'Sync is not connected. Everything is safe on this computer. Connect it in the settings.',
  'error.keychain-unavailable':
    'This computer’s keychain did not keep the secret that it was given. Nothing was changed, and your passphrase opens the vault as before. Look whether the keychain is there and unlocked, then try again.',
  'error.not-removed':
    'The vault’s keys are gone from this computer, but some of its files could not be removed yet. Nothing outside of Daygrove’s folder was touched. Close what has them open and try again, or restart Daygrove: it removes the rest first.',
  'error.capture-needs-unlock':
    'Daygrove has to be unlocked once on this computer before it can keep things while it is locked. Nothing is lost: what you wrote is still here. Unlock it, or copy the text.',
  'error.capture-too-long':
    'That is too long for quick capture. Nothing is lost: what you wrote is still here. Make it shorter, or unlock Daygrove and write it as an entry.',
  'error.capture-full':
    'A thousand things wait for you to unlock Daygrove, and it takes no more until then. They are safe, and what you wrote is still here. Unlock it first.',
  'error.cancelled': 'That was cancelled. Nothing was changed.',
  'error.internal':
    'Something unexpected happened. Everything saved is safe. Try again{logId, select, null {} other {; if it stays, the log tells more at {logId}}}.',
} as const satisfies Readonly<Record<`error.${ErrorCode}`, string>>;
