import { useId } from 'react';
import type { ImportProblem, ImportProblems } from '../../../src-shared/contract/imports.ts';
import { useLanguage } from '../../intl/language.ts';
import { groupProblems } from './problem-groups.ts';
import type { ProblemGroup } from './problem-groups.ts';
import { placeInWords } from './problem-place.ts';
import styles from './problem-list.module.css';
import { reasonSentence } from './problem-sentences.ts';

interface ProblemListProps {
  readonly problems: ImportProblems;
  /** Before an import one reads what will become of them, behind it what did. */
  readonly isOver?: boolean;
  readonly title: string;
  readonly isListed: (problem: Pick<ImportProblem, 'reason'>) => boolean;
}

function Group({ group, isOver }: { readonly group: ProblemGroup; readonly isOver: boolean }) {
  const language = useLanguage();
  const { say } = language;
  const { reason, count, things } = group;
  const listed = things.reduce((sum, thing) => sum + thing.count, 0);
  const sentence = say(reasonSentence(reason), { count, over: isOver ? 'yes' : 'no' });
  return (
    <details>
      <summary>
        <b>{say('number', { value: count })}</b> <span>{sentence}</span>
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by key */}
      <div role="group" tabIndex={0} aria-label={sentence}>
        <ul>
          {things.map((thing) => (
            <li key={JSON.stringify([thing.item, thing.journal, thing.path])}>{placeInWords(thing, language)}</li>
          ))}
          {count > listed && <li>{say('import.moreItems', { count: count - listed })}</li>}
        </ul>
      </div>
    </details>
  );
}

/** What does not come over as it is: by kind, how many, and which. Nothing where there is none. */
export function ProblemList({ problems, title, isListed, isOver = false }: ProblemListProps) {
  const id = useId();
  const groups = groupProblems(problems).filter(isListed);
  if (groups.length === 0) return null;
  return (
    <section className={styles['problems']} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {groups.map((group) => (
        <Group key={group.reason} group={group} isOver={isOver} />
      ))}
    </section>
  );
}
