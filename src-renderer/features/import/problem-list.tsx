import { useId } from 'react';
import type { ImportPreview, ImportProblem } from '../../../src-shared/contract/imports.ts';
import { useLanguage } from '../../intl/language.ts';
import { groupProblems } from './problem-groups.ts';
import type { ProblemGroup } from './problem-groups.ts';
import styles from './problem-list.module.css';
import { reasonSentence } from './problem-sentences.ts';

interface ProblemListProps {
  readonly preview: Pick<ImportPreview, 'problems' | 'problemCount'>;
  readonly title: string;
  readonly isListed: (problem: Pick<ImportProblem, 'reason'>) => boolean;
}

function Group({ group }: { readonly group: ProblemGroup }) {
  const { say } = useLanguage();
  const { reason, count, isAtLeast, things } = group;
  const listed = things.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0);
  return (
    <details>
      <summary>
        {isAtLeast ? (
          <>
            <b aria-hidden="true">{say('import.atLeast', { count })}</b>
            <span className={styles['spoken']}>{say('import.atLeastLong', { count })}</span>
          </>
        ) : (
          <b>{say('number', { value: count })}</b>
        )}{' '}
        <span>{say(reasonSentence(reason), { count })}</span>
      </summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by key */}
      <div role="group" tabIndex={0} aria-label={say(reasonSentence(reason), { count })}>
        <ul>
          {things.map(({ item, parts }) => (
            <li key={item}>{[item, ...parts].join(', ')}</li>
          ))}
          {count > listed && <li>{say('import.moreItems', { count: count - listed })}</li>}
        </ul>
      </div>
    </details>
  );
}

/** What does not come over as it is: by kind, how many, and which. Nothing where there is none. */
export function ProblemList({ preview, title, isListed }: ProblemListProps) {
  const id = useId();
  const groups = groupProblems(preview.problems, preview.problemCount).filter(isListed);
  if (groups.length === 0) return null;
  return (
    <section className={styles['problems']} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {groups.map((group) => (
        <Group key={group.reason} group={group} />
      ))}
    </section>
  );
}
