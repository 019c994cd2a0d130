import type { ActionId } from '../../src-shared/actions/definitions.ts';
import type { Shortcut } from '../../src-shared/actions/shortcut.ts';
import { SETTINGS_SECTIONS } from '../features/settings/sections.ts';
import type { MessageId } from '../intl/en.ts';
import type { Say } from '../intl/language.ts';
import { ACTION_GROUPS } from './action-groups.ts';
import { findBest } from './find.ts';
import { wordsFor } from './palette-words.ts';
import { actions, isWorthOffering } from './registry.ts';
import type { ActionState, ActionTarget } from './registry.ts';
import { whyNot } from './why-not.ts';

export interface PaletteChoice {
  readonly id: string;
  readonly label: string;
  /** What else it is found by. */
  readonly words: string;
  /** Of a command: what the recent ones are kept by. */
  readonly action: ActionId | null;
  readonly shortcut: Shortcut | null;
  /** Why it cannot be chosen now; null: it can. */
  readonly whyNot: string | null;
  /** Places of the label's characters that it was found by. */
  readonly marks: readonly number[];
  readonly perform: () => void;
}

export interface PaletteGroup {
  /** Null: the group has no name, and is the only one. */
  readonly title: MessageId | null;
  readonly choices: readonly PaletteChoice[];
}

interface PaletteSources {
  readonly state: ActionState;
  readonly target: ActionTarget;
  readonly keyOf: (id: ActionId) => Shortcut | null;
  /** Newest first. */
  readonly recent: readonly ActionId[];
  readonly habits: readonly { readonly id: string; readonly name: string }[];
  readonly say: Say;
}

const PLAIN = { words: '', action: null, shortcut: null, whyNot: null, marks: [] } as const;

function commandsOf({ state, target, keyOf, say }: PaletteSources): readonly PaletteChoice[] {
  return actions
    .filter(({ id }) => id !== 'palette')
    .map((action) => ({
      id: action.id,
      label: say(action.label),
      words: wordsFor(action.id, say),
      action: action.id,
      shortcut: keyOf(action.id),
      whyNot: isWorthOffering(action, state) ? null : whyNot(action, state, say),
      marks: [],
      perform: () => action.perform(target),
    }));
}

/** All commands that can be chosen: the recent ones, then by their groups. */
function allGroups(sources: PaletteSources): readonly PaletteGroup[] {
  const commands = commandsOf(sources).filter((each) => each.whyNot === null);
  const recent = sources.recent.flatMap((id) => commands.filter(({ action }) => action === id));
  const others = commands.filter((each) => !recent.includes(each));
  const groups: PaletteGroup[] = ACTION_GROUPS.map(({ id, title }) => ({
    title,
    choices: others.filter(({ action }) => actions.some((each) => each.id === action && each.group === id)),
  }));
  return [{ title: 'palette.recent' as const, choices: recent }, ...groups].filter(({ choices }) => choices.length > 0);
}

/** What a query finds: commands, sections of the settings and habits, best first; then the search for it; then what cannot be chosen now, and why. */
function foundGroups(query: string, sources: PaletteSources): readonly PaletteGroup[] {
  const { habits, target, recent, say } = sources;
  const isRecent = ({ action }: PaletteChoice): boolean => action !== null && recent.includes(action);
  const commands = commandsOf(sources);
  const sections = SETTINGS_SECTIONS.map(({ id, title, words }): PaletteChoice => ({
    ...PLAIN,
    id,
    label: say('palette.section', { name: say(title) }),
    words: say(words),
    perform: () => target.showSettings(id),
  }));
  const pages = habits.map(({ id, name }): PaletteChoice => ({
    ...PLAIN,
    id,
    label: say('palette.habit', { name }),
    perform: () => target.showHabit(id),
  }));
  // Of two that fit as well, the one that was used lately stands first.
  const all = [...commands.filter(isRecent), ...commands.filter((each) => !isRecent(each)), ...sections, ...pages];
  const found = findBest(all, query).map(({ item, marks }) => ({ ...item, marks }));
  const search: PaletteChoice = {
    ...PLAIN,
    id: 'search-for',
    label: say('palette.searchFor', { query }),
    perform: () => target.searchFor(query),
  };
  return [
    {
      title: null,
      choices: [
        ...found.filter((each) => each.whyNot === null),
        search,
        ...found.filter((each) => each.whyNot !== null),
      ],
    },
  ];
}

export function paletteGroups(query: string, sources: PaletteSources): readonly PaletteGroup[] {
  const asked = query.trim();
  return asked === '' ? allGroups(sources) : foundGroups(asked, sources);
}
