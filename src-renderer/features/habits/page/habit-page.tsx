import { useHeadingFocus } from '../../../components/use-heading-focus.ts';
import { useAnswer } from '../../../bridge/use-answer.ts';
import { useRoute, useSession } from '../../../shell/model-context.tsx';

function Habit({ id, today }: { readonly id: string; readonly today: string }) {
  const heading = useHeadingFocus();
  const summary = useAnswer('habits.summary', { id, day: today }, 'habits');
  return (
    <h1 ref={heading} tabIndex={-1}>
      {summary?.habit.name}
    </h1>
  );
}

/** Everything about one habit. */
export function HabitPage() {
  const today = useSession((state) => state.today?.day);
  const id = useRoute((route) => route.habitId);
  return id === null || today === undefined ? null : <Habit key={id} id={id} today={today} />;
}
