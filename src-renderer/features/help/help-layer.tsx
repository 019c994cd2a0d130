import { Suspense, lazy } from 'react';
import { isShellShown } from '../../actions/action-state.ts';
import { useShortcut } from '../../actions/use-shortcut.ts';
import { useModel, useRoute, useSession } from '../../shell/model-context.tsx';

const HelpDialog = lazy(() => import('./help-dialog.tsx'));

/** The help over whatever is on the screen. Before the rooms are there, nobody else hears its key. */
export function HelpLayer() {
  const { route, target } = useModel();
  const help = useRoute((state) => state.help);
  const isShell = useSession(isShellShown);
  useShortcut('help', isShell ? null : () => target.showHelp());
  if (help === null) return null;
  return (
    <Suspense fallback={null}>
      <HelpDialog key={help.passage} passage={help.passage} onClose={() => route.setState({ help: null })} />
    </Suspense>
  );
}
