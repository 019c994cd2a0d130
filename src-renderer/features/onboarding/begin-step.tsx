import { Check, FileUp, PenLine, Sprout } from 'lucide-react';
import { Art } from '../../components/art/art.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import centred from '../../components/centred.module.css';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './onboarding.module.css';

/** Four ways in; all lead to Today. */
export function BeginStep({ onDone }: { readonly onDone: () => void }) {
  const { target } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  return (
    <>
      <Art scene="today" />
      <h1 ref={heading} tabIndex={-1}>
        {say('begin.title')}
      </h1>
      <p className={centred['lead']}>{say('begin.lead')}</p>
      <div className={styles['choices']}>
        <button
          type="button"
          className={styles['choice']}
          onClick={() => {
            onDone();
            target.goToToday();
          }}
        >
          <PenLine aria-hidden="true" />
          <b>{say('begin.entry')}</b>
          <span>{say('begin.entryText')}</span>
        </button>
        <button
          type="button"
          className={styles['choice']}
          onClick={() => {
            onDone();
            target.goToToday();
            target.open({ type: 'habit', id: null });
          }}
        >
          <Check aria-hidden="true" />
          <b>{say('begin.habit')}</b>
          <span>{say('begin.habitText')}</span>
        </button>
        <button
          type="button"
          className={styles['choice']}
          onClick={() => {
            onDone();
            target.goToToday();
            target.open({ type: 'import' });
          }}
        >
          <FileUp aria-hidden="true" />
          <b>{say('begin.import')}</b>
          <span>{say('begin.importText')}</span>
        </button>
        <button
          type="button"
          className={styles['choice']}
          onClick={() => {
            onDone();
            target.goToToday();
            target.open({ type: 'sample', task: 'load' });
          }}
        >
          <Sprout aria-hidden="true" />
          <b>{say('begin.sample')}</b>
          <span>{say('begin.sampleText')}</span>
        </button>
      </div>
    </>
  );
}
