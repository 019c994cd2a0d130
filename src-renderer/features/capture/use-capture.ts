import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CaptureWay } from '../../../src-shared/contract/capture.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { isTooLongToCapture } from '../../../src-shared/domain/capture.ts';
import type { AppError } from '../../../src-shared/result.ts';

export type KeptIn = 'journal' | 'inbox';

export interface Capture {
  readonly text: string;
  readonly mood: Mood | null;
  /** Where it would go; null until the app has said so. */
  readonly way: CaptureWay | null;
  /** Why it was not kept. The text stays. */
  readonly error: AppError | null;
  readonly isBusy: boolean;
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
  const [text, setText] = useState('');
  const [mood, setMood] = useState<Mood | null>(null);
  const [way, setWay] = useState<CaptureWay | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  // One capture, however often it is sent. What was changed since it was sent is another: the one before may have been kept without our hearing of it.
  const sent = useRef<{ readonly id: string; readonly text: string; readonly mood: Mood | null } | null>(null);
  const hasContent = text.trim() !== '' || mood !== null;
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

  async function keep(): Promise<void> {
    if (!hasContent || isBusy) return;
    if (isTooLongToCapture(text)) {
      setError({ code: 'capture-too-long' });
      return;
    }
    const before = sent.current;
    const capture =
      before !== null && before.text === text && before.mood === mood ? before : { id: newId(), text, mood };
    sent.current = capture;
    setIsBusy(true);
    setError(null);
    const result = await client.invoke('capture.write', capture);
    setIsBusy(false);
    if (result.ok) {
      setText('');
      setMood(null);
      sent.current = null;
      onKept(result.value.keptIn);
    } else {
      setError(result.error);
      look();
    }
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
    hasContent,
    isAsking,
    setText: (next) => {
      setText(next);
      setIsAsking(false);
    },
    setMood: (next) => {
      setMood(next);
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
