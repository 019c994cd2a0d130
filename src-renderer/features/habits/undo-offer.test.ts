import { expect, it } from 'vitest';
import { createNotices } from '../../components/notices-store.ts';
import { createEnglish } from '../../testing/english.ts';
import type { Notices } from '../../components/notices-store.ts';
import { offerUndo, withdrawUndo } from './undo-offer.ts';

const action = { label: () => 'Undo', perform: () => undefined };

function texts({ store }: Notices): readonly string[] {
  return store.getState().notices.map(({ text }) => text);
}

it('stands once for each thing, with what happened to it last', () => {
  const notices = createNotices(createEnglish());
  offerUndo(notices, 'read', () => 'Read: done', { ...action });
  offerUndo(notices, 'run', () => 'Run: cleared', { ...action });
  offerUndo(notices, 'read', () => 'Read: cleared', { ...action });
  expect(texts(notices)).toEqual(['Run: cleared', 'Read: cleared']);
});

it('goes when the thing was changed otherwise, and takes no other notice with it', () => {
  const notices = createNotices(createEnglish());
  notices.show({ tone: 'problem', text: () => 'The disk is full.', action: null });
  offerUndo(notices, 'read', () => 'Read is archived.', { ...action });
  withdrawUndo(notices, 'run');
  expect(texts(notices)).toHaveLength(2);
  withdrawUndo(notices, 'read');
  expect(texts(notices)).toEqual(['The disk is full.']);
});
