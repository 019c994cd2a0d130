import { Keyboard, X } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Platform, Shortcut } from '../../../src-shared/actions/shortcut.ts';
import { shortcutText } from '../../actions/shortcuts.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import styles from './keyboard.module.css';
import { recordKey } from './recorder.ts';

interface KeyFilterProps {
  readonly platform: Platform;
  readonly query: string;
  readonly pressed: Shortcut | null;
  readonly onQuery: (query: string) => void;
  readonly onPressed: (shortcut: Shortcut | null) => void;
}

/** Finds commands by what they are called, and by a key that is pressed: what is on it? */
export function KeyFilter({ platform, query, pressed, onQuery, onPressed }: KeyFilterProps) {
  const { say } = useLanguage();
  const [isListening, setIsListening] = useState(false);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isListening) return;
    const recorded = recordKey(event, platform);
    if (recorded.type === 'left') setIsListening(false);
    if (recorded.type !== 'shortcut') return;
    setIsListening(false);
    onQuery('');
    onPressed(recorded.shortcut);
  };
  return (
    <div className={styles['filter']}>
      <Field
        label={say('keyboard.filter')}
        type="search"
        placeholder={say('keyboard.filterPlaceholder')}
        value={query}
        onChange={(event) => {
          onPressed(null);
          onQuery(event.target.value);
        }}
      />
      <div className={styles['byKey']}>
        <Button
          aria-pressed={isListening}
          onClick={() => setIsListening(!isListening)}
          // A held Space or Enter would press the button again while it listens.
          onKeyUp={(event) => {
            if (isListening) event.preventDefault();
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setIsListening(false)}
        >
          <Keyboard aria-hidden="true" />
          {isListening
            ? say('keyboard.byKeyPress')
            : pressed === null
              ? say('keyboard.byKey')
              : say('keyboard.byKeyChosen', { key: shortcutText(pressed, platform, say) })}
        </Button>
        {pressed !== null && (
          <IconButton label={say('keyboard.byKeyClear')} onClick={() => onPressed(null)}>
            <X />
          </IconButton>
        )}
      </div>
    </div>
  );
}
