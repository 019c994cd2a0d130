import type { capture as captureEn } from '../en/capture.ts';

/** Quick capture. */
export const capture: Readonly<Record<keyof typeof captureEn, string>> = {
  'capture.title': 'Schnellnotiz',
  'capture.text': 'Was du festhalten möchtest',
  'capture.placeholder': 'Ein Gedanke, bevor er weg ist',
  'capture.keep': 'Festhalten',
  'capture.keeping': 'Wird festgehalten…',
  'capture.close': 'Schließen',
  'capture.closed': 'Du kannst dieses Fenster schließen.',
  'capture.notKept': 'Nicht festgehalten. {reason}',
  'capture.rest': 'Was du geschrieben hattest, ist festgehalten. Das hier kam danach und ist es noch nicht.',
  'capture.askTitle': 'Das ist noch nicht festgehalten.',
  'capture.copy': 'Kopieren',
  'capture.copied':
    'Es liegt jetzt in der Zwischenablage. Füge es dort ein, wo du es wiederfindest, und schließe dann dieses Fenster.',
  'capture.notCopied': 'Es konnte nicht kopiert werden. Markiere es und kopiere es von Hand.',
  'capture.unlockFirst': 'Erst entsperren',
  'capture.goOn': 'Weiterschreiben',
  'capture.throwAway': 'Verwerfen',
  'capture.way.journal': 'Es kommt in „Heute“.',
  'capture.way.inbox': 'Daygrove ist gesperrt. Das hier wird versiegelt und öffnet sich, wenn du entsperrst.',
  'capture.way.needsUnlock':
    'Hier kann noch nichts festgehalten werden: Daygrove muss auf diesem Computer zuerst einmal entsperrt werden. Was du hier schreibst, kannst du nur kopieren.',
  'capture.way.absent': 'Hier gibt es noch kein Tagebuch. Lege zuerst eins an.',
  'capture.kept.inbox': 'Festgehalten. Du findest es in „Heute“, wenn du entsperrst.',
  'capture.kept.journal': 'Festgehalten. Du findest es in „Heute“.',
  'capture.taken':
    '{count, plural, one {Deine Schnellnotiz ist} other {Deine # Schnellnotizen sind}} jetzt im Tagebuch.',
  'capture.waiting':
    '{count, plural, one {Eine Schnellnotiz wartet} other {# Schnellnotizen warten}} noch außerhalb des Tagebuchs: Das Schreiben ging gerade nicht. Nichts ist verloren. Sieh nach, ob auf der Festplatte noch Platz ist; beim nächsten Entsperren wird es wieder versucht.',
  'capture.unreadable':
    '{count, plural, one {Eine Schnellnotiz lässt} other {# Schnellnotizen lassen}} sich nicht öffnen. Das Tagebuch selbst ist nicht betroffen. Mehr dazu steht in den Einstellungen unter „Schnellnotiz“.',
  'capture.unreadableIn':
    '{count, plural, one {Eine Schnellnotiz lässt sich nicht öffnen: Ihre Datei ist} other {# Schnellnotizen lassen sich nicht öffnen: Ihre Dateien sind}} beschädigt oder mit einem Schlüssel versiegelt, der nicht zu diesem Tresor gehört. Nichts wurde gelöscht. Sieh in {folder} nach; was du behalten willst, kopiere an einen anderen Ort, was nicht, lösche dort.',
  'capture.otherVault':
    '{count, plural, one {Eine Schnellnotiz gehört} other {# Schnellnotizen gehören}} zu einem anderen Tresor ({vault}…), und nur er kann sie öffnen. Nichts wurde gelöscht. Sieh in {folder} nach.',
  'capture.keyChanged.title': 'Jemand hat Daygroves Ordner verändert',
  'capture.keyChanged.what':
    'Der Schlüssel, der deine Schnellnotizen versiegelt, solange Daygrove gesperrt ist, war nicht der deines Tresors. Das wurde am {day} bemerkt. Jemand oder ein Programm hat einen anderen in Daygroves Ordner auf diesem Computer geschrieben.',
  'capture.keyChanged.safe':
    'Dein Tagebuch konnte damit niemand lesen. Der richtige Schlüssel ist wieder an seinem Platz. Was du in der Zwischenzeit bei gesperrtem Daygrove notiert hast, ist vielleicht für jemand anderen versiegelt worden: Dann gehört es zu dem, was sich nicht öffnen lässt, und wer jenen Schlüssel hat, könnte es lesen.',
  'capture.keyChanged.do':
    'Überlege, wer auf diesem Computer Dateien schreiben kann. Wenn dir niemand einfällt, lass den Computer untersuchen.',
  'capture.keyChanged.read': 'Gelesen',
  'capture.settings':
    'Für einen Gedanken, der nicht warten kann: {host, select, electron {ein kleines Fenster, das sich auch öffnet, während Daygrove gesperrt ist} other {auch auf dem Sperrbildschirm}}. Was du dort schreibst, wird sofort versiegelt; nur das Entsperren öffnet es.',
  'capture.shortcut': 'Tastenkürzel, das in jedem Programm wirkt',
  'capture.shortcut.none': 'Keins: auswählen, um eins festzulegen',
  'capture.shortcut.press': 'Drücke die Tasten…',
  'capture.shortcut.how':
    'Halte {platform, select, mac {die Befehlstaste, ctrl oder die Wahltaste} windows {Strg, Alt oder die Windows-Taste} other {Strg, Alt oder Super}} gedrückt und drücke eine weitere Taste. Mit Esc bleibt es, wie es war.',
  'capture.shortcut.unfit':
    'Das taugt nicht als Tastenkürzel für jedes Programm: Es braucht {platform, select, mac {die Befehlstaste, ctrl oder die Wahltaste} windows {Strg, Alt oder die Windows-Taste} other {Strg, Alt oder Super}} und dazu einen Buchstaben, eine Ziffer oder eine Funktionstaste.',
  'capture.shortcut.clear': 'Entfernen',
  'capture.shortcut.clearLong': 'Tastenkürzel entfernen',
  'capture.shortcutState.off': 'Im Moment gibt es kein Tastenkürzel.',
  'capture.shortcutState.active': 'Es wirkt jetzt in jedem Programm.',
  'capture.shortcutState.taken':
    'Es wirkt nicht: Ein anderes Programm hat diese Tasten, oder das System behält sie für sich. Wähle andere.',
  'capture.shortcutState.unreadable':
    'Es wirkt nicht: Daygrove kann dieses Tastenkürzel nicht lesen. Lege es neu fest.',
  'capture.shortcutState.desktopDecides':
    'Daygrove hat den Desktop darum gebeten. Unter Wayland entscheidet der Desktop, fragt dich vielleicht selbst und sagt nicht, was daraus geworden ist. Wenn beim Drücken nichts geschieht, sieh in den Systemeinstellungen unter den Tastenkürzeln nach.',
  'capture.shortcutState.hostHasNone':
    'In der Browser-Version gibt es kein Tastenkürzel, das in jedem Programm wirkt: Eine Seite erfährt nicht, welche Tasten anderswo gedrückt werden.',
};
