import { FileDown, Keyboard, Lock } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Settings } from '../../../src-shared/contract/app.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { AboutSection } from '../about/about-section.tsx';
import { PastImports } from '../import/past-imports.tsx';
import { BackupsSection } from '../backups/backups-section.tsx';
import { CaptureSettings } from '../capture/capture-settings.tsx';
import { DesktopSettings } from '../desktop/desktop-settings.tsx';
import { ReminderSettings } from '../reminders/reminder-settings.tsx';
import { SecuritySection } from '../security/security-section.tsx';
import { PersonalWords } from '../spelling/personal-words.tsx';
import { SyncSection } from '../sync/sync-section.tsx';
import { OwnTemplates } from '../templates/own-templates.tsx';
import { DaysAndWeeks } from './days-and-weeks.tsx';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './settings-page.module.css';

const THEMES: readonly { readonly theme: Settings['theme']; readonly label: MessageId }[] = [
  { theme: 'system', label: 'settings.theme.system' },
  { theme: 'light', label: 'settings.theme.light' },
  { theme: 'dark', label: 'settings.theme.dark' },
];

const IDLE_MINUTES: readonly Settings['idleLockMinutes'][] = [1, 5, 15, 30, 60, null];

interface SectionProps {
  readonly title: string;
  readonly anchor?: string;
  readonly children: ReactNode;
}

function Section({ title, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles['section']} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly choices: readonly T[];
  readonly value: T;
  readonly name: (choice: T) => string;
  readonly onChange: (choice: T) => void;
}

/** One of a few named choices. */
function ChoiceField<T extends string>({ label, choices, value, name, onChange }: ChoiceFieldProps<T>) {
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {name(choice)}
        </option>
      ))}
    </SelectField>
  );
}

export function SettingsPage() {
  const { session, showProblem, target } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const themeName = useId();
  const spellingHint = useId();
  const info = useSession((state) => state.info);
  const settings = useSession((state) => state.settings);
  if (info === null || settings === null) return null;

  // The system tells its own apps, not a page.
  const sleepLocks = info.host === 'electron';

  async function change(part: Partial<Settings>): Promise<void> {
    const error = await session.changeSettings(part);
    if (error !== null) showProblem(error);
  }

  return (
    <div className={styles['page']}>
      <h1 ref={heading} tabIndex={-1}>
        {say('settings.title')}
      </h1>
      <Section title={say('settings.look')}>
        <div role="radiogroup" aria-label={say('settings.theme')} className={styles['themes']}>
          {THEMES.map(({ theme, label }) => (
            <label key={theme} data-theme-choice={theme}>
              <input
                type="radio"
                name={themeName}
                checked={settings.theme === theme}
                onChange={() => void change({ theme })}
              />
              <i aria-hidden="true" />
              <span>{say(label)}</span>
            </label>
          ))}
        </div>
      </Section>
      <Section title={say('settings.writing')}>
        <ChoiceField
          label={say('settings.font')}
          choices={['serif', 'sans']}
          value={settings.font}
          name={(font) => say(`settings.font.${font}`)}
          onChange={(font) => void change({ font })}
        />
        <ChoiceField
          label={say('settings.textSize')}
          choices={['small', 'medium', 'large', 'larger']}
          value={settings.textSize}
          name={(textSize) => say(`settings.textSize.${textSize}`)}
          onChange={(textSize) => void change({ textSize })}
        />
        <ChoiceField
          label={say('settings.measure')}
          choices={['narrow', 'medium', 'wide']}
          value={settings.measure}
          name={(measure) => say(`settings.measure.${measure}`)}
          onChange={(measure) => void change({ measure })}
        />
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={settings.prompt}
            onChange={(event) => void change({ prompt: event.target.checked })}
          />
          {say('settings.prompt')}
        </label>
        <div className={styles['spelling']}>
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={settings.spelling}
              aria-describedby={spellingHint}
              onChange={(event) => void change({ spelling: event.target.checked })}
            />
            {say('settings.spelling')}
          </label>
          <p id={spellingHint} className={styles['hint']}>
            {say('settings.spellingHint')}
          </p>
        </div>
        {settings.spelling && (
          <>
            <ChoiceField
              label={say('settings.english')}
              choices={['either', 'american', 'british']}
              value={settings.english}
              name={(english) => say(`settings.english.${english}`)}
              onChange={(english) => void change({ english })}
            />
            <PersonalWords />
          </>
        )}
        <OwnTemplates />
      </Section>
      <Section title={say('settings.days')}>
        <DaysAndWeeks />
      </Section>
      <Section title={say('settings.reminders')}>
        <ReminderSettings />
      </Section>
      <Section title={say('settings.capture')}>
        <CaptureSettings />
      </Section>
      <Section title={say('settings.desktop')} anchor="settings-desktop">
        <DesktopSettings />
      </Section>
      <Section title={say('settings.lock')}>
        <SelectField
          label={say('settings.idle')}
          hint={say(sleepLocks ? 'settings.idleHint' : 'settings.idleHintBrowser')}
          value={String(settings.idleLockMinutes)}
          onChange={(event) => {
            const minutes = IDLE_MINUTES.find((choice) => String(choice) === event.target.value);
            if (minutes !== undefined) void change({ idleLockMinutes: minutes });
          }}
        >
          {IDLE_MINUTES.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {minutes === null
                ? say(sleepLocks ? 'settings.idleNever' : 'settings.idleNeverBrowser')
                : say('settings.idleMinutes', { minutes })}
            </option>
          ))}
        </SelectField>
        <Button onClick={() => void target.lock()}>
          <Lock />
          {say('settings.lockNow')}
        </Button>
      </Section>
      <Section title={say('settings.security')} anchor="settings-security">
        <SecuritySection />
      </Section>
      <Section title={say('settings.backups')} anchor="settings-backups">
        <BackupsSection />
      </Section>
      <Section title={say('settings.sync')} anchor="settings-sync">
        <SyncSection />
      </Section>
      <Section title={say('settings.import')} anchor="settings-import">
        <PastImports />
      </Section>
      <Section title={say('settings.export')}>
        <p>{say('settings.exportText')}</p>
        <Button onClick={() => target.open({ type: 'export' })}>
          <FileDown />
          {say('settings.exportAction')}
        </Button>
      </Section>
      <Section title={say('settings.keys')}>
        <p>{say('settings.keysText')}</p>
        <Button onClick={() => target.open({ type: 'shortcuts' })}>
          <Keyboard />
          {say('settings.keysAction')}
        </Button>
      </Section>
      <Section title={say('settings.about')} anchor="settings-about">
        <AboutSection />
      </Section>
    </div>
  );
}
