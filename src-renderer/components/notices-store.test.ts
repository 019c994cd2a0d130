import { describe, expect, it } from 'vitest';
import { de } from '../intl/de.ts';
import { createLanguage } from '../intl/language.ts';
import type { Language } from '../intl/language.ts';
import { createEnglish } from '../testing/english.ts';
import { createNotices } from './notices-store.ts';
import type { NoticeWish } from './notices-store.ts';

function shown(...more: readonly Partial<NoticeWish>[]) {
  const notices = createNotices(createEnglish());
  for (const one of more) notices.show({ tone: 'plain', text: () => 'said', action: null, ...one });
  return { notices, texts: () => notices.store.getState().notices.map(({ text }) => text) };
}

describe('notices and dialogs', () => {
  it('wait behind a dialog, and come again when the last one is closed', () => {
    const { notices, texts } = shown({ text: () => 'Added 5 entries.' });
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
    notices.show({ tone: 'plain', text: () => 'Saved.', action: null });
    notices.show({ tone: 'plain', text: () => 'Added 5 entries.', action: null, waits: true });
    expect(texts()).toEqual(['Saved.']);
    close();
    expect(texts()).toEqual(['said', 'Added 5 entries.', 'Saved.']);
  });

  it('are not undone by key while nobody sees them', () => {
    let undone = 0;
    const { notices } = shown({ action: { label: () => 'Undo', perform: () => (undone += 1) } });
    const close = notices.hold();
    notices.undoNewest();
    expect(undone).toBe(0);
    close();
    notices.undoNewest();
    expect(undone).toBe(1);
  });

  it('take the place of the one before on the same topic, also behind a dialog', () => {
    const { notices, texts } = shown({ text: () => 'The import goes on.', topic: 'import' }, { text: () => 'other' });
    const close = notices.hold();
    notices.show({ tone: 'plain', text: () => 'Added 5 entries.', action: null, topic: 'import', waits: true });
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

describe('what a screen reader is told', () => {
  function voice() {
    let time = 0;
    const notices = createNotices(createEnglish(), () => time);
    return {
      notices,
      later: (milliseconds: number) => (time += milliseconds),
      told: () => notices.store.getState().announcements.map(({ text }) => text),
      turn: () => notices.store.getState().announcements.at(-1)?.turn,
    };
  }

  it('is all that happens in one moment, in its order, and nothing older', () => {
    const { notices, later, told } = voice();
    notices.announce('Lost');
    later(5000);
    notices.announce('Saved');
    later(300);
    notices.announce('Stretch: done');
    expect(told()).toEqual(['Saved', 'Stretch: done']);
    later(5000);
    notices.announce('Synced');
    expect(told()).toEqual(['Synced']);
  });

  it('is once what comes twice in a moment, and again what comes later', () => {
    const { notices, later, told, turn } = voice();
    notices.announce('Saved');
    const first = turn();
    notices.announce('Saved');
    expect([told(), turn()]).toEqual([['Saved'], first]);
    later(5000);
    notices.announce('Saved');
    expect(told()).toEqual(['Saved']);
    expect(turn()).not.toBe(first);
  });

  it('is said again where a notice came between: it was taken back within the moment', () => {
    const { notices, later, told } = voice();
    notices.announce('Stretch: done');
    later(200);
    notices.show({ tone: 'plain', text: () => 'Stretch: skipped', action: null });
    later(200);
    notices.announce('Stretch: done');
    expect(told()).toEqual(['Stretch: done', 'Stretch: done']);
  });

  it('is a notice when it is first seen, and not again when a dialog gives it back', () => {
    const { notices } = voice();
    notices.show({ tone: 'plain', text: () => 'Removed', action: null });
    const close = notices.hold();
    notices.show({ tone: 'plain', text: () => 'Added 5 entries.', action: null, waits: true });
    close();
    expect(notices.store.getState().notices.map(({ text, isTold = false }) => [text, isTold])).toEqual([
      ['Removed', true],
      ['Added 5 entries.', false],
    ]);
  });

  it('is gone with the lock', () => {
    const { notices, told } = voice();
    notices.announce('Stretch: done');
    notices.clear();
    expect(told()).toEqual([]);
  });
});

it('notices are said anew in another language, what they offer and what waits behind a dialog too', () => {
  const english = createEnglish();
  let spoken: Language = english;
  const notices = createNotices({
    ...english,
    say: (id, values) => spoken.say(id, values),
    sayError: (error) => spoken.sayError(error),
  });
  let undone = 0;
  notices.show({
    tone: 'plain',
    text: ({ say }) => say('entry.removed', { count: 2 }),
    action: { label: ({ say }) => say('entry.undo'), perform: () => (undone += 1) },
    look: { label: ({ say }) => say('updates.look'), perform: () => {} },
  });
  const open = notices.hold();
  notices.show({ tone: 'problem', text: ({ sayError }) => sayError({ code: 'disk-full' }), action: null });
  spoken = createLanguage({ locale: 'de-DE', direction: 'ltr' }, de);
  notices.languageChanged();
  expect(notices.store.getState().notices.map(({ text }) => text)).toEqual([de['error.disk-full']]);
  open();
  const [removed] = notices.store.getState().notices;
  expect(removed).toMatchObject({
    text: spoken.say('entry.removed', { count: 2 }),
    action: { label: de['entry.undo'] },
    look: { label: de['updates.look'] },
  });
  notices.undoNewest();
  expect(undone).toBe(1);
});
