import { describe, expect, it } from 'vitest';
import { createNotices } from './notices-store.ts';
import type { Notice } from './notices-store.ts';

function shown(...more: readonly Partial<Notice>[]) {
  const notices = createNotices();
  for (const one of more) notices.show({ tone: 'plain', text: 'said', action: null, ...one });
  return { notices, texts: () => notices.store.getState().notices.map(({ text }) => text) };
}

describe('notices and dialogs', () => {
  it('wait behind a dialog, and come again when the last one is closed', () => {
    const { notices, texts } = shown({ text: 'Added 5 entries.' });
    const closeOuter = notices.hold();
    expect(texts()).toEqual([]);
    const closeInner = notices.hold();
    closeInner();
    closeInner();
    expect(texts()).toEqual([]);
    closeOuter();
    expect(texts()).toEqual(['Added 5 entries.']);
  });

  it('are shown over the dialog that they come from, but not those of work behind it', () => {
    const { notices, texts } = shown({});
    const close = notices.hold();
    notices.show({ tone: 'plain', text: 'Saved.', action: null });
    notices.show({ tone: 'plain', text: 'Added 5 entries.', action: null, waits: true });
    expect(texts()).toEqual(['Saved.']);
    close();
    expect(texts()).toEqual(['said', 'Added 5 entries.', 'Saved.']);
  });

  it('are not undone by key while nobody sees them', () => {
    let undone = 0;
    const { notices } = shown({ action: { label: 'Undo', perform: () => (undone += 1) } });
    const close = notices.hold();
    notices.undoNewest();
    expect(undone).toBe(0);
    close();
    notices.undoNewest();
    expect(undone).toBe(1);
  });

  it('take the place of the one before on the same topic, also behind a dialog', () => {
    const { notices, texts } = shown({ text: 'The import goes on.', topic: 'import' }, { text: 'other' });
    const close = notices.hold();
    notices.show({ tone: 'plain', text: 'Added 5 entries.', action: null, topic: 'import', waits: true });
    close();
    expect(texts()).toEqual(['other', 'Added 5 entries.']);
  });

  it('are gone with the lock', () => {
    const { notices, texts } = shown({});
    const close = notices.hold();
    notices.clear();
    close();
    expect(texts()).toEqual([]);
  });
});
