import type { keys as keysEn } from '../en/keys.ts';

/** Recovery key, keychain, passphrase, forgetting. */
export const keys: Readonly<Record<keyof typeof keysEn, string>> = {
  'security.text':
    'Deine Passphrase und dein Wiederherstellungsschlüssel öffnen den eigentlichen Schlüssel des Tresors. Eins davon zu ändern geht schnell; den Schlüssel zu erneuern versiegelt alles neu.',
  'security.changePassphrase': 'Passphrase ändern…',
  'security.changeTitle': 'Passphrase ändern',
  'security.renewKey': 'Schlüssel des Tresors erneuern…',
  'security.renewTitle': 'Schlüssel des Tresors erneuern',
  'security.current': 'Jetzige Passphrase',
  'security.next': 'Neue Passphrase',
  'security.passphraseText':
    'Deine anderen Computer fragen nach ihrem nächsten Abgleich nach der neuen. Der Wiederherstellungsschlüssel bleibt derselbe.',
  'security.change': 'Ändern',
  'security.changing': 'Wird geändert…',
  'security.passphraseChanged': 'Die Passphrase wurde geändert.',
  'security.newRecoveryKeyAction': 'Neuer Wiederherstellungsschlüssel…',
  'security.newRecoveryKey': 'Neuer Wiederherstellungsschlüssel',
  'security.recoveryKeyText':
    'Für den Fall, dass der Zettel mit deinem Wiederherstellungsschlüssel verloren ging oder jemand ihn gesehen haben könnte. Von da an öffnet der neue den Tresor, der alte nicht mehr. Nichts ändert sich, bevor du einen Teil des neuen eingetippt hast.',
  'security.recoveryKeyOthers':
    'Deine anderen Computer übernehmen ihn beim nächsten Abgleich. Die Passphrase bleibt dieselbe. Eine ältere Sicherung öffnet sich weiter mit dem Wiederherstellungsschlüssel, mit dem sie geschrieben wurde.',
  'security.recoveryKeyConfirm': 'Ab jetzt diesen Schlüssel verwenden',
  'security.recoveryKeyChanged':
    'Der Tresor hat einen neuen Wiederherstellungsschlüssel. Der alte öffnet ihn nicht mehr.',
  'security.outOfDate':
    'Die Schlüssel des Tresors wurden inzwischen auf einem anderen Computer geändert, darum wurde hier nichts geändert. Fang noch einmal an; was du vom neuen Wiederherstellungsschlüssel aufgeschrieben hast, ist ungültig.',
  'security.renewText':
    'Für den Fall, dass ein Computer mit deinem Tresor verloren ging oder gestohlen wurde. Alles bekommt einen neuen Schlüssel und du einen neuen Wiederherstellungsschlüssel; der alte öffnet nichts Neues mehr. Wer schon eine alte Kopie und ihre Passphrase hat, kann diese Kopie weiter lesen.',
  'security.renewOthers':
    'Deine anderen Computer fragen beim nächsten Abgleich nach der Passphrase und machen dann weiter.',
  'security.continue': 'Weiter',
  'security.renewConfirm': 'Schlüssel jetzt erneuern',
  'security.renewing': 'Alles wird neu versiegelt…',
  'security.renewCancel': 'Anhalten und den alten Schlüssel behalten',
  'security.leaveTitle': 'Ohne den neuen Wiederherstellungsschlüssel gehen?',
  'security.leaveText':
    'Nichts wurde geändert, und dein bisheriger Wiederherstellungsschlüssel öffnet den Tresor weiter. Was du vom neuen aufgeschrieben oder gedruckt hast, öffnet nichts: Wirf es weg.',
  'security.leave': 'Gehen',
  'security.stay': 'Mit dem neuen Schlüssel weitermachen',
  'security.stopTitle': 'Schlüssel nicht weiter erneuern?',
  'security.stopText':
    'Der Tresor behält den Schlüssel und den Wiederherstellungsschlüssel, die er jetzt hat. Was schon neu versiegelt ist, wird zurückgesetzt, und nichts ist verloren.',
  'security.goOnRenewing': 'Weiter erneuern',
  'security.renewed':
    'Der Tresor hat einen neuen Schlüssel. Ab jetzt öffnet ihn nur noch der neue Wiederherstellungsschlüssel, der bisherige nicht mehr. Die Passphrase ist dieselbe.',
  'keychain.title': 'Schlüsselbund dieses Computers',
  'keychain.text':
    'Der Schlüsselbund deines Benutzerkontos kann den Tresor öffnen: Dann genügt ein Klick, und du musst keine Passphrase tippen.',
  'keychain.means':
    'Wer an diesem Computer mit deinem Konto angemeldet ist, kann den Tresor dann mit einem Klick öffnen: beim Start und nachdem er sich selbst gesperrt hat. Tu das nur, wo niemand sonst dein Konto benutzt.',
  'keychain.byHand':
    'Er öffnet nie von selbst. Wenn du den Tresor selbst sperrst, braucht es erst wieder die Passphrase, auch nach einem Neustart.',
  'keychain.neverOnly':
    'Passphrase und Wiederherstellungsschlüssel gelten weiter. Behalte sie: Ein Schlüsselbund kann mit einem Konto, einem System oder einer Reparatur verloren gehen.',
  'keychain.isOn': 'Der Schlüsselbund darf diesen Tresor öffnen.',
  'keychain.isOff': 'Aus: Nur Passphrase und Wiederherstellungsschlüssel öffnen diesen Tresor.',
  'keychain.turnOn': 'Vom Schlüsselbund öffnen lassen…',
  'keychain.turnOnAnew': 'Neu einrichten…',
  'keychain.turnOff': 'Ausschalten',
  'keychain.confirm': 'Vom Schlüsselbund öffnen lassen',
  'keychain.confirming': 'Schlüsselbund wird gefragt…',
  'keychain.turnedOn': 'Der Schlüsselbund kann diesen Tresor jetzt öffnen.',
  'keychain.turnedOff':
    'Der Schlüsselbund kann diesen Tresor nicht mehr öffnen. Passphrase und Wiederherstellungsschlüssel können es.',
  'keychain.anew': 'Du kannst ihn neu einrichten.',
  'keychain.plainText':
    'Hier nicht verwendbar: Auf diesem System läuft kein Schlüsselbund, und das Geheimnis läge unter einem Passwort, das jeder kennt. Starte GNOME Keyring oder KWallet für dein Konto, dann Daygrove noch einmal.',
  'keychain.none': 'Hier nicht verwendbar: Dieses System hat keinen Schlüsselbund, den Daygrove erreichen kann.',
  'keychain.noAnswer':
    'Im Moment nicht verwendbar: Der Schlüsselbund antwortet nicht. Wenn das System in einem anderen Fenster nach einem eigenen Passwort fragt, gib es dort ein und öffne dann diese Seite noch einmal.',
  'keychain.hostHasNone':
    'Hier nicht verwendbar: Den Schlüsselbund hat nur die Desktop-App, nicht die Browser-Version.',
  'keychain.problem.no-keychain':
    'Der Schlüsselbund dieses Computers ist nicht mehr da oder läuft nicht. Nichts ist verloren: Deine Passphrase öffnet den Tresor wie immer.',
  'keychain.problem.no-answer':
    'Der Schlüsselbund hat nicht geantwortet. Nichts ist verloren: Deine Passphrase öffnet den Tresor wie immer. Wenn das System nach einem eigenen Passwort fragt, gib es dort ein und versuche es mit dem Schlüsselbund noch einmal.',
  'keychain.problem.refused':
    'Der Schlüsselbund hat sein Geheimnis nicht herausgegeben: Vielleicht wurde er zurückgesetzt oder gehört zu einem anderen Konto. Nichts ist verloren: Deine Passphrase öffnet den Tresor wie immer.',
  'keychain.problem.wrong-answer':
    'Was der Schlüsselbund herausgab, öffnet diesen Tresor nicht. Nichts ist verloren, und es zählte nicht als Versuch: Deine Passphrase öffnet den Tresor wie immer.',
  'keychain.problem.other-vault':
    'Der Schlüsselbund war für einen anderen Tresor eingerichtet und wurde darum ausgeschaltet. Nichts ist verloren: Deine Passphrase öffnet diesen.',
  'keychain.problem.renewed-key':
    'Seit der Schlüsselbund eingerichtet wurde, hat der Tresor einen neuen Schlüssel bekommen; darum wurde der Schlüsselbund ausgeschaltet. Nichts ist verloren: Deine Passphrase öffnet den Tresor.',
  'keychain.problem.broken':
    'Was der Schlüsselbund auf dieser Festplatte braucht, war beschädigt; darum wurde er ausgeschaltet. Nichts ist verloren: Deine Passphrase öffnet den Tresor wie immer.',
  'keychain.unlock': 'Mit dem Schlüsselbund entsperren',
  'keychain.unlocking': 'Schlüsselbund wird gefragt…',
  'keychain.enter': 'Die Eingabetaste im leeren Feld fragt den Schlüsselbund.',
  'keychain.resting':
    'Du hast selbst gesperrt, darum braucht es einmal die Passphrase. Danach kann der Schlüsselbund wieder öffnen.',
  'forget.heading': 'Dieser Computer',
  'forget.lead':
    'Bevor du diesen Computer weggibst: entfernt den Tresor von ihm, die Schlüssel zuerst. Der Tresor auf deinen anderen Computern, auf einem Server und in Sicherungen anderswo bleibt, wie er ist.',
  'forget.action': 'Tresor von hier entfernen…',
  'forget.title': 'Tresor von diesem Computer entfernen',
  'forget.text':
    'Alles, was Daygrove von diesem Tresor in {folder} aufbewahrt, wird entfernt: das Tagebuch, die Gewohnheiten, die Schlüssel, die Einstellungen. Das lässt sich nicht rückgängig machen. Außerhalb dieses Ordners wird nichts angerührt.',
  'forget.noSync': 'Sync ist nicht verbunden: Kein Server und kein anderer Computer hat, was hier ist.',
  'forget.neverSynced':
    'Sync ist verbunden, aber noch nie fertig geworden: Was hier ist, gibt es vielleicht nirgends sonst.',
  'forget.synced':
    'Zuletzt abgeglichen am {when}. {waiting, plural, =0 {Nichts wartet: Der Server hat alles.} one {# Änderung wurde noch nicht gesendet und wäre verloren.} other {# Änderungen wurden noch nicht gesendet und wären verloren.}}',
  'forget.noOutside': 'Es gibt keinen Ordner außerhalb von Daygroves eigenem, der Kopien der Sicherungen bekommt.',
  'forget.outsideEmpty': 'In {path} war noch keine Sicherung zu sehen.',
  'forget.outside':
    'Kopien von Sicherungen liegen in {path}; sie bleiben. Die neueste ist vom {when}. {since, plural, =0 {Seither wurde nichts geschrieben.} one {# Änderung seither ist nicht darin.} other {# Änderungen seither sind nicht darin.}}',
  'forget.noBackups': 'Auf diesem Computer gibt es keine Sicherung.',
  'forget.backups':
    'In Daygroves eigenem Ordner {count, plural, one {liegt # Sicherung, vom {when}} other {liegen # Sicherungen, die neueste vom {when}}}. {since, plural, =0 {Seither wurde nichts geschrieben.} one {# Änderung seither ist nicht darin.} other {# Änderungen seither sind nicht darin.}}',
  'forget.safe': 'Alles von hier ist auch noch anderswo, soweit dieser Computer das sagen kann.',
  'forget.unsafe':
    'Einiges davon gibt es nirgends sonst. Was jetzt entfernt wird, ist endgültig verloren. Gleiche vorher ab, oder kopiere eine Sicherung an einen anderen Ort, außer du bist sicher, dass du es nicht mehr willst.',
  'forget.removeBackups':
    'Auch die Sicherungen in Daygroves eigenem Ordner entfernen. Sonst bleiben sie dort und öffnen sich mit der Passphrase, die der Tresor hatte, als sie geschrieben wurden.',
  // In capitals: what is typed is compared in capitals.
  'forget.word': 'ENTFERNEN',
  'forget.typeWord': 'Tippe {word}, um fortzufahren',
  'forget.confirm': 'Von hier entfernen',
  'forget.working': 'Wird entfernt…',
  'forget.underWay': 'Der Tresor wird von diesem Computer entfernt…',
  'forget.done': 'Der Tresor wurde von diesem Computer entfernt.',
  'forget.doneKept': 'Der Tresor wurde von diesem Computer entfernt. Seine Sicherungen bleiben erhalten in {path}.',
  'key.title': 'Heb diesen Wiederherstellungsschlüssel auf',
  'key.lead':
    'Wenn du die Passphrase vergisst, öffnet dieser Schlüssel dein Tagebuch. Bring ihn zu Papier, getrennt von diesem Computer.',
  'key.label': 'Wiederherstellungsschlüssel',
  'key.copy': 'Kopieren',
  'key.copiedForNow':
    'Er liegt jetzt in der Zwischenablage, wo andere Programme ihn lesen können. Füge ihn an einem sicheren Ort ein: In {seconds, plural, one {# Sekunde} other {# Sekunden}} nimmt Daygrove ihn wieder heraus.',
  'key.copied':
    'Er liegt jetzt in der Zwischenablage, wo andere Programme ihn lesen können. Füge ihn an einem sicheren Ort ein und kopiere dann etwas anderes, um sie zu leeren.',
  'key.notCopied': 'Er konnte nicht kopiert werden. Schreib ihn ab oder druck ihn aus.',
  'key.print': 'Drucken',
  'key.have': 'Ich habe ihn',
  'key.confirmTitle': 'Jetzt von deiner Kopie',
  'key.confirmLead':
    'Der Schlüssel ist verborgen. Tippe zwei seiner Gruppen so ab, wie du sie notiert hast; dann weißt du, dass deine Kopie lesbar ist.',
  'key.group': 'Gruppe {number}',
  'key.groupWrong': 'Das ist nicht Gruppe {number}. Sieh noch einmal nach.',
  'key.showAgain': 'Noch einmal anzeigen',
  'key.confirm': 'Tresor anlegen',
  'key.back': 'Zurück zur Passphrase',
  'key.sheetTitle': 'Wiederherstellungsschlüssel von Daygrove',
  'key.sheetText': 'Dieser Schlüssel öffnet das Tagebuch, wenn die Passphrase vergessen ist.',
  'key.sheetWarning': 'Wer dieses Blatt und den Computer hat, kann das Tagebuch lesen. Bewahre beides getrennt auf.',
};
