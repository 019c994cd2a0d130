import { Suspense, lazy, useEffect } from 'react';
import { shortcutFor } from '../../../src-shared/actions/shortcut-for.ts';
import { isShellShown } from '../../actions/action-state.ts';
import { matches } from '../../actions/shortcuts.ts';
import { useModel, useRoute, useSession } from '../../shell/model-context.tsx';

const HelpDialog = lazy(() => import('./help-dialog.tsx'));

/** The help over whatever is on the screen. Before the rooms are there, nobody else hears its key. */
export function HelpLayer() {
  const { route, target } = useModel();
  const help = useRoute((state) => state.help);
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const isShell = useSession(isShellShown);
  useEffect(() => {
    if (isShell) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const shortcut = shortcutFor('help', platform);
      if (event.defaultPrevented || shortcut === null || !matches(shortcut, event, platform)) return;
      event.preventDefault();
      target.showHelp();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isShell, platform, target]);
  if (help === null) return null;
  return (
    <Suspense fallback={null}>
      <HelpDialog key={help.passage} passage={help.passage} onClose={() => route.setState({ help: null })} />
    </Suspense>
  );
}
