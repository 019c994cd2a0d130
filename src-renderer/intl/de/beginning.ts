import type { beginning as beginningEn } from '../en/beginning.ts';

/** The lock screen, the first steps, joining a vault. */
export const beginning: Readonly<Record<keyof typeof beginningEn, string>> = {
  'join.have': 'Ich habe schon einen Tresor',
  'join.title': 'Hol deinen Tresor hierher',
  'join.lead': 'Daygrove holt alles von deinem Server. Sobald es da ist, kannst du schreiben.',
  'join.passphrase': 'Passphrase des Tresors',
  'join.recoveryKey': 'Wiederherstellungsschlüssel des Tresors',
  'join.join': 'Tresor holen',
  'join.fetching': 'Tresor wird geholt…',
  'join.progress': '{done, number} von {total, number} Datensätzen geöffnet',
  'join.back': 'Stattdessen neuen Tresor anlegen',
  'secret.show': 'Eingabe anzeigen',
  'secret.hide': 'Eingabe verbergen',

  'onboarding.step': 'Schritt {step} von 3',
  'passphrase.title': 'Wähle eine Passphrase',
  'passphrase.lead':
    'Was du schreibst, wird verschlüsselt, bevor es auf die Festplatte kommt. Die Passphrase öffnet es.',
  'passphrase.label': 'Passphrase',
  'passphrase.again': 'Passphrase wiederholen',
  'passphrase.tooShort': 'Eine Passphrase hat mindestens {least} Zeichen.',
  'passphrase.tooWeak': 'Das ist zu schwach, um ein Tagebuch zu schützen.',
  'passphrase.differ': 'Die beiden stimmen nicht überein. Gib die zweite noch einmal ein.',
  'passphrase.truthTitle': 'Niemand kann sie zurücksetzen',
  'passphrase.truth':
    'Es gibt kein Konto und keinen Server, der dich kennt. Wenn du die Passphrase verlierst und dazu den Wiederherstellungsschlüssel aus dem nächsten Schritt, kann niemand dein Tagebuch je wieder öffnen.',
  'passphrase.continue': 'Weiter',
  'passphrase.working': 'Tresor wird angelegt…',
  'begin.title': 'Dein Tresor ist bereit',
  'begin.lead': 'Womit möchtest du anfangen? Alles andere läuft dir nicht weg.',
  'begin.entry': 'Ersten Eintrag schreiben',
  'begin.entryText': 'Eine Zeile genügt. Gespeichert wird, während du tippst.',
  'begin.habit': 'Gewohnheit beginnen',
  'begin.habitText': 'Etwas Kleines, mit einem Häkchen am Tag.',
  'begin.import': 'Mitbringen, was du hast',
  'begin.importText': 'Aus einem anderen Tagebuch, einem Ordner mit Notizen oder einer App für Gewohnheiten.',

  'lock.title': 'Daygrove ist gesperrt',
  'lock.reason.start': 'Dein Tagebuch ist verschlüsselt. Entsperre es, um zu lesen und zu schreiben.',
  'lock.reason.person': 'Du hast es gesperrt. Alles ist gespeichert.',
  'lock.reason.idle': 'Eine Weile war niemand hier, darum hat es sich gesperrt. Alles Gespeicherte ist sicher.',
  'lock.reason.suspend': 'Der Computer ging schlafen, darum hat es sich gesperrt. Alles Gespeicherte ist sicher.',
  'lock.reason.screenLock':
    'Der Bildschirm wurde gesperrt, darum hat sich auch Daygrove gesperrt. Alles Gespeicherte ist sicher.',
  'lock.reason.restored':
    'Die Sicherung ist jetzt dein Tresor. Entsperre ihn, um sie zu sehen. Der bisherige Tresor bleibt erhalten: Unter „Wiederherstellen“ findest du eine Sicherung davon, und in den Einstellungen steht, wo er liegt.',
  'lock.reason.storageStopped':
    'Der Teil der App, der den Tresor verwaltet, wurde unerwartet beendet. Alles Gespeicherte ist sicher. Entsperre, um weiterzumachen.',
  'lock.keepsDraft':
    'Was du zuletzt getippt hast, war noch nicht gespeichert. Es ist nicht verloren und wird gespeichert, sobald du entsperrst.',
  'lock.passphrase': 'Passphrase',
  'lock.recoveryKey': 'Wiederherstellungsschlüssel',
  'lock.recoveryKeyHint': 'Großschreibung, Leerzeichen und Bindestriche spielen keine Rolle.',
  'lock.unlock': 'Entsperren',
  'lock.working': 'Wird entsperrt…',
  'lock.wait': 'Neuer Versuch in {seconds}\u00a0s',
  'lock.queued': 'Wird in {seconds}\u00a0s entsperrt',
  'lock.useRecoveryKey': 'Wiederherstellungsschlüssel verwenden',
  'lock.usePassphrase': 'Passphrase verwenden',
  'lock.wrongPassphrase':
    'Diese Passphrase öffnet den Tresor nicht. Nichts wurde geändert. Achte auf Großschreibung und Leerzeichen und versuche es noch einmal.',
  'lock.wrongRecoveryKey':
    'Dieser Wiederherstellungsschlüssel öffnet den Tresor nicht. Nichts wurde geändert. Vergleiche ihn mit deinem Zettel und versuche es noch einmal.',
  'lock.waitsBackup': 'Entsperre, um die geöffnete Sicherung zu sehen.',
  'lock.waitsArchive': 'Entsperre, um das geöffnete Archiv zu sehen.',
  'lock.waitsPlace': 'Entsperre, um dorthin zu gelangen, wohin der Link führt.',
  'lock.announced': 'Daygrove ist gesperrt',
};
