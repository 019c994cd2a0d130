import type { errors as errorsEn } from '../en/errors.ts';

/** One sentence for each error: what happened, what is safe, what to do. A code without one does not build. */
export const errors: Readonly<Record<keyof typeof errorsEn, string>> = {
  'error.forbidden':
    'Etwas anderes als Daygroves eigenes Fenster hat das verlangt, und es wurde abgelehnt. Nichts wurde geändert. Starte Daygrove neu und versuche es noch einmal.',
  'error.unknown-channel':
    'Dieses Fenster gehört zu einer anderen Version als das Daygrove dahinter. Alles Gespeicherte ist sicher. Starte Daygrove neu.',
  'error.invalid-input':
    'So kann Daygrove das nicht annehmen. Nichts wurde geändert. Prüfe, was du eingegeben hast, und versuche es noch einmal.',
  'error.too-large':
    'Das ist zu groß, um es auf einmal aufzunehmen. Nichts wurde geändert. Mach es kleiner, oder teile es auf.',
  'error.vault-absent': 'Hier gibt es noch keinen Tresor. Nichts wurde geändert. Lege zuerst einen an.',
  'error.vault-exists':
    'Hier gibt es schon einen Tresor, und er wurde gelassen, wie er ist. Starte Daygrove neu, um ihn zu entsperren.',
  'error.vault-locked': 'Daygrove ist gesperrt. Alles Gespeicherte ist sicher. Entsperre es, um weiterzumachen.',
  'error.wrong-secret':
    'Das öffnet diesen Tresor nicht. Nichts wurde geändert. Prüfe, was du eingegeben hast, und versuche es noch einmal.',
  'error.try-later':
    'Das waren zu viele Versuche. Nichts wurde geprüft oder geändert. Versuche es {seconds, plural, =0 {gleich} one {in # Sekunde} other {in # Sekunden}} noch einmal.',
  'error.recovery-key-mismatch':
    'Das ist nicht der Wiederherstellungsschlüssel, der angezeigt wurde. Nichts ist verloren. Sieh ihn dir noch einmal an und vergleiche Gruppe für Gruppe.',
  'error.vault-damaged':
    'Der Schlüssel stimmt, aber die Tresordatei ist beschädigt. Sie wurde nicht verändert. Wähle, woraus sie neu aufgebaut werden soll.',
  'error.vault-too-new':
    'Diesen Tresor hat ein neueres Daygrove geschrieben. Er wurde nicht verändert. Installiere die neuere Version, um ihn zu öffnen.',
  'error.not-found': 'Das ist nicht mehr da. Alles andere ist sicher. Sieh noch einmal in der Liste nach.',
  'error.storage-stopped':
    'Der Teil der App, der den Tresor verwaltet, wurde unerwartet beendet. Alles Gespeicherte ist sicher. Entsperre, um weiterzumachen.',
  'error.disk-full':
    'Die Festplatte ist voll. Alles, was vorher gespeichert war, ist sicher. Schaffe etwas Platz und versuche es noch einmal; was du gerade schreibst, wird von selbst noch einmal versucht.',
  'error.profile-read-only':
    'Daygrove darf in seinem Ordner nicht schreiben. Alles vorher Gespeicherte ist sicher. Erlaube es dort und versuche es dann noch einmal.',
  'error.file-not-written':
    'Die Datei konnte dort nicht geschrieben werden, und nichts davon ist liegen geblieben. Alles in deinem Tresor ist sicher. Wähle einen anderen Ordner, oder prüfe, ob du in diesem schreiben darfst.',
  'error.export-too-large':
    'Das ist mehr, als eine Datei dieser Art fasst. Nichts wurde geschrieben, und dein Tresor ist, wie er war. Wähle einen kürzeren Zeitraum, lass die Bilder weg, oder nimm die Webseite statt des PDFs.',
  'error.pdf-unavailable':
    'Auf diesem Computer gibt es nichts, womit Daygrove ein PDF erzeugen kann. Nichts wurde geschrieben. Nimm das Buch als Webseite: Ein Browser druckt es, auch als PDF.',
  'error.start-at-login-refused':
    'Das System ließ Daygrove nicht ändern, was beim Anmelden startet. Nichts wurde geändert. Such in den Einstellungen des Systems danach und schalte Daygrove dort ein oder aus.',
  'error.import-unrecognised':
    'Daygrove kennt diese Art von Datei nicht. Nichts wurde geändert. Der Importdialog zeigt, was er liest und wie man es aus jedem Programm bekommt.',
  'error.import-own-export':
    'Das hat Daygrove für andere Programme geschrieben und kann es nicht wieder einlesen. Nichts wurde geändert. Wähle stattdessen ein Daygrove-Archiv oder einen Markdown-Ordner aus Daygrove.',
  'error.import-damaged':
    'Diese Datei ist beschädigt oder größer, als Daygrove importieren kann. Nichts wurde geändert. Exportiere sie noch einmal und wähle die neue Datei.',
  'error.import-too-new':
    'Diese Datei stammt von einer neueren Version, als dieses Daygrove kennt. Nichts wurde geändert. Aktualisiere Daygrove und importiere sie dann noch einmal.',
  'error.import-encrypted':
    'Diese Datei ist mit einem Passwort gesperrt. Nichts wurde geändert. Exportiere sie noch einmal ohne Verschlüsselung, importiere das und lösche es danach.',
  'error.backup-unrecognised':
    'Das ist keine Sicherung von Daygrove. Nichts wurde geändert. Wähle eine Datei, deren Name auf .daygrove-backup endet.',
  'error.backup-cut':
    'Diese Sicherung wurde nicht bis zu ihrem Ende kopiert, und nichts darin öffnet sich. Nichts wurde geändert. Kopiere sie noch einmal, oder wähle eine andere Sicherung.',
  'error.backup-unreadable':
    'In dieser Sicherung lässt sich nichts öffnen: Sie ist von Anfang an beschädigt. Nichts wurde geändert. Wähle eine andere Sicherung.',
  'error.backup-too-new':
    'Diese Sicherung hat ein neueres Daygrove geschrieben. Nichts wurde geändert. Installiere die neuere Version, um sie zu öffnen.',
  'error.backup-other-vault':
    'Das ist die Sicherung eines anderen Tresors, nicht des geöffneten. Nichts wurde geändert. Öffne sie dort, wo es noch keinen Tresor gibt: Starte Daygrove mit einem anderen Profil.',
  'error.backup-newer-key':
    'Diese Sicherung wurde mit einem Schlüssel geschrieben, der auf einem anderen Computer erneuert wurde. Nichts wurde geändert. Gleiche zuerst diesen Computer ab und übernimm den neuen Schlüssel.',
  'error.backup-not-verified':
    'Was von der Festplatte zurückkam, ist nicht das, was geschrieben wurde; darum wurde die neue Sicherung verworfen. Dein Tresor und die früheren Sicherungen sind sicher. Prüfe diese Festplatte; Daygrove versucht es von selbst noch einmal.',
  'error.backup-folder-away':
    'Der Ordner für Sicherungen ist gerade nicht da. Dein Tresor und die Sicherungen auf diesem Computer sind sicher; der Ordner bekommt die neueste, wenn er wieder da ist.',
  'error.backup-folder-read-only':
    'Daygrove darf im Ordner für Sicherungen nicht schreiben. Dein Tresor und die Sicherungen auf diesem Computer sind sicher. Erlaube es dort, oder wähle einen anderen Ordner.',
  'error.sync-address':
    'Mit dieser Adresse kann Daygrove nicht abgleichen. Nichts wurde gesendet. Gib eine ein, die mit libsql:// oder https:// beginnt und kein Passwort enthält.',
  'error.sync-unreachable':
    'Der Server ist nicht zu erreichen. Nichts wurde geändert, und hier ist alles sicher. Prüfe Netzwerk und Adresse und versuche es dann noch einmal.',
  'error.sync-refused':
    'Der Server lehnt dieses Token ab. Nichts wurde geändert. Erzeuge ein neues Token für diese Datenbank und gib es hier ein.',
  'error.sync-not-a-server':
    'Was dort antwortet, ist kein Sync-Server, den Daygrove kennt. Nichts wurde geändert. Prüfe die Adresse; im Hotel oder im Café melde dich zuerst in dessen Netz an.',
  'error.sync-other-vault':
    'Unter dieser Adresse liegt etwas, das nicht dieser Tresor ist. Es wurde gelassen, wie es ist. Nimm für diesen Tresor eine eigene Datenbank.',
  'error.sync-no-vault':
    'Unter dieser Adresse gibt es keinen Daygrove-Tresor. Nichts wurde geändert. Prüfe die Adresse, oder lege hier einen neuen Tresor an und verbinde ihn später.',
  'error.sync-off': 'Sync ist nicht verbunden. Auf diesem Computer ist alles sicher. Verbinde es in den Einstellungen.',
  'error.keychain-unavailable':
    'Der Schlüsselbund dieses Computers hat das Geheimnis nicht aufbewahrt, das er bekam. Nichts wurde geändert, und deine Passphrase öffnet den Tresor wie bisher. Sieh nach, ob der Schlüsselbund da und entsperrt ist, und versuche es dann noch einmal.',
  'error.not-removed':
    'Die Schlüssel des Tresors sind von diesem Computer verschwunden, aber einige seiner Dateien ließen sich noch nicht entfernen. Außerhalb von Daygroves Ordner wurde nichts angerührt. Schließe, was sie geöffnet hat, und versuche es noch einmal, oder starte Daygrove neu: Es entfernt dann zuerst den Rest.',
  'error.capture-needs-unlock':
    'Daygrove muss auf diesem Computer einmal entsperrt werden, bevor es auch gesperrt etwas festhalten kann. Nichts ist verloren: Was du geschrieben hast, ist noch da. Entsperre es, oder kopiere den Text.',
  'error.capture-too-long':
    'Das ist zu lang für eine Schnellnotiz. Nichts ist verloren: Was du geschrieben hast, ist noch da. Kürze es, oder entsperre Daygrove und schreibe es als Eintrag.',
  'error.capture-full':
    'Tausend Schnellnotizen warten darauf, dass du Daygrove entsperrst, und bis dahin nimmt es keine mehr an. Sie sind sicher, und was du geschrieben hast, ist noch da. Entsperre es zuerst.',
  'error.cancelled': 'Das wurde abgebrochen. Nichts wurde geändert.',
  'error.internal':
    'Etwas Unerwartetes ist passiert. Alles Gespeicherte ist sicher. Versuche es noch einmal{logId, select, null {} other {; wenn es so bleibt, steht mehr im Protokoll unter {logId}}}.',
};
