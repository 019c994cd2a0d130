import { Scale } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { UpdatesPanel } from './updates-panel.tsx';

/** Settings > About: which version this is, whether there is a newer one, and what it is made with. */
export function AboutSection() {
  const { target } = useModel();
  const { say } = useLanguage();
  const info = useSession((state) => state.info);
  if (info === null) return null;
  return (
    <>
      <p>{say('settings.version', { version: info.version })}</p>
      <p>{say(info.host === 'electron' ? 'settings.hostElectron' : 'settings.hostBrowser')}</p>
      <p>{say('settings.aboutText')}</p>
      <UpdatesPanel />
      <Button onClick={() => target.open({ type: 'licences' })}>
        <Scale />
        {say('licences.action')}
      </Button>
    </>
  );
}
