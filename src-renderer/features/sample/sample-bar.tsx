import { Sprout } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { focusPage } from '../../components/use-focus-return.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute, useSample } from '../../shell/model-context.tsx';
import styles from './sample-bar.module.css';

function Bar() {
  const { target } = useModel();
  const { say } = useLanguage();
  // In Today the focus is by then in the sample's own entry, which goes with the bar, and in no other room. The room that takes over comes first, so this looks two frames later.
  useEffect(
    () => () => {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) focusPage();
        }),
      );
    },
    [],
  );
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

/** Says in every room that what is here is nobody's, for as long as it is. */
function SampleBar() {
  const isFocused = useRoute((state) => state.focusMode);
  const sample = useSample();
  return isFocused || sample?.isHere !== true ? null : <Bar />;
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
