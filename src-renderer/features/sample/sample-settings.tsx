import { Sprout, Trash2 } from 'lucide-react';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';

/** Of the settings: a sample journal to look at, or the one that is here to be removed. */
export function SampleSettings() {
  const { target } = useModel();
  const { say } = useLanguage();
  const sample = useAnswer('sample.state', {}, ['entries', 'habits']);
  if (sample === null) return null;
  if (sample.isHere) {
    return (
      <>
        <p>{say('sample.settingsHere')}</p>
        <Button onClick={() => target.open({ type: 'sample', task: 'remove' })}>
          <Trash2 />
          {say('sample.removeAction')}
        </Button>
      </>
    );
  }
  if (!sample.canLoad) return <p>{say('sample.settingsOwn')}</p>;
  return (
    <>
      <p>{say('sample.settingsNone')}</p>
      <Button onClick={() => target.open({ type: 'sample', task: 'load' })}>
        <Sprout />
        {say('sample.loadAction')}
      </Button>
    </>
  );
}
