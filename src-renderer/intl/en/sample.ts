/** The sample journal. */
export const sample = {
  'begin.sample': 'Look at a sample journal',
  'begin.sampleText': 'Six weeks of somebody who does not exist. One click removes it.',
  'sample.bar': 'This is a sample journal. It stays on this computer.',
  'sample.barLabel': 'Sample journal',
  'sample.remove': 'Remove it',
  'sample.settings': 'Sample journal',
  'sample.settingsHere':
    'A sample journal is here. It does not sync and is in no export. What you write yourself is yours and stays.',
  'sample.settingsNone': 'Six weeks of somebody who does not exist, to see what Daygrove looks like in use.',
  'sample.settingsOwn':
    'A sample journal can be looked at while your own is still empty. Yours is not: nothing made up is put beside it.',
  'sample.removeAction': 'Remove the sample journal',
  'sample.loadAction': 'Look at a sample journal',
  'sample.loadTitle': 'Sample journal',
  'sample.loading': 'Writing the sample journal…',
  'sample.loaded': 'The sample journal is here',
  'sample.notLoaded': 'The sample journal did not come in',
  'sample.cancelled': 'Nothing of the sample journal is here.',
  'sample.again': 'Try again',
  'sample.removeTitle': 'Remove the sample journal',
  'sample.removing': 'Removing the sample journal…',
  'sample.removed': 'The sample journal is gone. What you wrote yourself is here.',
  'sample.notRemoved': 'Not all of it is gone yet',
  'sample.changed':
    '{entries, plural, =0 {You ticked, paused or changed {habits, plural, one {# habit} other {# habits}} of it.} other {{habits, plural, =0 {You changed {entries, plural, one {# entry} other {# entries}} of it.} other {You changed {entries, plural, one {# entry} other {# entries}} and {habits, plural, one {# habit} other {# habits}} of it.}}}}',
  'sample.changedText':
    'What you changed can stay as your own, or go to the trash for thirty days. All the rest goes for good.',
  'sample.keep': 'Keep what I changed',
  'sample.trash': 'Put it in the trash',
  'sample.inExport': 'The sample journal stays out of the file, but for what you changed in it.',
} as const;
