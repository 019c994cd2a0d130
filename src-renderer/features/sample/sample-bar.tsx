import { Sprout } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute } from '../../shell/model-context.tsx';
import styles from './sample-bar.module.css';

/** Says in every room that what is here is nobody's, for as long as it is. */
function SampleBar() {
  const { target } = useModel();
  const { say } = useLanguage();
  const isFocused = useRoute((state) => state.focusMode);
  const sample = useAnswer('sample.state', {}, ['entries', 'habits']);
  if (isFocused || sample?.isHere !== true) return null;
  return (
    <section className={styles['bar']} aria-label={say('sample.barLabel')}>
      <Sprout aria-hidden="true" />
      <p>{say('sample.bar')}</p>
      <Button kind="quiet" onClick={() => target.open({ type: 'sample', task: 'remove' })}>
        {say('sample.remove')}
      </Button>
    </section>
  );
}

/** The rooms, and above them the bar where there is one. */
export function BelowSampleBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <SampleBar />
      <div className={styles['rooms']}>{children}</div>
    </div>
  );
}
