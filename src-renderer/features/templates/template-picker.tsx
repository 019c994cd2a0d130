import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { findBest } from '../../actions/find.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useListKeys } from '../../components/use-list-keys.ts';
import { promptOf } from '../../../src-shared/domain/prompt.ts';
import { CURSOR, expandTemplate } from '../../../src-shared/domain/template.ts';
import { byName } from '../../intl/by-name.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { builtInTemplates } from './built-in.ts';
import { fieldValue } from './field-values.ts';
import styles from './templates.module.css';

interface TemplatePickerProps {
  /** The entry, or the place of one that is not begun yet. */
  readonly entry: string;
  readonly day: string;
  readonly onClose: () => void;
}

/** Chooses what an entry begins with, or goes on with. */
export function TemplatePicker({ entry, day, onClose }: TemplatePickerProps) {
  const { entries, session, target } = useModel();
  const { say, find, locale } = useLanguage();
  const [query, setQuery] = useState('');
  const answer = useAnswer('templates.list', {}, 'templates');
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const own = byName(answer?.templates ?? [], locale).map((template) => ({ ...template, isOwn: true }));
  const builtIn = builtInTemplates(say).map((template) => ({ ...template, isOwn: false }));
  const all = [...own, ...builtIn].map((template) => ({ template, label: template.name, words: '' }));
  const found = findBest(all, query).map(({ item }) => item.template);
  const prompt = `entry.prompt.${String(promptOf(day))}`;
  const [now] = useState(() => new Date(Date.now() + session.store.getState().clockLead).toISOString());
  const context = { locale, day, now, zone, prompt: find(prompt) ?? '' };
  const expand = (body: string): string => expandTemplate(body, (field) => fieldValue(field, context));
  const choose = (index: number): void => {
    const template = found[index];
    if (template === undefined) return;
    onClose();
    entries.insert(entry, expand(template.body));
  };
  const keys = useListKeys(query, found.length, choose);
  const active = found[keys.active];
  const activeId = active?.id;
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(`template-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <Dialog title={say('templates.title')} onClose={onClose} width="broad">
      <input
        className={styles['filter']}
        role="combobox"
        aria-label={say('templates.filter')}
        aria-expanded="true"
        aria-controls="template-list"
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `template-${active.id}`}
        placeholder={say('templates.filter')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={keys.onKeyDown}
      />
      <div className={styles['picker']}>
        <div {...keys.listProps} id="template-list" aria-label={say('templates.list')} className={styles['list']}>
          {[true, false].map((isOwn) => {
            const group = found.filter((template) => template.isOwn === isOwn);
            if (group.length === 0) return null;
            const title = say(isOwn ? 'templates.own' : 'templates.builtIn');
            return (
              <div key={String(isOwn)} role="group" aria-label={title}>
                <p className={styles['group']} aria-hidden="true">
                  {title}
                </p>
                {group.map((template) => {
                  const index = found.indexOf(template);
                  return (
                    <div
                      key={template.id}
                      id={`template-${template.id}`}
                      role="option"
                      aria-selected={index === keys.active}
                      tabIndex={-1}
                      data-index={index}
                      className={styles['option']}
                      onMouseMove={() => keys.setActive(index)}
                    >
                      {template.name}
                    </div>
                  );
                })}
              </div>
            );
          })}
          {found.length === 0 && <p className={styles['none']}>{say('templates.none')}</p>}
        </div>
        <section className={styles['preview']} aria-label={say('templates.preview')}>
          <pre>{active === undefined ? '' : expand(active.body).replaceAll(CURSOR, '')}</pre>
        </section>
      </div>
      <footer className={styles['foot']}>
        <p>{say('templates.manage')}</p>
        {active?.isOwn === false && (
          <Button
            kind="quiet"
            onClick={() => target.open({ type: 'template', id: null, name: active.name, body: active.body })}
          >
            {say('templates.copyOf')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => target.open({ type: 'template', id: null, name: '', body: '' })}>
          <Plus />
          {say('templates.new')}
        </Button>
      </footer>
    </Dialog>
  );
}
