import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { CaptureForm } from './capture-form.tsx';
import { KEPT_TOPIC } from './capture-store.ts';
import { useCapture } from './use-capture.ts';

/** Quick capture within the page: of the open vault, and of the lock screen. */
export function CaptureDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, newId, notices } = useModel();
  const { say } = useLanguage();
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const capture = useCapture({
    client,
    newId,
    onClose,
    onKept: (keptIn) => {
      onClose();
      notices.show({
        tone: 'plain',
        text: (spoken) => spoken.say(keptIn === 'inbox' ? 'capture.kept.inbox' : 'capture.kept.journal'),
        action: null,
        topic: KEPT_TOPIC,
      });
    },
  });
  return (
    <Dialog title={say('capture.title')} onClose={capture.leave} dismissable={false}>
      <CaptureForm
        capture={capture}
        platform={platform}
        Actions={DialogActions}
        close={capture.way === 'needs-unlock' ? 'capture.unlockFirst' : 'capture.close'}
      />
    </Dialog>
  );
}
