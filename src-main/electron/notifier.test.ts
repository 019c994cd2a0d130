import { describe, expect, it } from 'vitest';
import type { SystemNotification } from '../host.ts';
import { createNotifier } from './notifier.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

const TEA: SystemNotification = {
  key: 'tea',
  title: 'A habit is waiting',
  body: 'Its reminder is set for 20:00.',
  buttons: [
    { answer: 'done', label: 'Done' },
    { answer: 'snooze', label: 'In 15 minutes' },
  ],
  silent: false,
};

function made(platform: NodeJS.Platform = 'darwin') {
  const electron = new RecordingElectron();
  const notifier = createNotifier(electron, platform)!;
  const answers: string[] = [];
  notifier.onAnswer((key, answer) => answers.push(`${key} ${answer}`));
  return { electron, notifier, answers, shown: electron.notifications };
}

describe('the notifier', () => {
  it.each(['darwin', 'win32'] as const)('shows text and buttons on %s, and tells which was pressed', (platform) => {
    const { notifier, answers, shown } = made(platform);
    expect(notifier.hasButtons).toBe(true);
    notifier.show(TEA);
    expect(shown[0]!.options).toEqual({
      title: 'A habit is waiting',
      body: 'Its reminder is set for 20:00.',
      silent: false,
      actions: [
        { type: 'button', text: 'Done' },
        { type: 'button', text: 'In 15 minutes' },
      ],
    });
    expect(shown[0]!.state).toBe('shown');
    shown[0]!.emit('action', { actionIndex: 1 });
    expect(answers).toEqual(['tea snooze']);
    expect(shown[0]!.state).toBe('closed');
  });

  it('has the click alone on Linux', () => {
    const { notifier, answers, shown } = made('linux');
    expect(notifier.hasButtons).toBe(false);
    notifier.show(TEA);
    expect(shown[0]!.options).not.toHaveProperty('actions');
    shown[0]!.emit('click');
    shown[0]!.emit('click');
    expect(answers).toEqual(['tea open']);
  });

  it('has one of a key: the next takes its place, and the one before has nothing to say', () => {
    const { notifier, answers, shown } = made();
    notifier.show(TEA);
    notifier.show({ ...TEA, title: '2 habits are waiting' });
    expect(shown.map(({ state }) => state)).toEqual(['closed', 'shown']);
    shown[0]!.emit('click');
    shown[1]!.emit('action', { actionIndex: 7 });
    expect(answers).toEqual([]);
    notifier.close('tea');
    notifier.close('tea');
    expect(shown[1]!.state).toBe('closed');
    shown[1]!.emit('click');
    expect(answers).toEqual([]);
  });

  it('says what the system would not show', () => {
    const { notifier, answers, shown } = made();
    notifier.show(TEA);
    shown[0]!.emit('failed', 'Notifications are not allowed');
    expect(answers).toEqual(['tea failed']);
  });

  it('is not there where the system has no notifications', () => {
    const electron = new RecordingElectron();
    electron.notificationsAreSupported = false;
    expect(createNotifier(electron, 'linux')).toBeNull();
  });
});
