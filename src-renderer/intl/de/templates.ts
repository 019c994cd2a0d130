import type { templates as templatesEn } from '../en/templates.ts';

/** Templates. */
export const templates: Readonly<Record<keyof typeof templatesEn, string>> = {
  'templates.insert': 'Vorlage einfügen',
  'templates.title': 'Vorlage einfügen',
  'templates.filter': 'Vorlage suchen',
  'templates.list': 'Vorlagen',
  'templates.own': 'Deine',
  'templates.builtIn': 'Von Daygrove',
  'templates.preview': 'Was sie einfügt',
  'templates.none': 'Keine Vorlage heißt so.',
  'templates.new': 'Neue Vorlage…',
  'templates.newTitle': 'Neue Vorlage',
  'templates.editTitle': 'Vorlage ändern',
  'templates.manage': 'Deine Vorlagen findest du in den Einstellungen unter „Schreiben“.',
  'templates.name': 'Name',
  'templates.body': 'Text, in Markdown',
  'templates.fields': 'Das wird beim Verwenden ausgefüllt:',
  'templates.needsName': 'Gib ihr einen Namen.',
  'templates.save': 'Speichern',
  'templates.leave': 'Eingabe verwerfen?',
  'templates.leaveText': 'Diese Vorlage wurde nicht gespeichert.',
  'templates.stay': 'Weiterschreiben',
  'templates.throwAway': 'Verwerfen',
  'templates.edit': '„{name}“ ändern',
  'templates.remove': '„{name}“ entfernen',
  'templates.removed': 'Die Vorlage „{name}“ wurde entfernt.',
  'templates.copyOf': 'Eigene daraus machen',
  'templates.ownTitle': 'Vorlagen',
  'templates.ownEmpty': 'Du hast noch keine eigenen. Die von Daygrove sind immer da.',
  // Written anew for German, not translated.
  'templates.ownExample': 'Was war gut? Was mache ich anders?',
  'templates.builtIn.evening.name': 'Am Abend',
  'templates.builtIn.evening.body':
    '**Was heute war**\n\n{cursor}\n\n**Was ich festhalten will**\n\n**Für morgen**\n\n-',
  'templates.builtIn.three.name': 'Drei gute Dinge',
  'templates.builtIn.three.body': '1. {cursor}\n2.\n3.',
  'templates.builtIn.morning.name': 'Am Morgen',
  'templates.builtIn.morning.body':
    '**Wie ich aufgewacht bin**\n\n{cursor}\n\n**Was diesen {weekday} gut machen würde**\n\n**Was warten kann**',
  'templates.builtIn.week.name': 'Wochenrückblick',
  'templates.builtIn.week.body':
    '## Woche {week}\n\n**Was gut lief**\n\n- {cursor}\n\n**Was schwer war**\n\n-\n\n**Was ich gelernt habe**\n\n-\n\n**Nächste Woche**\n\n-',
  'templates.builtIn.walk.name': 'Unterwegs',
  'templates.builtIn.walk.body':
    '**Wo** {cursor}\n\n**Mit wem**\n\n**Was ich gesehen habe**\n\n**Wofür ich wiederkommen würde**',
  'templates.builtIn.dream.name': 'Ein Traum',
  'templates.builtIn.dream.body':
    '*Aufgeschrieben um {time}*\n\n{cursor}\n\n**Wie es sich anfühlte** \n\n**Was von gestern darin war** \n\n#traum',
};
