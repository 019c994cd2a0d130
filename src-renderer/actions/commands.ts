import type { EventOf } from '../../src-shared/contract/index.ts';
import type { ActionId } from './registry.ts';

/** What a command of the native menu, or of a second start, does here. */
export const commandActions: Readonly<Record<EventOf<'app.command'>['command'], ActionId>> = {
  today: 'go-today',
  journal: 'go-journal',
  habits: 'go-habits',
  search: 'search',
  settings: 'settings',
  'new-entry': 'new-entry',
  'new-habit': 'new-habit',
  import: 'import',
  export: 'export',
  lock: 'lock',
  'sync-now': 'sync-now',
};
