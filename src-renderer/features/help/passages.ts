import type { MessageId } from '../../intl/en.ts';

/** What of a passage is more than sentences: drawn by help-parts.tsx. */
export type HelpPart = 'marks' | 'examples' | 'keys' | 'protection' | 'folder';

export interface HelpPassageText {
  readonly id: string;
  readonly title: MessageId;
  /** In their order; a part stands behind the sentence that leads to it. */
  readonly blocks: readonly (MessageId | { readonly part: HelpPart })[];
}

/** The whole help, in its order: what one needs first comes first. */
export const HELP_PASSAGES = [
  {
    id: 'writing',
    title: 'help.writing.title',
    blocks: [
      'help.writing.save',
      'help.writing.day',
      'help.writing.marks',
      { part: 'marks' },
      'help.writing.files',
      'help.writing.earlier',
    ],
  },
  { id: 'find', title: 'help.find.title', blocks: ['help.find.words', { part: 'examples' }] },
  {
    id: 'habits',
    title: 'help.habits.title',
    blocks: [
      'help.habits.schedule',
      'help.habits.marks',
      'help.habits.streak',
      'help.habits.strength',
      'help.habits.past',
    ],
  },
  { id: 'keys', title: 'help.keys.title', blocks: ['help.keys.palette', { part: 'keys' }] },
  {
    id: 'safe',
    title: 'help.safe.title',
    blocks: ['help.safe.sealed', 'help.safe.nobody', 'help.safe.lock', 'help.safe.not', { part: 'protection' }],
  },
  {
    id: 'recovery',
    title: 'help.recovery.title',
    blocks: ['help.recovery.what', 'help.recovery.change', 'help.recovery.both', 'help.recovery.stolen'],
  },
  {
    id: 'copies',
    title: 'help.copies.title',
    blocks: ['help.copies.daily', 'help.copies.kept', 'help.copies.second', 'help.copies.open', 'help.copies.restore'],
  },
  {
    id: 'sync',
    title: 'help.sync.title',
    blocks: ['help.sync.server', 'help.sync.sealed', 'help.sync.offline', 'help.sync.conflict', 'help.sync.join'],
  },
  {
    id: 'leave',
    title: 'help.leave.title',
    blocks: ['help.leave.export', 'help.leave.plain', 'help.leave.back', 'help.leave.forget'],
  },
  { id: 'disk', title: 'help.disk.title', blocks: ['help.disk.folder', { part: 'folder' }, 'help.disk.close'] },
  {
    id: 'report',
    title: 'help.report.title',
    blocks: ['help.report.say', 'help.report.log', 'help.report.id', 'help.report.never'],
  },
] as const satisfies readonly HelpPassageText[];

export type HelpPassage = (typeof HELP_PASSAGES)[number]['id'];

/** Marks of Markdown as they are typed. The same in every language. */
export const MARKS = [
  { typed: '# ', means: 'help.writing.heading' },
  { typed: '**…**', means: 'help.writing.strong' },
  { typed: '*…*', means: 'help.writing.emphasis' },
  { typed: '- ', means: 'help.writing.list' },
  { typed: '- [ ] ', means: 'help.writing.task' },
  { typed: '> ', means: 'help.writing.quote' },
  { typed: '#…', means: 'help.writing.tag' },
] as const satisfies readonly { readonly typed: string; readonly means: MessageId }[];

/** Searches to try. `query`: words of a language stand in its catalogue, filters are the same in all. */
export const SEARCH_EXAMPLES = [
  { query: { say: 'help.find.example.phrase' }, means: 'help.find.phrase' },
  { query: { say: 'help.find.example.without' }, means: 'help.find.without' },
  { query: { say: 'help.find.example.tag' }, means: 'help.find.tag' },
  { query: 'mood:4-5', means: 'help.find.mood' },
  { query: 'is:starred has:photo', means: 'help.find.starred' },
  { query: 'after:2026-01 before:2026-04-15', means: 'help.find.dates' },
  { query: { say: 'help.find.example.habit' }, means: 'help.find.habit' },
] as const satisfies readonly { readonly query: string | { readonly say: MessageId }; readonly means: MessageId }[];

/** The messages that stand in a part, for whoever searches the help. */
export const WORDS_OF_PART: Readonly<Record<HelpPart, readonly MessageId[]>> = {
  marks: MARKS.map(({ means }) => means),
  examples: SEARCH_EXAMPLES.map(({ means }) => means),
  keys: ['shortcuts.title', 'shortcuts.go', 'shortcuts.make', 'shortcuts.window', 'shortcuts.safety'],
  protection: ['help.safe.page'],
  folder: ['help.disk.vault', 'help.disk.envelope', 'help.disk.backups', 'help.disk.log'],
};
