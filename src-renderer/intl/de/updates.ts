import type { updates as updatesEn } from '../en/updates.ts';

/** Updates, what changed, licences. */
export const updates: Readonly<Record<keyof typeof updatesEn, string>> = {
  'updates.byItself': 'Einmal am Tag nachsehen, ob es ein neueres Daygrove gibt',
  'updates.byItselfHint':
    'Aus: Daygrove fragt niemanden, außer du drückst den Knopf. An: Es liest eine signierte Liste von dort, wo es veröffentlicht wurde; mit der Frage geht nichts über dich oder diesen Computer mit. Nichts wird von selbst installiert.',
  'updates.check': 'Nach Updates suchen',
  'updates.checking': 'Neueres Daygrove wird gesucht…',
  'updates.stop': 'Anhalten',
  'updates.neverAsked': 'Daygrove hat noch nicht gefragt, ob es eine neuere Version gibt.',
  'updates.lastAsked': 'Zuletzt gefragt am {when}.',
  'updates.newest': 'Das ist das neueste Daygrove. Gefragt am {when}.',
  'updates.there': 'Daygrove {version} ist da.',
  'updates.look': 'Ansehen',
  'updates.download': 'Laden',
  'updates.downloading': 'Daygrove {version} wird geladen…',
  'updates.downloadingOf': 'Daygrove {version} wird geladen: {done} von {total}.',
  'updates.ready': 'Daygrove {version} ist bereit.',
  'updates.readyText':
    'Die Signatur stimmt. Wenn du es sagst, speichert Daygrove, was du gerade schreibst, sperrt deinen Tresor und schließt sich; beim nächsten Öffnen ist die neue Version da.',
  'updates.install': 'Schließen und installieren',
  'updates.installing': 'Tresor wird gesperrt, dann wird installiert…',
  'updates.whatChanged': 'Was sich geändert hat',
  'updates.isNow': 'Daygrove ist jetzt {version}.',
  'updates.unavailable.browser':
    'Das ist die Browser-Version, die aus ihrem eigenen Ordner läuft: Sie aktualisiert sich nicht selbst. Eine neuere Version gibt es dort, wo diese herkam.',
  'updates.unavailable.not-packaged': 'Daygrove läuft hier aus seinem Quelltext und aktualisiert sich nicht selbst.',
  'updates.unavailable.package-manager':
    'Die Paketverwaltung deines Systems hat Daygrove installiert und bringt neuere Versionen. Daygrove ersetzt sich hier nicht selbst.',
  'updates.unavailable.no-address':
    'Dieses Daygrove hat keine Update-Adresse: Es fragt niemanden nach neueren Versionen. Du bekommst sie dort, wo diese herkam.',
  'updates.unavailable.no-key':
    'Dieses Daygrove hat keinen Schlüssel, um die Signatur eines Updates zu prüfen, und sucht darum keins. Neuere Versionen gibt es dort, wo diese herkam.',
  'updates.failed.offline':
    'Niemand hat geantwortet. Nichts wurde geändert; prüfe die Verbindung und versuche es noch einmal.',
  'updates.failed.server':
    'Der Ort, an dem Daygrove veröffentlicht wird, hat nicht mit einer Liste von Versionen geantwortet. Nichts wurde geändert; versuche es später noch einmal.',
  'updates.failed.unsigned':
    'Die Liste der Versionen trägt keine Signatur, sie stammt also vielleicht nicht von Daygrove. Nichts wurde geladen und nichts geändert.',
  'updates.failed.wrong-signature':
    'Die Signatur ist nicht die von Daygrove: Jemand könnte das Update verändert haben. Es wurde abgelehnt und nichts geändert.',
  'updates.failed.damaged':
    'Was geladen wurde, ist nicht das, was die signierte Liste nennt. Es wurde verworfen und nichts geändert; versuche es noch einmal.',
  'updates.failed.older': 'Was angeboten wird, ist älter als dieses Daygrove. Es wurde abgelehnt und nichts geändert.',
  'updates.failed.disk':
    'Das Update konnte nicht auf die Festplatte geschrieben werden. Nichts wurde geändert; schaffe Platz und versuche es noch einmal.',
  'updates.failed.internal':
    'Das Update ist nicht gelungen. Nichts wurde geändert; versuche es noch einmal, oder hol es dort, wo diese Version herkam.',

  'licences.action': 'Lizenzen',
  'licences.title': 'Lizenzen',
  'licences.text':
    'Daygrove ist aus diesen Werken gemacht. Jedes steht unter der Lizenz neben seinem Namen.{host, select, electron { Woraus Chromium gemacht ist, steht in LICENSES.chromium.html, neben dem Programm.} other {}}',
  'licences.search': 'Nach Name oder Lizenz suchen',
  'licences.count': '{count, plural, =0 {Keins dieses Namens.} one {# Werk.} other {# Werke.}}',
  'licences.words': 'Lizenz von {name}',
  'licences.missing': 'Die Liste der Lizenzen fehlt hier. Sie entsteht mit npm run build.',
};
