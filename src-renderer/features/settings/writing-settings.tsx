import { useId } from 'react';
import { isSpellingChecked } from '../../../src-shared/domain/spelling.ts';
import { SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { PersonalWords } from '../spelling/personal-words.tsx';
import { OwnTemplates } from '../templates/own-templates.tsx';
import styles from './settings-page.module.css';
import { useChangeSettings } from './use-change-settings.ts';

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

/** How a text looks while one writes it, its spelling, and what one can begin it with. */
export function WritingSettings() {
  const { say, locale } = useLanguage();
  const change = useChangeSettings();
  const spellingHint = useId();
  const settings = useSession((state) => state.settings);
  if (settings === null) return null;
  const isChecked = isSpellingChecked(settings.spelling, locale);
  return (
    <>
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
            checked={isChecked}
            aria-describedby={spellingHint}
            onChange={(event) => void change({ spelling: event.target.checked })}
          />
          {say('settings.spelling')}
        </label>
        <p id={spellingHint} className={styles['hint']}>
          {say('settings.spellingHint')}
        </p>
      </div>
      {isChecked && (
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
    </>
  );
}
