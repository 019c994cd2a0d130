import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { MenuAtPoint } from '../../components/choice-menu.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { NoWords } from '../../components/no-words.tsx';
import { Field } from '../../components/field.tsx';
import { NoticesRegion } from '../../components/notices.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from '../gallery.module.css';
import { Section } from '../specimen.tsx';

function Sample({
  width,
  isDangerous = false,
}: {
  readonly width: 'narrow' | 'wide' | 'broad';
  readonly isDangerous?: boolean;
}) {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open it again</Button>
      {isOpen && (
        <Dialog title={isDangerous ? 'Erase this entry?' : 'New habit'} width={width} onClose={() => setOpen(false)}>
          {isDangerous ? (
            <p>It is gone from this device at once, and from the others with their next sync.</p>
          ) : (
            <Field label="Name" placeholder="Stretch" />
          )}
          <DialogActions>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
            <Button kind={isDangerous ? 'danger' : 'main'}>{isDangerous ? 'Erase' : 'Begin'}</Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}

function Menu() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open it again</Button>
      {isOpen && (
        <MenuAtPoint
          at={{ left: 80, top: 130 }}
          label="What to do with the entry"
          onClose={() => setOpen(false)}
          groups={[
            [
              { id: 'open', label: 'Open', shortcut: null, perform: () => {} },
              { id: 'print', label: 'Print…', isDisabled: true, reason: 'Open it first', perform: () => {} },
            ],
            [{ id: 'remove', label: 'Remove', perform: () => {} }],
          ]}
        />
      )}
    </>
  );
}

function Notices() {
  const { notices } = useModel();
  useEffect(() => {
    notices.show({
      tone: 'plain',
      text: () => 'The entry is in the trash.',
      action: { label: () => 'Undo', perform: () => {} },
    });
    notices.show({
      tone: 'problem',
      text: () => 'There is no room on the disk. What you wrote is still here.',
      action: null,
    });
  }, [notices]);
  return (
    <div className={styles['covered']}>
      <NoticesRegion />
    </div>
  );
}

function Breaks(): never {
  throw new Error('A specimen of a page that broke');
}

function Broken() {
  const language = useLanguage();
  return (
    <ErrorBoundary language={language}>
      <Breaks />
    </ErrorBoundary>
  );
}

/** What covers the window: one at a time. */
export const COVERS = {
  'dialog-narrow': () => <Sample width="narrow" />,
  'dialog-wide': () => <Sample width="wide" />,
  'dialog-broad': () => <Sample width="broad" />,
  'dialog-danger': () => <Sample width="narrow" isDangerous />,
  menu: Menu,
  notices: Notices,
  broken: Broken,
  'no-words': () => <NoWords onAgain={() => {}} />,
} as const;

export function Cover({ name }: { readonly name: keyof typeof COVERS }) {
  const Shown = COVERS[name];
  if (name === 'broken' || name === 'no-words') return <Shown />;
  return (
    <Section title={`Over the page: ${name}`}>
      <Shown />
    </Section>
  );
}
