import { PenLine } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { CaptureShortcutState } from '../../../src-shared/contract/capture.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import type { MessageId } from '../../intl/en.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './capture-settings.module.css';
import { ShortcutField } from './shortcut-field.tsx';
import { captureKey } from '../../../src-shared/actions/capture-key.ts';
import { ACTION_IDS } from '../../../src-shared/actions/definitions.ts';
import { collide, keyboardOf } from '../../../src-shared/actions/shortcut.ts';
import { useKeys } from '../../actions/use-keys.ts';
import { keyWords } from '../keyboard/key-words.ts';

const STATES: Readonly<Record<CaptureShortcutState, MessageId>> = {
  off: 'capture.shortcutState.off',
  active: 'capture.shortcutState.active',
  taken: 'capture.shortcutState.taken',
  unreadable: 'capture.shortcutState.unreadable',
  'desktop-decides': 'capture.shortcutState.desktopDecides',
  'host-has-none': 'capture.shortcutState.hostHasNone',
};

/** Settings > Quick capture: the system's shortcut, and what lies in the inbox that could not be taken in. */
export function CaptureSettings() {
  const { client, session, showProblem, target, captureInbox } = useModel();
  const language = useLanguage();
  const { say } = language;
  const keys = useKeys();
  const stateId = useId();
  const settings = useSession((state) => state.settings);
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const report = useStore(captureInbox.store, (known) => known.report);
  const [state, setState] = useState<CaptureShortcutState | null>(null);
  const chosen = settings?.captureShortcut ?? null;

  useEffect(() => {
    let isGone = false;
    const ask = (): void => {
      void client.invoke('capture.shortcut', {}).then((result) => {
        if (result.ok && !isGone) setState(result.value.state);
      });
    };
    ask();
    // Whether the system gives another one is known when main has asked for it.
    const stop = client.on('settings.changed', ask);
    return () => {
      isGone = true;
      stop();
    };
  }, [client]);
  useEffect(() => void captureInbox.load(), [captureInbox]);
  if (state === null) return null;
  const captured = captureKey(chosen, keyboardOf(platform));
  const clash = ACTION_IDS.filter((id) => {
    const shortcut = captured === null ? null : keys.of(id);
    return captured !== null && shortcut !== null && collide(captured, shortcut);
  });
  const words = keyWords(language, platform);

  async function change(captureShortcut: string | null): Promise<void> {
    const error = await session.changeSettings({ captureShortcut });
    if (error !== null) showProblem(error);
  }

  return (
    <>
      <p>{say('capture.settings', { host: state === 'host-has-none' ? 'browser' : 'electron' })}</p>
      <Button onClick={() => target.open({ type: 'capture' })}>
        <PenLine />
        {say('capture.title')}
      </Button>
      {state !== 'host-has-none' && (
        <ShortcutField
          value={chosen}
          platform={platform}
          describedBy={stateId}
          onChange={(accelerator) => void change(accelerator)}
        />
      )}
      <p
        id={stateId}
        role="status"
        data-problem={state === 'taken' || state === 'unreadable' || undefined}
        className={styles['state']}
      >
        {say(STATES[state])}
      </p>
      {clash.length > 0 && (
        <p role="status" data-problem className={styles['state']}>
          {say('keyboard.captureClash', { key: words.key(captured), others: words.names(clash) })}
        </p>
      )}
      {report !== null && report.unreadable > 0 && (
        <p>{say('capture.unreadableIn', { count: report.unreadable, folder: report.folder })}</p>
      )}
      {report !== null && report.waiting > 0 && <p>{say('capture.waiting', { count: report.waiting })}</p>}
      {report?.otherVaults.map(({ vault, items }) => (
        <p key={vault}>{say('capture.otherVault', { count: items, vault, folder: report.folder })}</p>
      ))}
    </>
  );
}
