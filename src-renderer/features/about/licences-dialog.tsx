import { useEffect, useId, useState } from 'react';
import type { Licences, PackageLicence } from '../../../src-shared/domain/licences.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import styles from './about.module.css';
import { foundLicences } from './found-licences.ts';
import { readLicences } from './read-licences.ts';

/** Everything that Daygrove is made with, under which licence, with its words. */
export default function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useLanguage();
  const host = useSession((state) => state.info?.host ?? 'browser');
  const [licences, setLicences] = useState<Licences | 'missing' | null>(null);
  const [search, setSearch] = useState('');
  const list = useId();
  useEffect(() => {
    let isGone = false;
    void readLicences().then(
      (read) => {
        if (!isGone) setLicences(read);
      },
      () => {
        if (!isGone) setLicences('missing');
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  const isRead = licences !== null && licences !== 'missing';
  const found = isRead ? foundLicences(licences.packages, search) : [];
  return (
    <Dialog title={say('licences.title')} onClose={onClose} width="broad">
      <p className={`${styles['lead'] ?? ''} ${styles['licencesLead'] ?? ''}`}>{say('licences.text', { host })}</p>
      <Field
        label={say('licences.search')}
        type="search"
        value={search}
        autoFocus
        aria-controls={list}
        onChange={(event) => setSearch(event.target.value)}
        hint={<p aria-live="polite">{isRead ? say('licences.count', { count: found.length }) : ' '}</p>}
      />
      {/* As high as it will be, so that nothing moves when the list arrives or gets shorter. */}
      <ul id={list} className={styles['licences']}>
        {licences === 'missing' && <li className={styles['trouble']}>{say('licences.missing')}</li>}
        {isRead &&
          found.map((each) => (
            <Licence key={`${each.name} ${each.version}`} licence={each} words={licences.texts[each.text] ?? ''} />
          ))}
      </ul>
    </Dialog>
  );
}

function Licence({
  licence: { name, version, licence },
  words,
}: {
  readonly licence: PackageLicence;
  readonly words: string;
}) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{name}</b> <span>{version}</span>
          <i>{licence}</i>
        </summary>
        {/* Not before it is looked at: together they are half a megabyte. */}
        {isOpen && (
          <pre role="group" aria-label={say('licences.words', { name })}>
            <span lang="en">{words}</span>
          </pre>
        )}
      </details>
    </li>
  );
}
