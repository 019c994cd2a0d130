import { useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import centred from '../components/centred.module.css';
import { NoticesRegion } from '../components/notices.tsx';
import { HelpLayer } from '../features/help/help-layer.tsx';
import { FileDrop } from '../features/import/file-drop.tsx';
import { DamagedScreen, RebuiltScreen } from '../features/lock/damaged-screen.tsx';
import { LockScreen } from '../features/lock/lock-screen.tsx';
import { Askable } from '../features/protection/askable.tsx';
import { ReminderCards } from '../features/reminders/reminder-cards.tsx';
import { Onboarding } from '../features/onboarding/onboarding.tsx';
import { BelowSampleBar } from '../features/sample/sample-bar.tsx';
import { useLanguage } from '../intl/language.ts';
import { useModel, useSession } from './model-context.tsx';
import { Shell } from './shell.tsx';
import { useActivity } from './use-activity.ts';

function Screen() {
  const { session } = useModel();
  const { say, sayError } = useLanguage();
  const info = useSession((state) => state.info);
  const vault = useSession((state) => state.vault);
  const startError = useSession((state) => state.startError);
  const onboarding = useSession((state) => state.onboarding);
  const rebuild = useSession((state) => state.rebuild);
  const leaving = useSession((state) => state.leaving);
  const isPageReady = useSession((state) => state.isPageReady);
  // The lock screen stays as it is until the page behind it is there.
  const [locked, setLocked] = useState(vault);
  if (vault !== null && vault.state !== 'unlocked' && vault !== locked) setLocked(vault);

  if (startError !== null) {
    return (
      <main className={centred['page']}>
        <div className={centred['column']}>
          <h1>{say('start.failed')}</h1>
          <p className={centred['lead']}>{sayError(startError)}</p>
          <Button kind="main" onClick={() => void session.start()}>
            {say('start.again')}
          </Button>
        </div>
      </main>
    );
  }
  if (info === null || vault === null || leaving) return null;
  if (rebuild.state === 'working') return <DamagedScreen />;
  if (rebuild.state === 'done') return <RebuiltScreen report={rebuild.report} />;
  const isHeld = vault.state === 'unlocked' && !onboarding && !isPageReady;
  if (isHeld && locked?.state !== 'locked') return null;
  const shown = isHeld && locked !== null ? locked : vault;
  switch (shown.state) {
    case 'absent':
      return (
        <Askable key="onboarding">
          <Onboarding />
        </Askable>
      );
    case 'locked':
      return (
        <Askable key="lock">
          <LockScreen vault={shown} />
        </Askable>
      );
    case 'damaged':
      return <DamagedScreen />;
    case 'unlocked':
      return onboarding ? (
        <Askable key="onboarding">
          <Onboarding />
        </Askable>
      ) : (
        <BelowSampleBar>
          <Shell />
        </BelowSampleBar>
      );
  }
}

/** The whole page. Which screen it is follows from the state of the vault and nothing else. */
export function App() {
  const { entries, session } = useModel();
  const animations = useSession(({ info, settings }) => (info?.animations ?? true) && settings?.lessMotion !== true);
  useActivity();

  useEffect(() => {
    document.documentElement.dataset['animations'] = animations ? 'on' : 'off';
  }, [animations]);

  useEffect(() => {
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') void entries.autosave.flush();
      else void session.refreshToday();
    };
    const onLeave = (): void => void entries.autosave.flush();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('focus', onVisibility);
    window.addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('focus', onVisibility);
      window.removeEventListener('pagehide', onLeave);
    };
  }, [entries, session]);

  return (
    <>
      <Screen />
      <HelpLayer />
      <FileDrop />
      <ReminderCards />
      <NoticesRegion />
    </>
  );
}
