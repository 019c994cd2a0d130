import type { backups as backupsEn } from '../en/backups.ts';

/** Backups, restoring, verifying, damage. */
export const backups: Readonly<Record<keyof typeof backupsEn, string>> = {
  'openBackup.have': 'Sicherung öffnen',
  'openBackup.title': 'Sicherung öffnen',
  'openBackup.lead':
    'Wähle die Datei einer Sicherung. Sie öffnet sich mit der Passphrase oder dem Wiederherstellungsschlüssel, die der Tresor damals hatte.',
  'openBackup.secretLead':
    'Das ist die Sicherung eines Tresors. Gib die Passphrase oder den Wiederherstellungsschlüssel ein, die der Tresor damals hatte.',
  'openBackup.choose': 'Sicherung wählen',
  'openBackup.another': 'Andere Datei wählen',
  'openBackup.fileHint': 'Eine Datei, deren Name auf .daygrove-backup endet',
  'openBackup.passphrase': 'Damalige Passphrase',
  'openBackup.recoveryKey': 'Damaliger Wiederherstellungsschlüssel',
  'openBackup.look': 'Inhalt ansehen',
  'openBackup.take': 'Als meinen Tresor übernehmen',
  'openBackup.taking': 'Wird übernommen…',
  'openBackup.foundTitle': 'Was die Sicherung enthält',
  'openBackup.safe': 'Die Datei der Sicherung bleibt, wo und wie sie ist.',
  'damage.title': 'Die Tresordatei ist beschädigt',
  'damage.lead':
    'Dein Schlüssel stimmt, aber die Datei dahinter lässt sich nicht richtig öffnen. Sie wurde nicht verändert.',
  'damage.choose': 'Tresor neu aufbauen aus',
  'damage.file': 'Was sich in dieser Datei noch öffnen lässt',
  'damage.fileRecords': '{count, plural, one {# Datensatz ist lesbar} other {# Datensätze sind lesbar}}',
  'damage.fileUnreadable': 'Diese Datei ist gar nicht mehr lesbar',
  'damage.backup': 'Sicherung vom {date}, dazu alles, was sich in dieser Datei noch öffnen lässt',
  'damage.backupRecords': '{count, plural, one {# Datensatz} other {# Datensätze}}',
  'damage.nothing':
    'In dieser Datei lässt sich nichts öffnen, und daneben liegt keine Sicherung. Wenn du eine Kopie des Profilordners hast, lege sie zurück und starte neu.',
  'damage.safe': 'Die beschädigte Datei wird beiseitegelegt und bleibt erhalten. Nichts wird überschrieben.',
  'damage.rebuild': 'Neu aufbauen',
  'damage.working': 'Wird neu aufgebaut…',
  'damage.leave': 'Nicht jetzt, wieder sperren',
  'rebuilt.title': 'Der Tresor ist neu aufgebaut',
  'rebuilt.restored': '{count, plural, one {# Datensatz wurde} other {# Datensätze wurden}} zurückgeholt.',
  'rebuilt.unreadable':
    '{count, plural, =0 {Nichts blieb zurück.} one {# Datensatz war nicht lesbar.} other {# Datensätze waren nicht lesbar.}}',
  'rebuilt.keptAs': 'Die beschädigte Datei liegt noch da als {name}.',
  'rebuilt.goOn': 'Weiter',

  'backups.text':
    'Jeden Tag schreibt Daygrove eine versiegelte Kopie von allem und liest sie zur Sicherheit noch einmal. Passphrase oder Wiederherstellungsschlüssel öffnen sie auf jedem Computer.',
  'backups.none': 'Es gibt noch keine Sicherung',
  'backups.noneText': 'Die erste wird geschrieben, wenn du Daygrove morgen entsperrst, oder jetzt gleich.',
  'backups.last': 'Letzte Sicherung: {when}',
  'backups.lastText': '{things} · {size}',
  'backups.lastBeforeRestore':
    'Sie enthält deinen Tresor so, wie er war, kurz bevor du eine andere Sicherung wiederhergestellt hast.',
  'backups.lastVerified': 'Alles darin wurde noch einmal von der Festplatte gelesen und geöffnet.',
  'backups.lastNotVerified':
    'Daygrove hat diese hier nicht noch einmal gelesen. Sichere jetzt, um eine geprüfte zu haben.',
  'backups.unreadable':
    '{count, plural, one {# Ding darin ließ sich schon beim Schreiben nicht mehr öffnen.} other {# Dinge darin ließen sich schon beim Schreiben nicht mehr öffnen.}} Prüfe deinen Tresor, um zu sehen, was sich tun lässt.',
  'backups.failed': 'Der letzte Versuch ist nicht gelungen.',
  'backups.running': 'Sicherung wird geschrieben…',
  'backups.writing': 'Wird geschrieben und geprüft…',
  'backups.run': 'Jetzt sichern',
  'backups.done': 'Die Sicherung ist geschrieben, und alles darin wurde noch einmal gelesen.',
  'backups.doneNotCopied': 'Auf diesem Computer geschrieben, aber nicht nach {path} kopiert. {reason}',
  'backups.restore': 'Wiederherstellen…',
  'backups.verify': 'Tresor prüfen…',
  'backups.folderTitle': 'Ein zweiter Ort',
  'backups.folderText':
    'Jede Sicherung wird auch dorthin kopiert: auf einen Stick, eine andere Festplatte, in einen Ordner, der mitwandert. Andere Computer dürfen denselben benutzen.',
  'backups.folderNone': 'Keiner gewählt.',
  'backups.folderCannot':
    'Die Browser-Version kann nicht nach einem Ordner fragen. Kopiere die neueste Datei von Hand aus dem Ordner „backups“ deines Profils, oder nimm die Desktop-App.',
  'backups.folderNewest': 'Die neueste dort: {when}',
  'backups.folderLastSeen': 'Die neueste, die dort zuletzt zu sehen war: {when}',
  'backups.folderNothingYet': 'Dort liegt noch nichts.',
  'backups.folderChoose': 'Ordner wählen…',
  'backups.folderChange': 'Anderer Ordner…',
  'backups.folderForget': 'Nicht mehr dorthin kopieren',
  'backups.folderForgotten': 'Sicherungen werden nicht mehr dorthin kopiert. Was dort liegt, bleibt.',
  'backups.folderChosen': 'Sicherungen werden ab jetzt dorthin kopiert.',
  'backups.list': '{count, plural, one {# Sicherung auf diesem Computer} other {# Sicherungen auf diesem Computer}}',
  'backups.keptTitle': 'Aufbewahrt werden sieben Tage, vier Wochen und zwölf Monate.',
  'backups.when': 'Geschrieben',
  'backups.size': 'Größe',
  'backups.kept': 'Aufbewahrt als',
  'backups.kind.daily': 'Tagesstand',
  'backups.kind.weekly': 'Wochenstand',
  'backups.kind.monthly': 'Monatsstand',
  'backups.kind.before-restore': 'Stand vor einer Wiederherstellung',
  'backups.kind.none': 'nur bis zur nächsten',
  'backups.replacedTitle': 'Tresore von vor einer Wiederherstellung',
  'backups.replacedText':
    'Jeder ist vollständig erhalten, in einem eigenen Ordner. Von jedem wurde auch eine Sicherung geschrieben: Einen Monat lang steht sie unter „Wiederherstellen“, damit du zurück kannst. Lösche einen Ordner von Hand, wenn du ihn nicht mehr brauchst.',
  'backups.replacedAt': '{when} · {size}',
  'backups.cancelled': 'Abgebrochen. Nichts wurde geändert.',
  'restore.title': 'Sicherung wiederherstellen',
  'restore.lead':
    'Wähle eine Sicherung, um sie neben deinem Tresor zu sehen. Nichts ändert sich, bevor du es sagst.',
  'restore.from': 'Sicherungen auf diesem Computer',
  'restore.option': '{when}',
  'restore.optionText': '{things} · {size}',
  'restore.optionBefore': 'dein Tresor von vor einer Wiederherstellung',
  'restore.file': 'Eine Datei von anderswo',
  'restore.look': 'Vergleichen',
  'restore.noneHere':
    'Auf diesem Computer gibt es noch keine Sicherung. Du kannst eine Datei von anderswo wählen.',
  'restore.uploading': 'Datei wird übernommen…',
  'restore.looking': 'Alles in der Sicherung wird geöffnet…',
  'restore.comparing': 'Wird verglichen…',
  'restore.back': 'Andere Sicherung',
  'restore.takeAnyway': 'Trotzdem wiederherstellen',
  'restore.take': 'Diese Sicherung wiederherstellen',
  'restore.taking': 'Wird wiederhergestellt…',
  'restore.kept':
    'Zuerst wird eine Sicherung deines Tresors geschrieben, wie er jetzt ist. Sie steht dann unter „Wiederherstellen“, damit du zurück kannst. Auch der Tresor selbst bleibt erhalten, im Ordner unten. Wenn alles fertig ist, sperrt sich Daygrove.',
  'restore.keeping': 'Der jetzige Tresor wird gesichert…',
  'restore.synced':
    'Dieser Tresor wird abgeglichen. Ein wiederhergestellter nicht, bis du Sync fortsetzt: Dann kommt alles, was auf dem Server liegt, wieder dazu.',
  'restore.erased':
    '{count, plural, one {# Eintrag, den du seither endgültig gelöscht hast, wäre wieder da.} other {# Einträge, die du seither endgültig gelöscht hast, wären wieder da.}}',
  'restore.allSame': 'Die Sicherung enthält dasselbe wie dein Tresor.',
  'look.written': 'Sicherung vom {when}',
  'look.cut':
    'Diese Datei hört zu früh auf: Sie wurde nicht bis zum Ende kopiert. Was bis dahin darin ist, öffnet sich und kann übernommen werden; der Rest fehlt.',
  'look.unreadable':
    '{count, plural, one {# Teil davon ist beschädigt und lässt sich nicht öffnen.} other {# Teile davon sind beschädigt und lassen sich nicht öffnen.}} Der Rest kann übernommen werden.',
  'look.said': 'Was gefunden wurde',
  'look.holds': 'Sie enthält {things}.',
  'look.holdsNothing': 'Sie enthält weder Einträge noch Gewohnheiten noch Dateien.',
  'look.noThings': 'noch nichts',
  'look.lost':
    'Von dem, was du jetzt hast, {count, plural, one {fehlt} other {fehlen}} in dieser Sicherung: {things}.',
  'look.changed': '{things} {count, plural, one {ist} other {sind}} in dieser Sicherung anders, nämlich wie damals.',
  'look.gained': 'Wieder da wäre, was du jetzt nicht hast: {things}.',
  'look.kind': 'Art',
  'look.vault': 'Dein Tresor',
  'look.backup': 'Sicherung',
  'look.onlyVault': 'Nur in deinem Tresor',
  'look.onlyBackup': 'Nur in der Sicherung',
  'look.differ': 'Verschieden',
  'look.same': 'Gleich',
  'look.entries': 'Einträge',
  'look.habits': 'Gewohnheiten',
  'look.checkIns': 'Häkchen',
  'look.photos': 'Fotos und Dateien',
  'look.days': 'Tage',
  'look.noDays': 'keine',
  'look.newest': 'Neueste Änderung',
  'look.tableTitle': 'Dein Tresor neben der Sicherung',
  'verify.title': 'Tresor prüfen',
  'verify.lead':
    'Öffnet alles Versiegelte, vergleicht es mit dem, was die Listen zeigen, und sieht jede Datei im Tresor durch. Du kannst währenddessen weiterschreiben.',
  'verify.begin': 'Prüfen',
  'verify.running': 'Alles wird durchgesehen…',
  'verify.again': 'Noch einmal prüfen',
  'verify.good': 'Alles ist heil.',
  'verify.bad': 'Nicht alles ist heil.',
  'verify.looked':
    'Daygrove hat {things} durchgesehen, mit allen früheren Fassungen und allem, was dazugehört.',
  'verify.lookedNothing':
    'Es gibt noch keine Einträge, Gewohnheiten oder Dateien; alles andere hat Daygrove durchgesehen.',
  'verify.unreadable': '{count, plural, one {Das lässt} other {Diese lassen}} sich nicht öffnen: {kinds}.',
  'verify.unreadableCurrent':
    '{count, plural, =0 {Betroffen sind nur frühere Fassungen; was zu sehen ist, ist heil.} one {# davon ist das, was jetzt zu sehen ist.} other {# davon sind das, was jetzt zu sehen ist.}}',
  'verify.disagreeing':
    '{count, plural, one {Das zeigen die Listen anders, als es geschrieben wurde} other {Diese zeigen die Listen anders, als sie geschrieben wurden}}: {kinds}. Was du geschrieben hast, ist sicher; ein Neuaufbau bringt die Listen in Ordnung.',
  'verify.incomplete':
    '{count, plural, one {Bei # Datei fehlen Teile.} other {Bei # Dateien fehlen Teile.}} Wenn dieser Tresor abgeglichen wird, ist der Rest vielleicht noch unterwegs.',
  'verify.pages':
    '{count, plural, one {Die Datenbank beanstandet # ihrer Seiten.} other {Die Datenbank beanstandet # ihrer Seiten.}} Ein Neuaufbau schreibt sie neu.',
  'verify.pagesNotAsked':
    'Die Datei ist zu groß, um die Datenbank nach ihren Seiten zu fragen, ohne dich aufzuhalten; geöffnet wurde trotzdem alles darin.',
  'verify.remedy':
    'Die Sicherung vom {when} enthält {holds, plural, one {# davon unbeschädigt} other {# davon unbeschädigt}}.',
  'verify.noRemedy':
    'Keine Sicherung auf diesem Computer enthält, was sich nicht öffnen lässt. Vielleicht aber eine an einem anderen Ort.',
  'verify.repair': 'Tresor neu aufbauen…',
  'verify.repairText':
    'Daygrove schließt den Tresor und fragt, woraus er neu aufgebaut werden soll. Alles, was sich öffnen lässt, bleibt, auch das Neueste; die Datei, wie sie jetzt ist, wird aufbewahrt.',
  'verify.kind.entry': '{count, plural, one {# Eintrag} other {# Einträge}}',
  'verify.kind.habit': '{count, plural, one {# Gewohnheit} other {# Gewohnheiten}}',
  'verify.kind.check-in': '{count, plural, one {# Häkchen} other {# Häkchen}}',
  'verify.kind.pause': '{count, plural, one {# Pause} other {# Pausen}}',
  'verify.kind.attachment': '{count, plural, one {# Datei} other {# Dateien}}',
  'verify.kind.attachment-piece': '{count, plural, one {# Teil einer Datei} other {# Teile von Dateien}}',
  'verify.kind.template': '{count, plural, one {# Vorlage} other {# Vorlagen}}',
  'verify.kind.saved-search': '{count, plural, one {# gespeicherte Suche} other {# gespeicherte Suchen}}',
  'verify.kind.spelling-word': '{count, plural, one {# Wort deines Wörterbuchs} other {# Wörter deines Wörterbuchs}}',
  'verify.kind.preferences': '{count, plural, one {# Einstellung} other {# Einstellungen}}',
  'verify.kind.device': '{count, plural, one {# Gerät} other {# Geräte}}',
  'verify.kind.other': '{count, plural, one {# von unbekannter Art} other {# von unbekannter Art}}',
};
