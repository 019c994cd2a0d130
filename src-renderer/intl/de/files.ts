import type { files as filesEn } from '../en/files.ts';

/** Photos and files. */
export const files: Readonly<Record<keyof typeof filesEn, string>> = {
  'file.title': 'Datei',
  'file.size': '{type, select, none {} other {{type}, }}{size}',
  'file.show': '{name}, im Eintrag vom {date}',
  'file.plain':
    'Eine Kopie außerhalb des Tresors ist unverschlüsselt: Wer den Ordner öffnen kann, kann sie lesen, und Daygrove schützt sie nicht mehr.',
  'file.save': 'Kopie speichern…',
  'file.saving': 'Wird gespeichert…',
  'file.saved': 'Eine Kopie von {name} wurde gespeichert.',
  'photo.title': 'Foto',
  'photo.saved': 'Eine Kopie des Fotos wurde gespeichert.',
  'photos.title': 'Fotos und Dateien',
  'photos.files': 'Dateien',
  'photos.back': 'Zurück zum Tagebuch',
  'photos.emptyTitle': 'Noch keine Fotos oder Dateien',
  'photos.emptyText':
    'Füge ein Bild oder eine beliebige Datei in einen Eintrag ein, zieh sie hinein oder wähle eine mit dem Bild-Knopf unter dem Text. Sie wird in deinem Tresor versiegelt.',
  'photos.emptyExample': 'Der See, am Abend, als er zufror.',
  'photos.emptyAction': 'Eintrag schreiben',
  'photos.more': 'Mehr anzeigen',
  'photos.show': 'Foto vom {date}{name, select, none {} other {: {name}}}',
  'photos.toDay': 'Zum {date} gehen',
  'photo.add': 'Fotos oder Dateien hinzufügen',
  'photo.adding': '{count, plural, one {# Datei wird} other {# Dateien werden}} hinzugefügt…',
  'photo.added': '{count, plural, one {# Datei wurde} other {# Dateien wurden}} hinzugefügt.',
  'photo.nth': 'Foto {index, number} von {count, number}',
  'photo.previous': 'Voriges',
  'photo.next': 'Nächstes',
  'photo.missing': 'noch nicht auf diesem Gerät',
  'photo.elsewhere': 'ein Bild aus dem Internet, das Daygrove nicht lädt',
  'photo.notDrawn': 'Dieses Bild lässt sich nicht anzeigen. Es bleibt, wie es ist; nichts davon ist verloren.',
  'photo.tooLarge':
    '{name} ist zu groß: Eine Datei darf höchstens 50\u00a0MB haben. Sie wurde weggelassen; die Datei selbst ist unverändert.',
  'photo.empty': '{name} ist leer; es gibt nichts aufzubewahren. Die Datei selbst ist unverändert.',
  'photo.notAdded':
    '{name} konnte nicht hinzugefügt werden. {reason} Die Datei selbst ist unverändert; versuche es noch einmal.',
};
