import { Dialog } from '../components/dialog.tsx';
import { useLanguage } from '../intl/language.ts';
import { useSession } from '../shell/model-context.tsx';
import styles from './cheat-sheet.module.css';
import { actions, shortcutFor } from './registry.ts';
import type { Action } from './registry.ts';
import { shortcutText } from './shortcuts.ts';

const GROUPS = [
  { id: 'go', title: 'shortcuts.go' },
  { id: 'make', title: 'shortcuts.make' },
  { id: 'window', title: 'shortcuts.window' },
  { id: 'safety', title: 'shortcuts.safety' },
] as const satisfies readonly { readonly id: Action['group']; readonly title: string }[];

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
                  return (
                    <div key={action.id}>
                      <dt>{say(action.label)}</dt>
                      <dd>
                        <kbd>{shortcutText(shortcut, platform)}</kbd>
                      </dd>
                    </div>
                  );
                })}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
