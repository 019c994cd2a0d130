import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PastImport } from '../../../src-shared/contract/imports.ts';
import { Button } from '../../components/button.tsx';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useImports, useModel, useSession } from '../../shell/model-context.tsx';
import { FORMATS } from './formats.ts';
import { kindAndRange } from './kind-and-range.ts';
import styles from './past-imports.module.css';
import { thingsIn } from './things.ts';

/** Shown before one asks for all. */
const FEW = 5;

const STATES = {
  running: 'pastImports.running',
  'cut-off': 'pastImports.cutOff',
  cancelled: 'pastImports.cancelled',
  'taken-back': 'pastImports.takenBack',
} as const;

function Row({ past }: { readonly past: PastImport }) {
  const { target } = useModel();
  const language = useLanguage();
  const { say, locale } = language;
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const { id, format, startedAt, state, added, firstDay, lastDay, problemCount } = past;
  const what = kindAndRange(say(FORMATS[format].what), firstDay, lastDay, language);
  const when = dateAndTime(locale, startedAt, zone);
  const things = thingsIn(added, language);
  const isHere = state === 'done' || state === 'cut-off';
  return (
    <li>
      <div className={styles['about']}>
        <b>{what}</b>
        <small>{when}</small>
        {(isHere || state === 'running') && things !== '' && <span>{say('import.added', { things })}</span>}
        {state !== 'done' && <span>{say(STATES[state])}</span>}
        {problemCount > 0 && (
          <Button
            kind="quiet"
            className={styles['problems'] ?? ''}
            aria-label={say('pastImports.problemsNamed', { count: problemCount, what, when })}
            onClick={() => target.open({ type: 'import-problems', importId: id })}
          >
            {say('pastImports.problems', { count: problemCount })}
          </Button>
        )}
      </div>
      {isHere && (
        <Button
          aria-label={say('pastImports.takeBackNamed', { what, when })}
          onClick={() => target.open({ type: 'take-back', importId: id, added, isAsked: false })}
        >
          {say('pastImports.takeBack')}
        </Button>
      )}
    </li>
  );
}

/** The section of the settings: the way to an import, and what was imported before. */
export function PastImports() {
  const { client, imports, target } = useModel();
  const { say } = useLanguage();
  const past = useImports((state) => state.past);
  const [isAll, setAll] = useState(false);

  useEffect(() => {
    void imports.loadPast();
    // Another device may have imported, or the person here.
    return client.on('data.changed', () => void imports.loadPast());
  }, [client, imports]);

  return (
    <>
      <p>{say('settings.importText')}</p>
      <Button onClick={() => target.open({ type: 'import' })}>
        <FileUp />
        {say('settings.importAction')}
      </Button>
      {past?.length === 0 && <p className={styles['none']}>{say('pastImports.none')}</p>}
      {past !== null && past.length > 0 && (
        <>
          <h3 className={styles['title']}>{say('pastImports.title')}</h3>
          <ul className={styles['list']} aria-label={say('pastImports.title')}>
            {past.slice(0, isAll ? past.length : FEW).map((one) => (
              <Row key={one.id} past={one} />
            ))}
          </ul>
          {!isAll && past.length > FEW && (
            <Button kind="quiet" onClick={() => setAll(true)}>
              {say('pastImports.showAll', { count: past.length })}
            </Button>
          )}
        </>
      )}
    </>
  );
}
