import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';

interface SavedSearchDialogProps {
  /** null: it is not kept yet. */
  readonly id: string | null;
  readonly name: string;
  readonly query: string;
  readonly onClose: () => void;
}

export function SavedSearchDialog({ id, name, query, onClose }: SavedSearchDialogProps) {
  const { client, newId, notices, showProblem } = useModel();
  const { say } = useLanguage();
  const [typed, setTyped] = useState(name);
  const [isNameless, setNameless] = useState(false);

  async function write(saved: { id: string; name: string; query: string }): Promise<void> {
    const result = await client.invoke('searches.write', saved);
    if (!result.ok) showProblem(result.error);
  }

  async function remove(saved: string): Promise<void> {
    const result = await client.invoke('searches.remove', { id: saved });
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say('searches.removed', { name }),
      action: { label: (spoken) => spoken.say('entry.undo'), perform: () => void write({ id: saved, name, query }) },
    });
  }

  return (
    <Dialog title={say(id === null ? 'searches.dialogTitle' : 'searches.editTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') {
            setNameless(true);
            return;
          }
          onClose();
          void write({ id: id ?? newId(), name: typed.trim(), query });
        }}
      >
        <Field
          label={say('searches.name')}
          autoFocus
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          problem={isNameless && typed.trim() === '' ? say('searches.needsName') : null}
          reserve={1}
        />
        <p>
          {say('searches.query')} <code>{query}</code>
        </p>
        <DialogActions>
          {id !== null && (
            <Button
              kind="quiet"
              onClick={() => {
                onClose();
                void remove(id);
              }}
            >
              {say('searches.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{say('dialog.cancel')}</Button>
          <Button type="submit" kind="main">
            {say('searches.doSave')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
