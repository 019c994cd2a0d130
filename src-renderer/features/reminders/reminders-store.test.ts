import { describe, expect, it } from 'vitest';
import type { ReminderCard, RemindersState } from '../../../src-shared/contract/reminders.ts';
import { createClient } from '../../bridge/client.ts';
import { createNotices } from '../../components/notices-store.ts';
import type { Language } from '../../intl/language.ts';
import { createEnglish } from '../../testing/english.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createReminders } from './reminders-store.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const CARD: ReminderCard = {
  key: ID,
  habit: { id: ID, name: 'Stretch', question: '', day: '2026-11-22', canBeDone: true, canBeSkipped: true },
  count: 1,
};
const LOCKED: ReminderCard = { key: 'waiting', habit: null, count: 2 };
const withCards = (...cards: ReminderCard[]): RemindersState => ({ cards, shownBy: 'page', hasButtons: true });

function made() {
  const bridge = createFakeBridge();
  const language: Language = {
    ...createEnglish(),
    say: (id, values) => [id, ...Object.values(values ?? {})].join(' '),
  };
  const notices = createNotices(language);
  const problems: string[] = [];
  const reminders = createReminders({
    client: createClient(bridge),
    notices,
    language,
    showProblem: ({ code }) => problems.push(code),
  });
  const told = (): string => notices.store.getState().announcement.text;
  return { bridge, notices, problems, reminders, told };
}

describe('reminders in the page', () => {
  it('are told to a screen reader when they come, and not again while they wait', () => {
    const { reminders, notices, told } = made();
    reminders.setState(withCards(CARD));
    expect(told()).toBe('reminder.title Stretch');
    const { turn } = notices.store.getState().announcement;
    reminders.setState(withCards(CARD));
    expect(notices.store.getState().announcement.turn).toBe(turn);
    reminders.setState(withCards(CARD, LOCKED));
    expect(told()).toBe('reminder.waiting 2');
  });

  it('lose what names a habit at a lock', () => {
    const { reminders } = made();
    reminders.setState(withCards(CARD, LOCKED));
    reminders.clear();
    expect(reminders.store.getState().state?.cards).toEqual([LOCKED]);
  });

  it('do not come back by an answer that was asked for before the lock, nor before an event', async () => {
    const { reminders } = made();
    const asked = reminders.load();
    reminders.setState(withCards(CARD));
    await asked;
    expect(reminders.store.getState().state?.cards).toEqual([CARD]);
  });

  it('hand answers on, and say that it is done', async () => {
    const { reminders, bridge, told, problems } = made();
    await reminders.answer(CARD, 'done');
    expect(bridge.calls.at(-1)).toEqual({ channel: 'reminders.answer', payload: { key: ID, answer: 'done' } });
    expect(told()).toBe('habit.state Stretch state.done');
    await reminders.answer(CARD, 'snooze-hour');
    expect(told()).toBe('reminder.later');
    expect(problems).toEqual([]);
  });

  it('tell what did not work', async () => {
    const { reminders, bridge, problems } = made();
    bridge.fail('reminders.answer', { code: 'disk-full' });
    await reminders.answer(CARD, 'done');
    await reminders.answer(CARD, 'snooze');
    expect(problems).toEqual(['disk-full', 'disk-full']);
  });
});
