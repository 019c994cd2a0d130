import type { ImportReport } from '../../../src-shared/contract/imports.ts';
import { countProblems } from '../../../src-shared/domain/import-problems.ts';
import type { Notices } from '../../components/notices-store.ts';
import type { Language } from '../../intl/language.ts';
import type { RouteStore } from '../../shell/route.ts';
import { isLeftOut } from './problem-groups.ts';
import { thingsIn } from './things.ts';

/** Of notices: what is said of an import last is all that counts. */
export const IMPORT_TOPIC = 'import';

/** It takes the place of the notice that the import goes on, and waits for a dialog that is open. */
const BEHIND = { tone: 'plain', topic: IMPORT_TOPIC, waits: true } as const;

/** Says what an import added, with a button that takes it back. */
export function offerTakeBack(
  { notices, route }: { readonly notices: Notices; readonly route: RouteStore },
  { id, added, problemTallies }: ImportReport,
): void {
  if (id === null) {
    notices.show({ ...BEHIND, text: (spoken) => spoken.say('import.allThere'), action: null });
    return;
  }
  const left = countProblems(problemTallies, isLeftOut);
  const look = {
    label: (spoken: Language) => spoken.say('import.seeLeft'),
    perform: () => route.setState({ overlay: { type: 'import-problems', importId: id } }),
  };
  notices.show({
    ...BEHIND,
    text: (spoken) => spoken.say('import.addedAndLeft', { things: thingsIn(added, spoken), left }),
    ...(left === 0 ? {} : { look }),
    action: {
      label: (spoken) => spoken.say('import.undo'),
      perform: () => route.setState({ overlay: { type: 'take-back', importId: id, added, isAsked: true } }),
    },
  });
}
