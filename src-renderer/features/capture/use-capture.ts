import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CaptureWay } from '../../../src-shared/contract/capture.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { isTooLongToCapture } from '../../../src-shared/domain/capture.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { EMPTY, isEmpty, restOf, type Draft } from './draft.ts';

export type KeptIn = 'journal' | 'inbox';

export interface Capture {
  readonly text: string;
  readonly mood: Mood | null;
  /** Where it would go; null until the app has said so. */
  readonly way: CaptureWay | null;
  /** Why it was not kept. The text stays. */
  readonly error: AppError | null;
  readonly isBusy: boolean;
  /** What was there is kept, and what was written meanwhile is here. */
  readonly isRest: boolean;
  /** There is something that would be lost. */
  readonly hasContent: boolean;
  /** The person wants to go, and there is something that would be lost: whether it may be is asked. */
  readonly isAsking: boolean;
  setText(text: string): void;
  setMood(mood: Mood | null): void;
  /** Asks the app again where a text would go: the vault may have been opened or locked meanwhile. */
  look(): void;
  /** Keeps it. Where that fails, `error` says why. */
  keep(): Promise<void>;
  /** Closes where nothing would be lost, and asks where something would; while it is asked, it goes back to the text. */
  leave(): void;
  /** The answers to that. */
  stay(): void;
  throwAway(): void;
}

export interface CaptureOptions {
  readonly client: Client;
  readonly newId: () => string;
  readonly onKept: (keptIn: KeptIn) => void;
  readonly onClose: () => void;
}

/** A text that is being written down in passing. It is in this state and nowhere else until it is kept. */
export function useCapture({ client, newId, onKept, onClose }: CaptureOptions): Capture {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const { text, mood } = draft;
  // As it is when an answer comes: people go on typing while the disk is slow.
  const latest = useRef<Draft>(EMPTY);
  const change = (next: Partial<Draft>): void => {
    latest.current = { ...latest.current, ...next };
    setDraft(latest.current);
  };
  const [way, setWay] = useState<CaptureWay | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isRest, setIsRest] = useState(false);
  // It was asked for again while it was on its way: the rest is to follow.
  const isWantedAgain = useRef(false);
  const isSending = useRef(false);
  const [isAsking, setIsAsking] = useState(false);
  // One capture, however often it is sent. What was changed since it was sent is another: the one before may have been kept without our hearing of it.
  const sent = useRef<(Draft & { readonly id: string }) | null>(null);
  const hasContent = !isEmpty(draft);
  const isThrownAway = useRef(false);

  const look = (): void => {
    void client.invoke('capture.state', {}).then((result) => {
      if (result.ok) setWay(result.value.way);
    });
  };
  useEffect(() => {
    let isGone = false;
    void client.invoke('capture.state', {}).then((result) => {
      if (result.ok && !isGone) setWay(result.value.way);
    });
    return () => {
      isGone = true;
    };
  }, [client]);

  /** Sends what is in the fields now. @returns where it was kept; null: it was not, and `error` says why */
  async function send(): Promise<KeptIn | null> {
    const now = latest.current;
    if (isTooLongToCapture(now.text)) {
      setError({ code: 'capture-too-long' });
      return null;
    }
    const before = sent.current;
    const capture =
      before !== null && before.text === now.text && before.mood === now.mood ? before : { id: newId(), ...now };
    sent.current = capture;
    const result = await client.invoke('capture.write', capture);
    if (!result.ok) {
      setError(result.error);
      look();
      return null;
    }
    sent.current = null;
    change(restOf(capture, latest.current));
    return result.value.keptIn;
  }

  async function keep(): Promise<void> {
    if (isSending.current) isWantedAgain.current = true;
    if (isEmpty(latest.current) || isSending.current) return;
    isSending.current = true;
    setIsBusy(true);
    setError(null);
    setIsRest(false);
    let keptIn: KeptIn | null;
    do {
      isWantedAgain.current = false;
      keptIn = await send();
    } while (keptIn !== null && isWantedAgain.current && !isEmpty(latest.current));
    isSending.current = false;
    setIsBusy(false);
    if (keptIn === null) return;
    if (!isEmpty(latest.current)) {
      setIsRest(true);
      return;
    }
    change(EMPTY);
    onKept(keptIn);
  }

  // The vault is about to be locked, or the app to end: what is being typed over the open journal is kept, as entries are.
  const keepBeforeEnd = useEffectEvent(() => void keep());
  useEffect(() => client.on('app.flush', () => keepBeforeEnd()), [client]);
  useEffect(() => {
    if (!hasContent) return undefined;
    const hold = (event: BeforeUnloadEvent): void => {
      if (!isThrownAway.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [hasContent]);

  return {
    text,
    mood,
    way,
    error,
    isBusy,
    isRest,
    hasContent,
    isAsking,
    setText: (next) => {
      change({ text: next });
      setIsAsking(false);
    },
    setMood: (next) => {
      change({ mood: next });
      setIsAsking(false);
    },
    look,
    keep,
    leave: () => {
      // What is on its way to the disk is answered first.
      if (isBusy) return;
      if (!hasContent) onClose();
      // Asked for again, it is no answer: the same key closes and goes back.
      else setIsAsking(!isAsking);
    },
    stay: () => setIsAsking(false),
    throwAway: () => {
      isThrownAway.current = true;
      onClose();
    },
  };
}
