/** A screen of the walk by its name, or the screen that another spec holds against WCAG while it is there: `spec › screen`. */
type Where = string;

/** By `View` of src-renderer/shell/route.ts. */
const VIEWS: Readonly<Record<string, Where>> = {
  today: 'today',
  journal: 'journal',
  calendar: 'calendar',
  insights: 'insights',
  month: 'month',
  tags: 'tags',
  photos: 'photos',
  trash: 'trash',
  habits: 'habits',
  habit: 'habit',
  search: 'search',
  settings: 'settings',
  protection: 'protection',
};

/** By the type of `Overlay` there. */
const OVERLAYS: Readonly<Record<string, Where>> = {
  palette: 'palette',
  shortcuts: 'shortcuts',
  import: 'import',
  'take-back': 'import-take-back',
  'import-problems': 'import-left-out',
  sample: 'sample.spec.ts › the question before a changed sample goes',
  export: 'export',
  restore: 'restore-choose',
  capture: 'capture',
  verify: 'verify',
  link: 'link',
  photo: 'photo',
  file: 'file',
  'edit-link': 'edit-link',
  'remove-entries': 'remove-entries',
  erase: 'trash-erase',
  templates: 'templates',
  template: 'template',
  'saved-search': 'saved-search',
  habit: 'habit-new',
  pause: 'pause',
  pauses: 'pauses',
  licences: 'licences',
  'what-changed': 'about.spec.ts › what changed',
};

/** By the file that opens something over the page, without those that `Overlay` names. */
const LAYERS: Readonly<Record<string, Where>> = {
  'features/capture/key-change-dialog.tsx': 'capture.spec.ts › the warning of a changed key',
  'features/entries/conflict-banner.tsx': 'sync.spec.ts › two wordings',
  'features/entries/history-dialog.tsx': 'history',
  'features/habits/day-popover.tsx': 'check-in-days.spec.ts › a day of a habit',
  'features/habits/group-field.tsx': 'habit-groups',
  'features/habits/habit-menu.tsx': 'habit-menu',
  'features/habits/long-timer-dialog.tsx': 'check-in-amounts.spec.ts › a long timer',
  'features/habits/overview/row-menu.tsx': 'habits-overview.spec.ts › the menu of a habit',
  'features/habits/page/habit-header.tsx': 'habit-page-menu',
  'features/habits/picture-picker.tsx': 'habit-form-access.spec.ts › icons and colours',
  'features/habits/row-panels.tsx': 'habit-days',
  'features/habits/row-popover.tsx': 'habit-days',
  'features/help/help-dialog.tsx': 'help.spec.ts › the help',
  'features/keyboard/reset-dialog.tsx': 'keyboard-settings.spec.ts › all keys back to defaults',
  'features/search/filter-bar.tsx': 'search-filter',
  'features/security/change-passphrase.tsx': 'change-passphrase',
  'features/security/forget-device.tsx': 'keys.spec.ts › forgetting the vault here',
  'features/security/key-dialog.tsx': 'new-recovery-key',
  'features/security/keychain-part.tsx': 'keys.spec.ts › turning the keychain on',
  'features/security/new-recovery-key.tsx': 'keys.spec.ts › a new recovery key',
  'features/security/renew-key.tsx': 'renew-key',
  'features/settings/language-menu.tsx': 'languages.spec.ts › the languages',
  'features/spelling/spelling-menu.tsx': 'spelling-menu',
  'features/sync/sync-section.tsx': 'accessibility.spec.ts › before disconnecting',
};

export const COVERED: { readonly views: typeof VIEWS; readonly overlays: typeof VIEWS; readonly layers: typeof VIEWS } =
  { views: VIEWS, overlays: OVERLAYS, layers: LAYERS };

/** What the screen of the walk is said to be: `view`, or `layer` where something is open over the page. */
export function kindsOf(name: string): readonly { readonly kind: 'view' | 'layer'; readonly what: string }[] {
  return Object.entries({ ...COVERED }).flatMap(([group, lines]) =>
    Object.entries(lines)
      .filter(([, where]) => where === name)
      .map(([what]) => ({ kind: group === 'views' ? ('view' as const) : ('layer' as const), what })),
  );
}
