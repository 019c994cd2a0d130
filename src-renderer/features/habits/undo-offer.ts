import type { Notice, Notices } from '../../components/notices-store.ts';

type Action = NonNullable<Notice['action']>;

const subjects = new WeakMap<Action, string>();

/** Takes the offer about one thing away: it has changed since, and to undo the change before would undo both. */
export function withdrawUndo({ store, dismiss }: Notices, subject: string): void {
  for (const { id, action } of store.getState().notices) {
    if (action !== null && subjects.get(action) === subject) dismiss(id);
  }
}

/** Says what was changed, with a button that takes it back. There is one offer about one thing, the latest. */
export function offerUndo(notices: Notices, subject: string, text: string, action: Action): void {
  withdrawUndo(notices, subject);
  subjects.set(action, subject);
  notices.show({ tone: 'plain', text, action });
}
