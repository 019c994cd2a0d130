import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { HabitDay, HabitGrouping } from '../../../../src-shared/contract/habits.ts';
import type { CallInputOf, Channel, Client, OutputOf } from '../../../../src-shared/contract/index.ts';
import { ok } from '../../../../src-shared/result.ts';
import type { AppError, Result } from '../../../../src-shared/result.ts';
import type { Habits } from '../habits-store.ts';

/** What a habit's page asks for. */
export interface HabitQuestions {
  readonly id: string;
  readonly today: string;
  /** The present day; of a habit that is over, its last one. */
  readonly lastDay: string;
  readonly year: number;
  /** The first day of the strength's chart. */
  readonly strengthFrom: string;
  readonly grouping: HabitGrouping;
}

export type HabitSummary = OutputOf<'habits.summary'>;

/** Answers that belong together: never the days of one habit under the name of another. */
export interface HabitAnswers {
  readonly questions: HabitQuestions;
  readonly summary: HabitSummary;
  readonly present: HabitDay;
  readonly days: readonly HabitDay[];
  readonly strength: OutputOf<'habits.strength'>;
  readonly buckets: OutputOf<'habits.history'>['buckets'];
  readonly notes: OutputOf<'habits.notes'>['notes'];
}

export interface PageAnswersState {
  /** Null until the first answers. The last ones stay while the next are on their way. */
  readonly answers: HabitAnswers | null;
  /** The habit that was asked for is not among the habits any more. */
  readonly isGone: boolean;
}

export interface PageAnswers {
  readonly store: StoreApi<PageAnswersState>;
  /** Asks what is not known yet. */
  ask(questions: HabitQuestions): Promise<void>;
  /** Asks everything again. */
  refresh(): Promise<void>;
  /** Shows a day of a habit as it looks now: it was pressed a moment ago, or taken back. */
  show(habitId: string, day: HabitDay): void;
}

interface Question<C extends Channel = Channel> {
  readonly channel: C;
  readonly input: CallInputOf<C>;
}

const asked = <C extends Channel>(channel: C, input: CallInputOf<C>): Question<C> => ({ channel, input });

function questionsOf({ id, lastDay, year, strengthFrom, grouping }: HabitQuestions) {
  const text = String(year).padStart(4, '0');
  return {
    summary: asked('habits.summary', { id, day: lastDay }),
    present: asked('habits.days', { id, from: lastDay, to: lastDay }),
    days: asked('habits.days', { id, from: `${text}-01-01`, to: `${text}-12-31` }),
    strength: asked('habits.strength', { id, from: strengthFrom, to: lastDay }),
    history: asked('habits.history', { id, grouping, to: lastDay }),
    notes: asked('habits.notes', { id }),
  } as const;
}

type Part = keyof ReturnType<typeof questionsOf>;
type AnswerOf<P extends Part> = OutputOf<ReturnType<typeof questionsOf>[P]['channel']>;

/** Puts a day into answers that show it. */
function withDay(answers: HabitAnswers, day: HabitDay): HabitAnswers {
  const { present, days, notes } = answers;
  const others = notes.filter((note) => note.day !== day.day);
  const { note } = day;
  return {
    ...answers,
    present: present.day === day.day ? day : present,
    days: days.map((known) => (known.day === day.day ? day : known)),
    notes:
      note === null
        ? others
        : [...others, { day: day.day, note }].toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
  };
}

/** The answers behind a habit's page: a few small questions at once, shown together when all are answered. */
export function createPageAnswers(
  client: Client,
  { readDays }: Pick<Habits, 'readDays'>,
  onProblem: (error: AppError) => void,
): PageAnswers {
  const store = createStore<PageAnswersState>(() => ({ answers: null, isGone: false }));
  let known = new Map<Part, { readonly key: string | null; readonly value: unknown }>();
  let questions: HabitQuestions | null = null;
  // Answers may overtake each other: the last question counts.
  let turn = 0;
  // What was shown since the last question: a slow answer beside it makes its day old.
  let shown: { readonly habitId: string; readonly day: HabitDay }[] = [];

  async function invoke({ channel, input }: Question): Promise<Result<unknown>> {
    if (channel !== 'habits.days') return client.invoke(channel, input);
    const { id, from, to } = input as CallInputOf<'habits.days'>;
    // With what is being written already in them.
    const result = await readDays(id, from, to);
    return result.ok ? ok({ days: result.value }) : result;
  }

  async function run(): Promise<void> {
    if (questions === null) return;
    const mine = (turn += 1);
    shown = [];
    const about = questions;
    const parts = Object.entries(questionsOf(about)) as [Part, Question][];
    const wanted = parts.flatMap(([part, question]) => {
      const key = JSON.stringify(question);
      return known.get(part)?.key === key ? [] : [{ part, key, question }];
    });
    const results = await Promise.all(
      wanted.map(async ({ part, key, question }) => ({ part, key, result: await invoke(question) })),
    );
    if (mine !== turn) return;
    const failed = results.find(({ result }) => !result.ok)?.result;
    if (failed?.ok === false) {
      if (failed.error.code === 'not-found') store.setState({ isGone: true });
      else onProblem(failed.error);
      return;
    }
    known = new Map(known);
    for (const { part, key, result } of results) if (result.ok) known.set(part, { key, value: result.value });
    const answer = <P extends Part>(part: P): AnswerOf<P> => known.get(part)!.value as AnswerOf<P>;
    const [present] = answer('present').days;
    // The vault was locked meanwhile.
    if (present === undefined) return;
    const answers: HabitAnswers = {
      questions: about,
      summary: answer('summary'),
      present,
      days: answer('days').days,
      strength: answer('strength'),
      buckets: answer('history').buckets,
      notes: answer('notes').notes,
    };
    const since = shown.filter(({ habitId }) => habitId === about.id);
    store.setState({ isGone: false, answers: since.reduce((now, { day }) => withDay(now, day), answers) });
  }

  return {
    store,
    ask(next) {
      questions = next;
      return run();
    },
    /** What is known stays to be shown, and is asked for again. */
    refresh() {
      known = new Map([...known].map(([part, { value }]) => [part, { key: null, value }]));
      return run();
    },
    show(habitId, day) {
      shown.push({ habitId, day });
      store.setState(({ answers }) => ({
        answers: answers?.questions.id === habitId ? withDay(answers, day) : answers,
      }));
    },
  };
}
