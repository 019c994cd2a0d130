import { ChevronDown, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { firstDayOf, parseSearch, withFilter, withoutFilter } from '../../../src-shared/domain/search-query.ts';
import type { FilterName, SearchFilter } from '../../../src-shared/domain/search-query.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { fullDate, monthAndYear } from '../../intl/dates.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel, useSession } from '../../shell/model-context.tsx';
import { MOODS, moodName } from '../entries/mood-picker.tsx';
import { SaveSearch } from '../searches/save-search.tsx';
import styles from './filter-bar.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FilterMenuProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
}

function FilterMenu({ label, choices, onChoose }: FilterMenuProps) {
  if (choices.length === 0) return null;
  return (
    <MenuTrigger>
      <AriaButton className={styles['filter'] ?? ''}>
        {label}
        <ChevronDown aria-hidden="true" />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom start">
        <Menu className={styles['menu'] ?? ''} aria-label={label} onAction={(key) => onChoose(String(key))}>
          {choices.map((choice) => (
            <MenuItem key={choice.value} id={choice.value} textValue={choice.label} className={styles['item'] ?? ''}>
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Every tag, asked for once the room is shown. */
function useTags(): readonly string[] {
  const { client } = useModel();
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(() => {
    let isHere = true;
    void client.invoke('entries.tags', {}).then((result) => {
      if (isHere && result.ok) setTags(result.value.tags.slice(0, 60).map(({ name }) => name));
    });
    return () => {
      isHere = false;
    };
  }, [client]);
  return tags;
}

/** The days that a person looks back to, in the words of the query. */
function times(
  today: string,
): readonly { readonly name: FilterName; readonly value: string; readonly label: MessageId }[] {
  const year = Number(today.slice(0, 4));
  return [
    { name: 'on', value: today.slice(0, 7), label: 'search.thisMonth' },
    { name: 'on', value: String(year), label: 'search.thisYear' },
    { name: 'on', value: String(year - 1), label: 'search.lastYear' },
    { name: 'before', value: String(year - 1), label: 'search.before' },
  ];
}

/** Characters of `2026-03-05`; a year and a month have fewer. */
const ISO_DAY = 10;

/** A date as it is written where the person lives, and all else as it was typed. */
function shownValue({ name, value }: SearchFilter, locale: string): string {
  if (name !== 'before' && name !== 'after' && name !== 'on') return value;
  if (value.length === 7) return monthAndYear(locale, firstDayOf(value));
  // A day that its month has not got would be shown as another one.
  const isDay = value.length === ISO_DAY && new Date(value).toISOString().startsWith(value);
  return isDay ? fullDate(locale, value) : value;
}

interface FilterBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Writes the filters of a query, for those who do not know their words, and shows which ones hold. */
export function FilterBar({ query, onQuery }: FilterBarProps) {
  const { say, locale } = useLanguage();
  const tags = useTags();
  const habits = useHabits((state) => state.overview);
  const today = useSession((state) => state.today?.day);
  const present = parseSearch(query).filters;
  const add = (name: FilterName, value: string): void => onQuery(withFilter(query, { name, value, isExcluded: false }));
  const moodLabel = (mood: Mood): string => {
    const name = moodName(mood);
    return name === null ? String(mood) : say(name);
  };
  const describe = (filter: SearchFilter): string => {
    const mood = filter.name === 'mood' ? MOODS.find((each) => String(each) === filter.value) : undefined;
    return say(`search.has.${filter.name}`, {
      value: mood === undefined ? shownValue(filter, locale) : moodLabel(mood),
      isDay: String(filter.value.length === ISO_DAY),
      excluded: filter.isExcluded ? 'yes' : 'no',
    });
  };
  return (
    <div className={styles['bar']} role="group" aria-label={say('search.filters')}>
      {present.map((filter) => (
        <button
          key={`${filter.name}:${filter.value}:${String(filter.isExcluded)}`}
          type="button"
          className={styles['present']}
          aria-label={say('search.removeFilter', { filter: describe(filter) })}
          onClick={() => onQuery(withoutFilter(query, filter))}
        >
          {describe(filter)}
          <X aria-hidden="true" />
        </button>
      ))}
      <FilterMenu
        label={say('search.tag')}
        choices={tags.map((tag) => ({ value: tag, label: `#${tag}` }))}
        onChoose={(value) => add('tag', value)}
      />
      <FilterMenu
        label={say('search.mood')}
        choices={MOODS.map((mood) => ({ value: String(mood), label: moodLabel(mood) }))}
        onChoose={(value) => add('mood', value)}
      />
      <FilterMenu
        label={say('search.time')}
        choices={
          today === undefined
            ? []
            : times(today).map(({ name, value, label }) => ({
                value: `${name}:${value}`,
                label: say(label, { value }),
              }))
        }
        onChoose={(chosen) => {
          const [name, value] = chosen.split(':') as [FilterName, string];
          add(name, value);
        }}
      />
      <FilterMenu
        label={say('search.habit')}
        choices={(habits ?? []).map(({ habit }) => ({ value: habit.name, label: habit.name }))}
        onChoose={(value) => add('habit', value)}
      />
      {!present.some(({ name }) => name === 'is') && (
        <button type="button" className={styles['filter']} onClick={() => add('is', 'starred')}>
          {say('search.starred')}
        </button>
      )}
      {!present.some(({ name }) => name === 'has') && (
        <button type="button" className={styles['filter']} onClick={() => add('has', 'photo')}>
          {say('search.withPhotos')}
        </button>
      )}
      <SaveSearch query={query} />
    </div>
  );
}
