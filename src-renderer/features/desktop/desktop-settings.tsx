import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { Settings } from '../../../src-shared/contract/app.ts';
import type { Ability, DesktopAbilities, DesktopFeature } from '../../../src-shared/contract/desktop.ts';
import { CheckChoice } from '../../components/check-choice.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './desktop-settings.module.css';

export interface DesktopRowProps {
  readonly abilities: DesktopAbilities;
}

interface NoneProps {
  readonly name: string;
  readonly ability: Ability;
  /** What one can do instead. */
  readonly instead?: string;
}

/** Something of the desktop's that cannot be had here, and why. */
export function NoneHere({ name, ability, instead }: NoneProps) {
  const { say } = useLanguage();
  const host = useSession((state) => state.info?.host);
  // There, one sentence names all that only the desktop app has.
  if (host === 'browser' && ability === 'host-has-none') return null;
  const why = ability === 'system-has-none' ? say('desktop.systemHasNone') : say('desktop.copyHasNone');
  return (
    <div className={styles['row']}>
      <p className={styles['name']}>{name}</p>
      <p>{why}</p>
      {instead !== undefined && <p>{instead}</p>}
    </div>
  );
}

function Told({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['row']}>
      <p className={styles['name']}>{name}</p>
      <p>{children}</p>
    </div>
  );
}

function useChange(): (part: Partial<Settings>) => void {
  const { session, showProblem } = useModel();
  return (part) => {
    void session.changeSettings(part).then((error) => {
      if (error !== null) showProblem(error);
    });
  };
}

function TrayRow({ abilities: { tray } }: DesktopRowProps) {
  const { say } = useLanguage();
  const change = useChange();
  const settings = useSession((state) => state.settings);
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  if (settings === null) return null;
  if (tray !== 'available') return <NoneHere name={say('desktop.tray', { platform })} ability={tray} />;
  return (
    <>
      <CheckChoice
        label={say('desktop.trayOn', { platform })}
        hint={say('desktop.trayHint', { platform })}
        isOn={settings.tray}
        onChange={(isOn) => change({ tray: isOn })}
      />
      <CheckChoice
        label={say('desktop.trayNames')}
        hint={say('desktop.trayNamesHint')}
        isOn={settings.trayNames}
        isDisabled={!settings.tray}
        onChange={(isOn) => change({ trayNames: isOn })}
      />
    </>
  );
}

function BadgeRow({ abilities: { badge } }: DesktopRowProps) {
  const { say } = useLanguage();
  const change = useChange();
  const isOn = useSession((state) => state.settings?.badge ?? false);
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  if (badge !== 'available') return <NoneHere name={say('desktop.badge')} ability={badge} />;
  return (
    <CheckChoice
      label={say('desktop.badgeOn')}
      hint={say('desktop.badgeHint', { platform })}
      isOn={isOn}
      onChange={(wanted) => change({ badge: wanted })}
    />
  );
}

/** As the system has it, asked when the settings are opened and whenever the person comes back to the window: they may have changed it there. */
function StartAtLoginRow({ abilities: { startAtLogin } }: DesktopRowProps) {
  const { client, showProblem } = useModel();
  const { say } = useLanguage();
  const hasTray = useSession((state) => state.settings?.tray ?? false);
  const [isOn, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    if (startAtLogin !== 'available') return undefined;
    let isGone = false;
    const ask = (): void => {
      void client.invoke('desktop.start-at-login', {}).then((result) => {
        if (!isGone && result.ok) setOn(result.value.isOn);
      });
    };
    ask();
    window.addEventListener('focus', ask);
    return () => {
      isGone = true;
      window.removeEventListener('focus', ask);
    };
  }, [client, startAtLogin]);

  if (startAtLogin !== 'available') return <NoneHere name={say('desktop.startAtLogin')} ability={startAtLogin} />;
  if (isOn === null) return null;
  return (
    <CheckChoice
      label={say('desktop.startAtLoginOn')}
      hint={say('desktop.startAtLoginHint', { hasTray: hasTray ? 'yes' : 'no' })}
      isOn={isOn}
      onChange={(wanted) => {
        setOn(wanted);
        void client.invoke('desktop.set-start-at-login', { isOn: wanted }).then((result) => {
          setOn(result.ok ? result.value.isOn : !wanted);
          if (!result.ok) showProblem(result.error);
        });
      }}
    />
  );
}

function LinksRow({ abilities: { deepLinks } }: DesktopRowProps) {
  const { say } = useLanguage();
  const name = say('desktop.links');
  if (deepLinks !== 'available') {
    return <NoneHere name={name} ability={deepLinks} instead={say('desktop.linksInstead')} />;
  }
  return <Told name={name}>{say('desktop.linksHint')}</Told>;
}

function DragOutRow({ abilities: { dragOut } }: DesktopRowProps) {
  const { say } = useLanguage();
  const name = say('desktop.dragOut');
  if (dragOut !== 'available') return <NoneHere name={name} ability={dragOut} />;
  return <Told name={name}>{say('desktop.dragOutHint')}</Told>;
}

/** What of these has a row here, by the name that the row gives it. */
const NAMES = {
  tray: 'desktop.tray',
  badge: 'desktop.badge',
  startAtLogin: 'desktop.startAtLogin',
  deepLinks: 'desktop.links',
  dragOut: 'desktop.dragOut',
} as const satisfies Readonly<Partial<Record<DesktopFeature, MessageId>>>;
const FEATURES = ['tray', 'badge', 'startAtLogin', 'deepLinks', 'dragOut'] as const;

/** In the browser version: what only the desktop app has, in one sentence. */
function OfTheApp({ abilities }: DesktopRowProps) {
  const { say, locale } = useLanguage();
  const host = useSession((state) => state.info?.host);
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const missing = FEATURES.filter((feature) => abilities[feature] === 'host-has-none');
  if (host !== 'browser' || missing.length === 0) return null;
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    missing.map((feature) => say(NAMES[feature], { platform })),
  );
  return (
    <>
      <p>{say('desktop.pageHasNone', { names })}</p>
      {missing.includes('deepLinks') && <p>{say('desktop.linksInstead')}</p>}
    </>
  );
}

/** The rows, in their order. A feature of the desktop's that has a setting adds its own here; each shows it, or says that there is none. */
const ROWS: readonly ComponentType<DesktopRowProps>[] = [TrayRow, BadgeRow, StartAtLoginRow, LinksRow, DragOutRow];

/** What Daygrove does with the desktop around its window. */
export function DesktopSettings() {
  const { client, showProblem } = useModel();
  const [abilities, setAbilities] = useState<DesktopAbilities | null>(null);
  useEffect(() => {
    let isGone = false;
    void client.invoke('desktop.abilities', {}).then((result) => {
      if (isGone) return;
      if (result.ok) setAbilities(result.value);
      else showProblem(result.error);
    });
    return () => {
      isGone = true;
    };
  }, [client, showProblem]);
  if (abilities === null) return null;
  return (
    <>
      <OfTheApp abilities={abilities} />
      {ROWS.map((Row, index) => (
        <Row key={index} abilities={abilities} />
      ))}
    </>
  );
}
