import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { Template } from '../../../src-shared/contract/templates.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Art } from '../../components/art/art.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { byName } from '../../intl/by-name.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './templates.module.css';

/** The person's own templates, in the settings: to be changed, removed, and begun. */
export function OwnTemplates() {
  const { client, notices, showProblem, target } = useModel();
  const { say, locale } = useLanguage();
  const answer = useAnswer('templates.list', {}, 'templates');

  const more = useRef<HTMLButtonElement>(null);

  async function bringBack(template: Template): Promise<void> {
    const result = await client.invoke('templates.write', template);
    if (!result.ok) showProblem(result.error);
  }

  async function remove(template: Template): Promise<void> {
    const result = await client.invoke('templates.remove', { id: template.id });
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    // The button that was pressed goes with its row.
    more.current?.focus();
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say('templates.removed', { name: template.name }),
      action: { label: (spoken) => spoken.say('entry.undo'), perform: () => void bringBack(template) },
    });
  }

  return (
    <div className={styles['own']} role="group" aria-label={say('templates.ownTitle')}>
      <h3>{say('templates.ownTitle')}</h3>
      {answer?.templates.length === 0 && (
        <>
          <Art scene="templates" />
          <p>{say('templates.ownEmpty')}</p>
          <p className={styles['example']}>{say('templates.ownExample')}</p>
        </>
      )}
      {answer !== null && answer.templates.length > 0 && (
        <ul>
          {byName(answer.templates, locale).map((template) => (
            <li key={template.id}>
              <span dir="auto">{template.name}</span>
              <IconButton
                label={say('templates.edit', { name: template.name })}
                onClick={() => target.open({ type: 'template', ...template })}
              >
                <Pencil />
              </IconButton>
              <IconButton
                label={say('templates.remove', { name: template.name })}
                onClick={() => void remove(template)}
              >
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Button ref={more} onClick={() => target.open({ type: 'template', id: null, name: '', body: '' })}>
        <Plus />
        {say('templates.new')}
      </Button>
    </div>
  );
}
