import { Sprout, Trash2 } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSample } from '../../shell/model-context.tsx';

/** Of the settings: a sample journal to look at, or the one that is here to be removed. */
export function SampleSettings() {
  const { target } = useModel();
  const { say } = useLanguage();
  const sample = useSample();
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
