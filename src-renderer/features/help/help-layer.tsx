import { Suspense, lazy } from 'react';
import { isShellShown } from '../../actions/action-state.ts';
import { useShortcut } from '../../actions/use-shortcut.ts';
import { useModel, useRoute, useSession } from '../../shell/model-context.tsx';

const HelpDialog = lazy(() => import('./help-dialog.tsx'));

/** Before the rooms are there, nobody else hears the key. Where they are it must not: whoever hears a key takes it, and theirs would never come. */
function KeyBeforeTheRooms() {
  const { target } = useModel();
  useShortcut('help', () => target.showHelp());
  return null;
}

/** The help over whatever is on the screen. */
export function HelpLayer() {
  const { route } = useModel();
  const help = useRoute((state) => state.help);
  const isShell = useSession(isShellShown);
  return (
    <>
      {!isShell && <KeyBeforeTheRooms />}
      {help !== null && (
        <Suspense fallback={null}>
          <HelpDialog key={help.passage} passage={help.passage} onClose={() => route.setState({ help: null })} />
        </Suspense>
      )}
    </>
  );
}
