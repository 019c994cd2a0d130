import type { ReminderAnswer } from '../../src-shared/contract/reminders.ts';
import type { Notifier, SystemNotification } from '../host.ts';
import type { ElectronApi, HostNotification } from './electron-api.ts';

type Listener = Parameters<Notifier['onAnswer']>[0];

/** On macOS and Windows Electron's notifications have buttons; on Linux there is the click. */
function hasButtons(platform: NodeJS.Platform): boolean {
  return platform === 'darwin' || platform === 'win32';
}

/**
 * Notifications of the system; null where it has none (Linux without a notification service). What was clicked or pressed is told once: behind it the notification
 * is gone.
 */
export function createNotifier(
  { Notification }: Pick<ElectronApi, 'Notification'>,
  platform: NodeJS.Platform,
): Notifier | null {
  if (!Notification.isSupported()) return null;
  // Held here: one that nobody holds is collected, and its buttons with it.
  const shown = new Map<string, HostNotification>();
  let listener: Listener = () => {};

  const close = (key: string): void => {
    const notification = shown.get(key);
    // First, so that what its closing brings about is no news.
    shown.delete(key);
    notification?.close();
  };

  const show = ({ key, title, body, buttons, silent }: SystemNotification): void => {
    close(key);
    const notification = new Notification({
      title,
      body,
      silent,
      ...(hasButtons(platform) ? { actions: buttons.map(({ label }) => ({ type: 'button', text: label })) } : {}),
    });
    const tell = (answer: ReminderAnswer | 'open' | 'failed'): void => {
      // One that another has taken the place of, or that was taken back, has nothing to say.
      if (shown.get(key) !== notification) return;
      close(key);
      listener(key, answer);
    };
    notification.on('click', () => tell('open'));
    notification.on('failed', () => tell('failed'));
    notification.on('action', (details) => {
      const button = buttons[details.actionIndex];
      if (button !== undefined) tell(button.answer);
    });
    shown.set(key, notification);
    notification.show();
  };

  return {
    hasButtons: hasButtons(platform),
    show,
    close,
    onAnswer: (heard) => {
      listener = heard;
    },
  };
}
