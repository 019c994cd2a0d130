import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';

/** What a link leads to, as a person can judge it; null: nothing that is opened from here. */
export function hostOf(address: string): string | null {
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' && hostname !== '' ? hostname : null;
  } catch {
    return null;
  }
}

/** Asks before the browser is opened: what is visited from a diary is nobody's business but the person's. */
export function OpenLinkDialog({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  const { client, notices, showProblem } = useModel();
  const { say } = useLanguage();
  const host = hostOf(address);
  const open = (): void => {
    onClose();
    void client.invoke('app.open-link', { address }).then((result) => {
      if (!result.ok) showProblem(result.error);
      else if (!result.value.isOpened)
        notices.show({ tone: 'problem', text: (spoken) => spoken.say('link.notOpened'), action: null });
    });
  };
  return (
    <Dialog title={say(host === null ? 'link.cannotTitle' : 'link.openTitle', { host: host ?? '' })} onClose={onClose}>
      <p>{say(host === null ? 'link.cannotText' : 'link.openText')}</p>
      <p>
        <code>{address}</code>
      </p>
      <DialogActions>
        <Button onClick={onClose}>{say('dialog.cancel')}</Button>
        {host !== null && (
          <Button kind="main" autoFocus onClick={open}>
            {say('link.open')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

interface EditLinkDialogProps {
  readonly address: string;
  /** Empty: no link any more. */
  readonly onDone: (address: string) => void;
  readonly onClose: () => void;
}

export function EditLinkDialog({ address, onDone, onClose }: EditLinkDialogProps) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState(address);
  const trimmed = typed.trim();
  const whole = trimmed === '' || /^[a-z][a-z\d+.-]*:/iu.test(trimmed) ? trimmed : `https://${trimmed}`;
  const isFit = whole === '' || hostOf(whole) !== null;
  return (
    <Dialog title={say('link.editTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isFit) return;
          onClose();
          onDone(whole);
        }}
      >
        <Field
          label={say('link.address')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          problem={isFit ? null : say('link.unfit')}
          reserve={1}
        />
        <DialogActions>
          {address !== '' && (
            <Button
              onClick={() => {
                onClose();
                onDone('');
              }}
            >
              {say('link.remove')}
            </Button>
          )}
          <Button type="submit" kind="main" disabled={!isFit}>
            {say('link.set')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
