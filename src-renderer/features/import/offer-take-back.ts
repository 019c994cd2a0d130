import type { ImportReport } from '../../../src-shared/contract/imports.ts';
import type { Notices } from '../../components/notices-store.ts';
import type { Language } from '../../intl/language.ts';
import type { RouteStore } from '../../shell/route.ts';
import { thingsIn } from './things.ts';

/** Says what an import added, with a button that takes it back. */
export function offerTakeBack(
  { notices, route }: { readonly notices: Notices; readonly route: RouteStore },
  language: Language,
  { id, added }: ImportReport,
): void {
  const { say } = language;
  if (id === null) {
    notices.show({ tone: 'plain', text: say('import.allThere'), action: null });
    return;
  }
  notices.show({
    tone: 'plain',
    text: say('import.added', { things: thingsIn(added, language) }),
    action: {
      label: say('import.undo'),
      perform: () => route.setState({ overlay: { type: 'take-back', importId: id, added, isAsked: true } }),
    },
  });
}
