import type { sync as syncEn } from '../en/sync.ts';

/** Sync. */
export const sync: Readonly<Record<keyof typeof syncEn, string>> = {
  'sync.offLong':
    'Diesen Tresor gibt es nur auf diesem Computer. Sync bringt ihn auf deine anderen Computer, über einen Server, den du wählst.',
  'sync.whatIsSeen':
    'Alles wird versiegelt, bevor es diesen Computer verlässt. Der Server sieht, wie groß die Datensätze sind und wann sie kommen, nie, was darin ist.',
  'sync.url': 'Adresse des Servers',
  'sync.urlHint': 'Einer libSQL-Datenbank, die für nichts anderes benutzt wird.',
  'sync.token': 'Token',
  'sync.newToken': 'Neues Token',
  'sync.how': 'Wie du beides von Turso Cloud bekommst',
  'sync.how.account':
    'Leg unter turso.tech ein Konto an und installiere das Programm für die Kommandozeile. Ein persönliches Tagebuch passt in den kostenlosen Tarif.',
  'sync.how.create': 'Leg eine Datenbank an:',
  'sync.how.url': 'Zeig ihre Adresse an:',
  'sync.how.token': 'Erzeuge ein Token für sie:',
  'sync.how.own': 'Es muss eine eigene Datenbank sein, und alle deine Computer benutzen dieselbe.',
  'sync.check': 'Adresse ansehen',
  'sync.checking': 'Wird angesehen…',
  'sync.connect': 'Verbinden',
  'sync.foundAt': '{host} antwortet und nimmt das Token an.',
  'sync.found.empty':
    'Dort liegt noch nichts. Wenn du verbindest, wird alles in diesem Tresor versiegelt und dorthin gesendet ({here, plural, one {# Fassung eines Datensatzes} other {# Fassungen von Datensätzen}}). Hier bleibt es auch.',
  'sync.found.thisVault':
    'Dieser Tresor liegt schon dort ({there, plural, one {# Fassung eines Datensatzes} other {# Fassungen von Datensätzen}}). Wenn du verbindest, kommt beides zusammen: Was nur dort ist, kommt hierher, was nur hier ist, geht dorthin. Nichts wird überschrieben.',
  'sync.found.anotherVault':
    'Dort liegt ein anderer Tresor. Er wurde gelassen, wie er ist, und dieser lässt sich nicht mit ihm verbinden. Um jenen hier zu benutzen, starte Daygrove mit einem neuen Profil und wähle „Ich habe schon einen Tresor“.',
  'sync.found.foreign':
    'Dort liegt etwas, das nicht von Daygrove ist. Es wurde gelassen, wie es ist. Wähle eine leere Datenbank.',
  // How long ago may end in a full stop of its own: „vor 5 Min.“
  'sync.synced': '{isNow, select, true {Gerade abgeglichen} other {Abgeglichen {ago}}}',
  'sync.syncedLong':
    '{isNow, select, true {Gerade abgeglichen: Der Server hat} other {Der letzte Abgleich war {ago} – der Server hat}} alles, was auf diesem Computer ist.',
  'sync.syncing': 'Wird abgeglichen…',
  'sync.connecting': 'Verbindung zum Server…',
  'sync.receiving': 'Empfangen: {done, number} von {total, select, null {…} other {{total, number}}}',
  'sync.sending': 'Senden: {done, number} von {total, select, null {…} other {{total, number}}}',
  'sync.waiting': '{count, plural, =0 {Noch nicht abgeglichen} one {# Änderung wartet} other {# Änderungen warten}}',
  'sync.waitingOwn':
    '{count, plural, =0 {Dieser Tresor wurde mit diesem Server noch nicht abgeglichen.} one {# Änderung ist hier gespeichert und wartet, bis sie dran ist.} other {# Änderungen sind hier gespeichert und warten, bis sie dran sind.}}',
  'sync.waitingLong':
    '{count, plural, one {# Änderung ist hier gespeichert und wartet.} other {# Änderungen sind hier gespeichert und warten.}}',
  'sync.paused': 'Sync pausiert',
  'sync.pausedLong': 'Sync ist pausiert, bis du es fortsetzt.',
  'sync.offline': 'Offline',
  'sync.offlineWaiting': 'Offline, {count, plural, one {# wartet} other {# warten}}',
  'sync.offlineLong':
    'Der Server ist gerade nicht zu erreichen. Hier ist alles sicher. Daygrove versucht es von selbst wieder.',
  'sync.trouble': 'Sync stockt',
  'sync.needsYou': 'Sync braucht dich',
  'sync.conflicts': '{count, plural, one {# Eintrag anzusehen} other {# Einträge anzusehen}}',
  'sync.conflictsLong':
    'Alles ist abgeglichen. {count, plural, one {In # Eintrag} other {In # Einträgen}} wurden dieselben Worte auf zwei Computern geändert; beide Fassungen sind aufbewahrt.',
  'sync.conflictsTitle': 'Auf zwei Computern zugleich geändert',
  'sync.problem.token':
    'Der Server nimmt das Token nicht mehr an. Hier ist alles sicher. Erzeuge ein neues Token für die Datenbank und gib es unten ein.',
  'sync.problem.otherVault':
    'Unter dieser Adresse liegt jetzt ein anderer Tresor. Nichts wurde gesendet oder geholt. Prüfe die Adresse, oder trenne die Verbindung und verbinde eine andere.',
  'sync.problem.renewedKey':
    'Der Schlüssel des Tresors wurde auf einem anderen Computer erneuert. Hier ist alles sicher. Gib die Passphrase ein, die dort gilt, um weiterzumachen.',
  'sync.problem.tooNew':
    'Ein neueres Daygrove hat den Tresor geändert. Hier ist alles sicher. Installiere die neuere Version auch auf diesem Computer.',
  'sync.problem.notAServer':
    'Was unter dieser Adresse antwortet, ist kein Sync-Server. Hier ist alles sicher. Wenn dieses Netzwerk eine Anmeldung verlangt, melde dich zuerst an; Daygrove versucht es von selbst wieder.',
  'sync.problem.server':
    'Der Server hat versagt oder sich widersprochen. Hier ist alles sicher. Daygrove versucht es von selbst wieder; wenn es so bleibt, leg eine neue Datenbank an und verbinde diese.',
  'sync.problem.noAnswer':
    'Der Server nimmt Anfragen an und antwortet nicht. Hier ist alles sicher. Daygrove versucht es von selbst wieder.',
  'sync.problem.diskFull':
    'Die Festplatte ist zu voll zum Abgleichen. Was gespeichert ist, ist sicher. Schaffe etwas Platz; Daygrove versucht es von selbst wieder.',
  'sync.problem.readOnly':
    'Daygrove darf in seinem eigenen Ordner nicht schreiben. Was gespeichert ist, ist sicher. Erlaube es dort; Daygrove versucht es von selbst wieder.',
  'sync.problem.internal':
    'Etwas Unerwartetes ist passiert. Hier ist alles sicher. Daygrove versucht es von selbst wieder.',
  'sync.nextAt': 'Nächster Versuch um {time}',
  'sync.now': 'Jetzt abgleichen',
  'sync.pause': 'Pausieren',
  'sync.resume': 'Fortsetzen',
  'sync.server': 'Server',
  'sync.dataUsed': 'Daten in diesem Monat, ungefähr',
  'sync.devices': 'Geräte',
  'sync.thisDevice': 'Dieser Computer',
  'sync.deviceName': 'Name dieses Computers',
  'sync.rename': 'Umbenennen',
  'sync.saveName': 'Speichern',
  'sync.lastSeen': 'zuletzt gesehen: {ago}',
  'sync.changeToken': 'Token ändern',
  'sync.compareAll': 'Alles noch einmal vergleichen',
  'sync.disconnect': 'Trennen',
  'sync.disconnectTitle': 'Sync trennen?',
  'sync.disconnectText':
    'Alles bleibt auf diesem Computer, und was auf dem Server liegt, bleibt dort. Adresse und Token werden hier vergessen. Du kannst jederzeit wieder verbinden.',
  'sync.disconnected': 'Sync ist getrennt',
  'sync.adoptPassphrase': 'Passphrase',
  'sync.adoptRecoveryKey': 'Neuer Wiederherstellungsschlüssel',
  'sync.adopt': 'Mit dem neuen Schlüssel weitermachen',
  'sync.notice.unreadable':
    '{count, plural, one {# Datensatz} other {# Datensätze}} auf dem Server {count, plural, one {lässt} other {lassen}} sich nicht öffnen. Nichts davon wird gelöscht, und hier ist nichts betroffen. Ein Gerät, das sie unbeschädigt hat, kann mit „Alles noch einmal vergleichen“ neu senden.',
  'sync.notice.missing':
    'Etwas, das auf {names} geschrieben wurde, ist nicht hier, und der Server bietet es nicht an: Vielleicht wurde er auf einen älteren Stand zurückgesetzt. Es kommt wieder, wenn ein Gerät abgleicht, das es hat.',
  'sync.notice.clock':
    'Die Uhr von {names} geht mehr als einen Tag vor. Stell sie richtig: Änderungen von dort gelten als später als alle anderen.',
  'sync.notice.passphrase':
    'Die Passphrase wurde auf einem anderen Computer geändert. Sie gilt auch hier, ab dem nächsten Entsperren.',
  'sync.notice.dismiss': 'Gelesen',
};
