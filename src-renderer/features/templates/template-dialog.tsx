import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { TEMPLATE_FIELDS } from '../../../src-shared/domain/template.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './templates.module.css';

interface TemplateDialogProps {
  /** null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly body: string;
  readonly onClose: () => void;
}

export function TemplateDialog({ id, name, body, onClose }: TemplateDialogProps) {
  const { client, newId, showProblem } = useModel();
  const { say } = useLanguage();
  const textId = useId();
  const [typedName, setName] = useState(name);
  const [text, setText] = useState(body);
  const [isNameless, setNameless] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const isChanged = typedName !== name || text !== body;
  const leave = (): void => {
    // Asked once, Escape takes the question back: only its own button throws anything away.
    if (isChanged) setLeaving(!isLeaving);
    else onClose();
  };

  async function save(): Promise<void> {
    if (typedName.trim() === '') {
      setNameless(true);
      return;
    }
    const result = await client.invoke('templates.write', { id: id ?? newId(), name: typedName.trim(), body: text });
    // What was typed stays on screen where it could not be kept.
    if (result.ok) onClose();
    else showProblem(result.error);
  }

  return (
    <Dialog
      title={say(id === null ? 'templates.newTitle' : 'templates.editTitle')}
      onClose={leave}
      width="broad"
      dismissable={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={say('templates.name')}
          autoFocus
          maxLength={100}
          value={typedName}
          onChange={(event) => setName(event.target.value)}
          problem={isNameless && typedName.trim() === '' ? say('templates.needsName') : null}
          reserve={1}
        />
        <label htmlFor={textId} className={styles['label']}>
          {say('templates.body')}
        </label>
        <textarea
          id={textId}
          className={styles['body']}
          spellCheck={false}
          maxLength={100_000}
          rows={10}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={styles['fields']}>
          {say('templates.fields')}{' '}
          {TEMPLATE_FIELDS.map((field) => (
            <code key={field}>{`{{${field}}}`}</code>
          ))}
        </p>
        {isLeaving && (
          <p role="alert" className={styles['leave']}>
            <b>{say('templates.leave')}</b> {say('templates.leaveText')}
          </p>
        )}
        <DialogActions>
          {isLeaving ? (
            <>
              <Button kind="danger" onClick={onClose}>
                {say('templates.throwAway')}
              </Button>
              <Button autoFocus onClick={() => setLeaving(false)}>
                {say('templates.stay')}
              </Button>
            </>
          ) : (
            <Button onClick={leave}>{say('dialog.cancel')}</Button>
          )}
          <Button type="submit" kind="main">
            {say('templates.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
