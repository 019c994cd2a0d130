import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useLanguage } from '../../intl/language.ts';
import { findIcons, namedIcons } from './find-icons.ts';
import { HABIT_ICONS } from './habit-icons.ts';
import styles from './picture-picker.module.css';

interface IconGridProps {
  /** Name of an icon of ours, or the person's own emoji. */
  readonly chosen: string;
  readonly onChoose: (icon: string) => void;
}

/** All icons, narrowed down by words. Down from the field leads into the grid, Enter takes the first. */
export function IconGrid({ chosen, onChoose }: IconGridProps) {
  const { say, find } = useLanguage();
  const [typed, setTyped] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // Not by `autoFocus`: what React draws first is not in the page yet.
  useEffect(() => search.current?.focus(), []);
  const icons = useMemo(() => namedIcons(find), [find]);
  const found = findIcons(icons, typed);
  return (
    <>
      <div className={styles['search']}>
        <Search aria-hidden="true" />
        <input
          ref={search}
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-label={say('habitPicture.search')}
          placeholder={say('habitPicture.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.nativeEvent.isComposing || first === undefined) return;
            if (event.key === 'ArrowDown') {
              event.preventDefault();
              const option =
                grid.current?.querySelector<HTMLElement>('[role=option][aria-selected=true]') ??
                grid.current?.querySelector<HTMLElement>('[role=option]');
              option?.focus();
            }
            if (event.key === 'Enter' && typed.trim() !== '') onChoose(first.id);
          }}
        />
      </div>
      <ListBox
        ref={grid}
        layout="grid"
        aria-label={say('habitPicture.icon')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [key] = [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        className={styles['grid'] ?? ''}
        items={found}
        renderEmptyState={() => <p className={styles['none']}>{say('habitPicture.none')}</p>}
      >
        {({ id, name }) => {
          const Icon = HABIT_ICONS[id];
          return (
            <ListBoxItem id={id} textValue={name} aria-label={name} className={styles['icon'] ?? ''}>
              {Icon !== undefined && <Icon aria-hidden="true" />}
            </ListBoxItem>
          );
        }}
      </ListBox>
    </>
  );
}
