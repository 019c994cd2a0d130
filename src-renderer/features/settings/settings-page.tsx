import { FileDown } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { PageContents } from '../../components/page-contents.tsx';
import contents from '../../components/page-contents.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { AboutSection } from '../about/about-section.tsx';
import { BackupsSection } from '../backups/backups-section.tsx';
import { CaptureSettings } from '../capture/capture-settings.tsx';
import { DesktopSettings } from '../desktop/desktop-settings.tsx';
import { PastImports } from '../import/past-imports.tsx';
import { KeyboardSettings } from '../keyboard/keyboard-settings.tsx';
import { ReminderSettings } from '../reminders/reminder-settings.tsx';
import { SampleSettings } from '../sample/sample-settings.tsx';
import { SecuritySection } from '../security/security-section.tsx';
import { SyncSection } from '../sync/sync-section.tsx';
import { DaysAndWeeks } from './days-and-weeks.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LockSettings } from './lock-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import { SETTINGS_SECTIONS } from './sections.ts';
import type { SettingsSection } from './sections.ts';
import styles from './settings-page.module.css';
import { WritingSettings } from './writing-settings.tsx';

interface PartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One of two things that share a section. */
function Part({ title, children }: PartProps) {
  return (
    <section className={styles['part']} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function LockAndKeys() {
  return (
    <>
      <LockSettings />
      <SecuritySection />
    </>
  );
}

function ImportAndExport() {
  const { target } = useModel();
  const { say } = useLanguage();
  return (
    <>
      <Part title={say('settings.import')}>
        <PastImports />
      </Part>
      <Part title={say('settings.export')}>
        <p>{say('settings.exportText')}</p>
        <Button onClick={() => target.open({ type: 'export' })}>
          <FileDown />
          {say('settings.exportAction')}
        </Button>
      </Part>
      <Part title={say('sample.settings')}>
        <SampleSettings />
      </Part>
    </>
  );
}

function DesktopAndCapture() {
  const { say } = useLanguage();
  return (
    <>
      <DesktopSettings />
      <Part title={say('settings.capture')}>
        <CaptureSettings />
      </Part>
    </>
  );
}

const BODIES: Readonly<Record<SettingsSection, ComponentType>> = {
  'settings-language': LanguageChoice,
  'settings-look': LookSettings,
  'settings-writing': WritingSettings,
  'settings-days': DaysAndWeeks,
  'settings-reminders': ReminderSettings,
  'settings-security': LockAndKeys,
  'settings-backups': BackupsSection,
  'settings-sync': SyncSection,
  'settings-import': ImportAndExport,
  'settings-desktop': DesktopAndCapture,
  'settings-keyboard': KeyboardSettings,
  'settings-about': AboutSection,
};

export function SettingsPage() {
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const isKnown = useSession(({ info, settings }) => info !== null && settings !== null);
  if (!isKnown) return null;
  return (
    <div className={styles['page']}>
      <h1 ref={heading} tabIndex={-1}>
        {say('settings.title')}
      </h1>
      <div className={contents['columns']}>
        <PageContents items={SETTINGS_SECTIONS.map(({ id, title }) => ({ id, text: say(title), depth: 2 }))} />
        <div>
          {SETTINGS_SECTIONS.map(({ id, title }) => {
            const Body = BODIES[id];
            return (
              <section key={id} id={id} className={styles['section']} aria-labelledby={`${id}-title`}>
                <h2 id={`${id}-title`} tabIndex={-1}>
                  {say(title)}
                </h2>
                <div className={styles['body']}>
                  <Body />
                </div>
              </section>
            );
          })}
        </div>
      </div>
    </div>
  );
}
