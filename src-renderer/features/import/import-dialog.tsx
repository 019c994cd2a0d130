import { assertNever } from '../../../src-shared/result.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useImports, useModel } from '../../shell/model-context.tsx';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { Stage } from './import-store.ts';
import { IMPORT_TOPIC, offerTakeBack } from './offer-take-back.ts';
import { PreviewStep } from './preview-step.tsx';
import { ReadingStep, RunningStep } from './work-steps.tsx';

function Step({ stage, onClose }: { readonly stage: Stage; readonly onClose: () => void }) {
  switch (stage.type) {
    case 'choose':
      return <ChooseStep problem={stage.problem} />;
    case 'gathering':
    case 'reading':
      return <ReadingStep stage={stage} />;
    case 'preview':
      return <PreviewStep stage={stage} onClose={onClose} />;
    case 'running':
    case 'cancelling':
      return <RunningStep stage={stage} />;
    case 'done':
      return <DoneStep stage={stage} onClose={onClose} />;
    default:
      return assertNever(stage);
  }
}

/** Chooses files, says what is in them, takes it in, and takes it back. What runs goes on behind it when it is closed. */
export default function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const model = useModel();
  const { imports, notices } = model;
  const language = useLanguage();
  const stage = useImports((state) => state.stage);
  function close(): void {
    onClose();
    if (stage.type === 'running') {
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('import.goesOn'), action: null, topic: IMPORT_TOPIC });
      return;
    }
    if (stage.type === 'cancelling') return;
    if (stage.type === 'done' && stage.report.id !== null) offerTakeBack(model, stage.report);
    if (stage.type === 'reading') imports.cancel();
    imports.startAgain();
  }

  return (
    <Dialog title={language.say('import.title')} onClose={close} width="wide" dismissable={false}>
      <Step stage={stage} onClose={close} />
    </Dialog>
  );
}
