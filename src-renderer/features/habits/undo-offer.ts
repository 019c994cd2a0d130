import type { Notices, NoticeWish } from '../../components/notices-store.ts';
import type { Wording } from '../../intl/language.ts';

/** Takes the offer about one thing away: it has changed since, and to undo the change before would undo both. */
export function withdrawUndo({ store, dismiss }: Notices, subject: string): void {
  for (const notice of store.getState().notices) if (notice.subject === subject) dismiss(notice.id);
}

/** Says what was changed, with a button that takes it back. There is one offer about one thing, the latest. */
export function offerUndo(notices: Notices, subject: string, text: Wording, action: NoticeWish['action']): void {
  withdrawUndo(notices, subject);
  notices.show({ tone: 'plain', text, action, subject });
}
