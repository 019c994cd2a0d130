import type { Platform } from '../../../src-shared/actions/shortcut.ts';
import type { DesktopNews, Place } from '../../../src-shared/contract/desktop.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { ActionTarget } from '../../actions/registry.ts';
import type { Notices } from '../../components/notices-store.ts';
import { fullDate } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import type { Wording } from '../../intl/language.ts';

interface OpenPlaceOptions {
  readonly client: Client;
  readonly target: Pick<ActionTarget, 'goToToday' | 'newEntry' | 'showHabit' | 'showDay'>;
  readonly notices: Notices;
  readonly showProblem: (error: AppError) => void;
  /** Whether a dialog is open that somebody may have typed into. */
  readonly isInDialog: () => boolean;
  /** Null until the app has said. */
  readonly today: () => string | null;
  readonly platform: () => Platform;
}

const NEWS: Readonly<Record<DesktopNews, MessageId>> = {
  'link-not-understood': 'place.notUnderstood',
  'tick-failed': 'place.tickFailed',
};

/** What something outside of the window led to, in the page. */
export function createOpenPlace({
  client,
  target,
  notices,
  showProblem,
  today,
  isInDialog,
  platform,
}: OpenPlaceOptions) {
  const tell = (id: MessageId): void => {
    notices.show({ tone: 'plain', text: (spoken) => spoken.say(id, { platform: platform() }), action: null });
  };

  return {
    async open(place: Place): Promise<void> {
      // Anybody can write a link: it must not cost what is being typed.
      if (isInDialog()) return tell('place.dialogOpen');
      switch (place.type) {
        case 'today':
          target.goToToday();
          break;
        case 'new-entry':
          target.goToToday();
          target.newEntry();
          break;
        case 'day': {
          const present = today();
          // Days to come have no page.
          if (present === null || place.day > present) {
            target.goToToday();
            const text: Wording = ({ say, locale }) => say('place.future', { date: fullDate(locale, place.day) });
            if (present !== null) notices.show({ tone: 'plain', text, action: null });
          } else target.showDay(place.day);
          break;
        }
        case 'habit': {
          const known = await client.invoke('habits.list', {});
          if (!known.ok) showProblem(known.error);
          else if (known.value.habits.some(({ id }) => id === place.id)) target.showHabit(place.id);
          else tell('place.noHabit');
          break;
        }
      }
    },
    tell: (news: DesktopNews): void => tell(NEWS[news]),
  };
}
