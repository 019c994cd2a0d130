import { ChevronDown } from 'lucide-react';
import { useId, useRef } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLanguage } from '../../intl/language.ts';
import styles from './group-field.module.css';

interface GroupFieldProps {
  readonly group: string;
  /** Those that other habits stand in. */
  readonly known: readonly string[];
  readonly onChange: (group: string) => void;
}

/** One of the groups that are there, or a new one. */
export function GroupField({ group, known, onChange }: GroupFieldProps) {
  const { say } = useLanguage();
  // By its own words alone: with the field's behind them it would be “All groups Group”.
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <ComboBox
      allowsCustomValue
      className={styles['field'] ?? ''}
      inputValue={group}
      defaultItems={known.map((name) => ({ id: name, name }))}
      onInputChange={onChange}
    >
      <Label>{say('habitForm.group')}</Label>
      {/* The list's button gives the field the focus, which would scroll the form where a part of it lies under the dialog's buttons; and a list closes when what it
          belongs to moves: it never came up. */}
      <div className={styles['box']} onPointerDownCapture={() => input.current?.focus({ preventScroll: true })}>
        <Input ref={input} maxLength={60} placeholder={say('habitForm.groupPlaceholder')} spellCheck={false} />
        {known.length > 0 && (
          <Button
            className={styles['open'] ?? ''}
            id={listId}
            aria-label={say('habitForm.groupList')}
            aria-labelledby={listId}
          >
            <ChevronDown aria-hidden="true" />
          </Button>
        )}
      </div>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''}>
          {({ name }: { readonly id: string; readonly name: string }) => (
            <ListBoxItem textValue={name} className={styles['option'] ?? ''}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
