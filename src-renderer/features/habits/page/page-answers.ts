import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { HabitDay, HabitGrouping } from '../../../../src-shared/contract/habits.ts';
import type { CallInputOf, Channel, Client, OutputOf } from '../../../../src-shared/contract/index.ts';
import type { AppError, Result } from '../../../../src-shared/result.ts';

/** What a habit's page asks for. */
export interface HabitQuestions {
  readonly id: string;
  readonly today: string;
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
  /** The day whose editor is open, of whatever year. */
  readonly edited: HabitDay | null;
}

export interface PageAnswers {
  readonly store: StoreApi<PageAnswersState>;
  /** Asks what is not known yet. */
  ask(questions: HabitQuestions): Promise<void>;
  /** Asks everything again. */
  refresh(): Promise<void>;
  edit(day: string): Promise<void>;
  endEdit(): void;
  /** Shows a day as it will be, writes it, and shows what came of it: the day as it was where it could not be written. */
  change(
    habitId: string,
    before: HabitDay,
    after: HabitDay,
    write: () => Promise<Result<HabitDay>>,
  ): Promise<Result<HabitDay>>;
}

interface Question<C extends Channel = Channel> {
  readonly channel: C;
  readonly input: CallInputOf<C>;
}

const asked = <C extends Channel>(channel: C, input: CallInputOf<C>): Question<C> => ({ channel, input });

function questionsOf({ id, today, year, strengthFrom, grouping }: HabitQuestions) {
  const text = String(year).padStart(4, '0');
  return {
    summary: asked('habits.summary', { id, day: today }),
    present: asked('habits.days', { id, from: today, to: today }),
    days: asked('habits.days', { id, from: `${text}-01-01`, to: `${text}-12-31` }),
    strength: asked('habits.strength', { id, from: strengthFrom, to: today }),
    history: asked('habits.history', { id, grouping, to: today }),
    notes: asked('habits.notes', { id }),
  } as const;
}

type Part = keyof ReturnType<typeof questionsOf>;
type AnswerOf<P extends Part> = OutputOf<ReturnType<typeof questionsOf>[P]['channel']>;

function knownDay({ present, days }: HabitAnswers, day: string): HabitDay | undefined {
  return present.day === day ? present : days.find((known) => known.day === day);
}

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
export function createPageAnswers(client: Client, onProblem: (error: AppError) => void): PageAnswers {
  const store = createStore<PageAnswersState>(() => ({ answers: null, isGone: false, edited: null }));
  let known = new Map<Part, { readonly key: string | null; readonly value: unknown }>();
  let questions: HabitQuestions | null = null;
  // Answers may overtake each other, and a day that is being written is newer than any of them: the last turn counts.
  let turn = 0;
  let writing = 0;
  let changes = 0;
  const latest = new Map<string, number>();

  async function run(): Promise<void> {
    if (questions === null || writing > 0) return;
    const mine = (turn += 1);
    const about = questions;
    const parts = Object.entries(questionsOf(about)) as [Part, Question][];
    const wanted = parts.flatMap(([part, { channel, input }]) => {
      const key = JSON.stringify([channel, input]);
      return known.get(part)?.key === key ? [] : [{ part, key, channel, input }];
    });
    const results = await Promise.all(
      wanted.map(async ({ part, key, channel, input }) => ({ part, key, result: await client.invoke(channel, input) })),
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
    const answers: HabitAnswers = {
      questions: about,
      summary: answer('summary'),
      present: answer('present').days[0]!,
      days: answer('days').days,
      strength: answer('strength'),
      buckets: answer('history').buckets,
      notes: answer('notes').notes,
    };
    store.setState(({ edited }) => ({
      isGone: false,
      answers,
      edited: edited === null ? null : (knownDay(answers, edited.day) ?? edited),
    }));
  }

  /** What is known stays to be shown, and is asked for again. */
  function refresh(): Promise<void> {
    known = new Map([...known].map(([part, { value }]) => [part, { key: null, value }]));
    return run();
  }

  function show(id: string, day: HabitDay): void {
    store.setState(({ answers, edited }) =>
      answers?.questions.id === id
        ? { answers: withDay(answers, day), edited: edited?.day === day.day ? day : edited }
        : {},
    );
  }

  return {
    store,
    refresh,
    ask(next) {
      questions = next;
      return run();
    },
    endEdit: () => store.setState({ edited: null }),
    async edit(day) {
      const { answers } = store.getState();
      if (answers === null) return;
      const { id } = answers.questions;
      const at = knownDay(answers, day);
      if (at !== undefined) {
        store.setState({ edited: at });
        return;
      }
      const result = await client.invoke('habits.days', { id, from: day, to: day });
      if (!result.ok) onProblem(result.error);
      else if (store.getState().answers?.questions.id === id) store.setState({ edited: result.value.days[0] ?? null });
    },
    async change(habitId, before, after, write) {
      const mine = (changes += 1);
      latest.set(before.day, mine);
      writing += 1;
      turn += 1;
      show(habitId, after);
      const result = await write();
      writing -= 1;
      // Only the last of several quick changes decides what is shown.
      if (latest.get(before.day) === mine) {
        latest.delete(before.day);
        show(habitId, result.ok ? result.value : before);
      }
      void refresh();
      return result;
    },
  };
}
