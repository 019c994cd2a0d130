import { useId } from 'react';
import type { MouseEvent } from 'react';
import { useLanguage } from '../intl/language.ts';
import { showPart } from './show-part.ts';
import styles from './page-contents.module.css';

interface PageContentsProps {
  /** `id`: of a heading, or of a section that has one. `depth`: 3 for what stands under another. */
  readonly items: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

function goTo(event: MouseEvent, id: string): void {
  // The page's address stays what it was.
  event.preventDefault();
  const place = document.getElementById(id);
  if (place !== null) showPart(place);
}

/** The parts of a long page. Where there is room it stays in sight beside them (page-contents.module.css, `columns`). */
export function PageContents({ items }: PageContentsProps) {
  const { say } = useLanguage();
  const title = useId();
  return (
    <nav aria-labelledby={title} className={styles['contents']}>
      <p id={title}>{say('contents.title')}</p>
      <ul>
        {items.map(({ id, text, depth }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
