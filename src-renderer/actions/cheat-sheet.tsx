import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { Shortcut } from '../../src-shared/actions/shortcut.ts';
import { Dialog } from '../components/dialog.tsx';
import type { MessageId } from '../intl/en.ts';
import { useLanguage } from '../intl/language.ts';
import { useSession } from '../shell/model-context.tsx';
import styles from './cheat-sheet.module.css';
import { actions } from './registry.ts';
import type { Action } from './registry.ts';
import { shortcutText } from './shortcuts.ts';

const GROUPS = [
  { id: 'go', title: 'shortcuts.go' },
  { id: 'make', title: 'shortcuts.make' },
  { id: 'window', title: 'shortcuts.window' },
  { id: 'safety', title: 'shortcuts.safety' },
] as const satisfies readonly { readonly id: Action['group']; readonly title: string }[];

/** The rooms of the commands that are not had everywhere. One key may mean one thing here and another there. */
const WHERE: Readonly<Partial<Record<ActionId, MessageId>>> = {
  'previous-day': 'shortcuts.where.today',
  'next-day': 'shortcuts.where.today',
  'previous-habit': 'shortcuts.where.habit',
  'next-habit': 'shortcuts.where.habit',
  'back-to-insights': 'shortcuts.where.month',
  'previous-month': 'shortcuts.where.month',
  'next-month': 'shortcuts.where.month',
};

/** Keys of the journal's list: they are no commands, and mean something in a list only. */
const LIST_KEYS = [
  { label: 'shortcuts.extend', shortcut: { key: '↓', shift: true } },
  { label: 'shortcuts.select', shortcut: { key: 'Space', mod: true } },
  { label: 'shortcuts.selectAll', shortcut: { key: 'a', mod: true } },
  { label: 'shortcuts.remove', shortcut: { key: 'Delete' } },
  { label: 'shortcuts.endSelection', shortcut: { key: 'Escape' } },
] as const satisfies readonly { readonly label: MessageId; readonly shortcut: Shortcut }[];

/** Keys of the habits of the day, on the round button of one. */
const HABIT_KEYS = [
  { label: 'shortcuts.habitNext', shortcut: { key: '↓' } },
  { label: 'shortcuts.habitTick', shortcut: { key: 'Space' } },
  { label: 'shortcuts.habitType', shortcut: { key: 'Enter' } },
  { label: 'shortcuts.habitMore', shortcut: { key: '+' } },
  { label: 'shortcuts.habitMuch', shortcut: { key: 'PageUp' } },
] as const satisfies readonly { readonly label: MessageId; readonly shortcut: Shortcut }[];

interface KeysProps {
  readonly label: MessageId;
  readonly where?: MessageId | undefined;
  readonly shortcut: Shortcut;
}

function Keys({ label, where, shortcut }: KeysProps) {
  const language = useLanguage();
  const { say } = language;
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  return (
    <div>
      <dt>
        {say(label)}
        {where !== undefined && <small>{say(where)}</small>}
      </dt>
      <dd>
        <kbd>{shortcutText(shortcut, platform, language)}</kbd>
      </dd>
    </div>
  );
}

/** Every command that has a key. */
export function CheatSheet({ onClose }: { readonly onClose: () => void }) {
  const { say } = useLanguage();
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  return (
    <Dialog title={say('shortcuts.title')} onClose={onClose} width="wide">
      <div className={styles['sheet']}>
        {GROUPS.map((group) => (
          <section key={group.id}>
            <h3>{say(group.title)}</h3>
            <dl>
              {actions
                .filter((action) => action.group === group.id)
                .map((action) => {
                  const shortcut = shortcutFor(action.id, platform);
                  if (shortcut === null) return null;
                  return <Keys key={action.id} label={action.label} where={WHERE[action.id]} shortcut={shortcut} />;
                })}
            </dl>
          </section>
        ))}
        <section>
          <h3>{say('shortcuts.rows')}</h3>
          <dl>
            <Keys label="shortcuts.menu" shortcut={{ key: 'F10', shift: true }} />
          </dl>
        </section>
        <section>
          <h3>{say('shortcuts.text')}</h3>
          <dl>
            <Keys label="shortcuts.openLink" shortcut={{ key: 'Enter', alt: true }} />
          </dl>
        </section>
        <section>
          <h3>{say('shortcuts.habits')}</h3>
          <dl>
            {HABIT_KEYS.map((each) => (
              <Keys key={each.label} {...each} />
            ))}
          </dl>
        </section>
        <section>
          <h3>{say('shortcuts.list')}</h3>
          <dl>
            {LIST_KEYS.map((each) => (
              <Keys key={each.label} {...each} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
