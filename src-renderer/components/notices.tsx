import { X } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../intl/language.ts';
import { useModel } from '../shell/model-context.tsx';
import { useClearOfFocus } from './use-clear-of-focus.ts';
import { focusPage } from './use-focus-return.ts';
import { Button, IconButton } from './button.tsx';
import type { Notice } from './notices-store.ts';
import styles from './notices.module.css';

/** How long a notice stays, in milliseconds. One with an action is read, decided on, and reached by key. */
const STAY = 6000;
const STAY_WITH_ACTION = 12_000;

/**
 * Of a status that comes with its words some screen readers say nothing: it is there first, and then has them. An alert is told in any case, and what was told
 * before a dialog put it away is not told again.
 */
function NoticeWords({ notice: { tone, text, isTold = false } }: { readonly notice: Notice }) {
  const [isEmpty, setEmpty] = useState(tone === 'plain' && !isTold);
  useEffect(() => {
    if (!isEmpty) return undefined;
    // The tree for screen readers is made anew with each frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setEmpty(false));
    });
    return () => cancelAnimationFrame(frame);
  }, [isEmpty]);
  const role = isTold ? undefined : tone === 'problem' ? 'alert' : 'status';
  return (
    <span role={role}>
      <span aria-hidden={isEmpty || undefined}>{text}</span>
    </span>
  );
}

interface NoticeCardProps {
  readonly notice: Notice;
  /** Called when the card goes and takes the focus with it. */
  readonly onFocusLost: () => void;
}

function NoticeCard({ notice, onFocusLost }: NoticeCardProps) {
  const { notices } = useModel();
  const { say } = useLanguage();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const arm = (): void => {
      timer = setTimeout(
        () => {
          // Not from under somebody's hand.
          if (card.current?.matches(':hover, :focus-within') === true) arm();
          else notices.dismiss(notice.id);
        },
        notice.action === null && notice.look === undefined ? STAY : STAY_WITH_ACTION,
      );
    };
    arm();
    return () => clearTimeout(timer);
  }, [notice, notices]);
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (element?.contains(document.activeElement) === true) onFocusLost();
    };
  }, [onFocusLost]);
  return (
    <li ref={card} className={styles['card']} data-tone={notice.tone}>
      <NoticeWords notice={notice} />
      {notice.look !== undefined && (
        <Button
          kind="quiet"
          className={styles['action'] ?? ''}
          onClick={() => {
            notices.dismiss(notice.id);
            notice.look?.perform();
          }}
        >
          {notice.look.label}
        </Button>
      )}
      {notice.action !== null && (
        <Button
          kind="quiet"
          className={styles['action'] ?? ''}
          onClick={() => {
            notices.dismiss(notice.id);
            notice.action?.perform();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label={say('notice.dismiss')} onClick={() => notices.dismiss(notice.id)}>
        <X />
      </IconButton>
    </li>
  );
}

/** Notices at the foot of the window, and the voice for screen readers. Dialogs leave both reachable. */
export function NoticesRegion() {
  const { notices } = useModel();
  const { say } = useLanguage();
  const shown = useStore(notices.store, (state) => state.notices);
  const announcements = useStore(notices.store, (state) => state.announcements);
  const region = useRef<HTMLElement>(null);
  const isAway = useClearOfFocus(region, shown.length);
  const cameFrom = useRef<Element | null>(null);
  const returnFocus = useCallback(() => {
    const place = cameFrom.current;
    if (place instanceof HTMLElement && place.isConnected) place.focus();
    else focusPage();
  }, []);
  return (
    <>
      <div className={styles['voice']} aria-live="polite" data-live-announcer="true" key="voice">
        {announcements.map(({ text, turn }) => (
          <p key={turn}>{text}</p>
        ))}
      </div>
      <section
        ref={region}
        aria-label={say('notice.region')}
        data-away={isAway || undefined}
        className={styles['region']}
        data-react-aria-top-layer="true"
        // With nothing in it, it would be one more empty place on each walk through the landmarks.
        hidden={shown.length === 0}
      >
        <div
          onFocus={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
          }}
        >
          <ul>
            {shown.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} onFocusLost={returnFocus} />
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}
