import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { isShellShown } from '../../actions/action-state.ts';
import { findPassages } from './find-passages.ts';
import styles from './help-dialog.module.css';
import { Part } from './help-parts.tsx';
import { HELP_PASSAGES, type HelpPassage } from './passages.ts';

interface HelpDialogProps {
  /** Where it opens; null: at its beginning. */
  readonly passage: HelpPassage | null;
  readonly onClose: () => void;
}

/** The help: all of it on one page, narrowed down by what is typed. It lies over whatever one was doing, and nothing of that is lost. */
export default function HelpDialog({ passage, onClose }: HelpDialogProps) {
  const { say } = useLanguage();
  const [query, setQuery] = useState('');
  const isOpen = useSession(isShellShown);
  const version = useSession((state) => state.info?.version ?? '');
  const asked = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    asked.current?.scrollIntoView({ block: 'start' });
    asked.current?.focus({ preventScroll: true });
  }, []);
  const found = findPassages(query, say);
  return (
    <Dialog title={say('help.title')} onClose={onClose} width="broad">
      <Field
        label={say('help.search')}
        type="search"
        value={query}
        autoFocus={passage === null}
        maxLength={100}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p role="status" className={styles['found']}>
        {query.trim() !== '' && say('help.found', { count: found.length })}
      </p>
      {HELP_PASSAGES.filter(({ id }) => found.includes(id)).map(({ id, title, blocks }) => (
        <section key={id} className={styles['passage']} aria-labelledby={`help-${id}`}>
          <h3 id={`help-${id}`} tabIndex={-1} ref={id === passage ? asked : undefined}>
            {say(title)}
          </h3>
          {blocks.map((block) =>
            typeof block === 'string' ? (
              <p key={block}>{say(block, { version })}</p>
            ) : (
              <Part key={block.part} part={block.part} isOpen={isOpen} onLeave={onClose} />
            ),
          )}
        </section>
      ))}
    </Dialog>
  );
}
