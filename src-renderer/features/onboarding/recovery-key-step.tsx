import { useState } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import type { MessageId } from '../../intl/en.ts';
import { ConfirmKey } from './confirm-key.tsx';
import { chooseGroups, keyGroups } from './recovery-key.ts';
import { ShowKey } from './show-key.tsx';

interface RecoveryKeyStepProps {
  readonly recoveryKey: string;
  readonly confirm: () => Promise<AppError | null>;
  readonly onBack: () => void;
  /** What the last button and the way back are called. */
  readonly action?: MessageId;
  readonly back?: MessageId;
  /** Within a dialog that has a title. */
  readonly isInDialog?: boolean;
}

/** Shows the key; then hides it and asks for two of its groups, which a key that was only looked at or copied does not answer. */
export function RecoveryKeyStep({
  recoveryKey,
  confirm,
  onBack,
  action = 'key.confirm',
  back = 'key.back',
  isInDialog = false,
}: RecoveryKeyStepProps) {
  const [asked, setAsked] = useState<readonly number[] | null>(null);
  const groups = keyGroups(recoveryKey);
  if (asked === null) {
    return (
      <ShowKey
        groups={groups}
        onBack={onBack}
        back={back}
        isInDialog={isInDialog}
        onKept={() => setAsked(chooseGroups(groups.length, Math.random))}
      />
    );
  }
  return (
    <ConfirmKey
      groups={groups}
      asked={asked}
      confirm={confirm}
      action={action}
      isInDialog={isInDialog}
      onShow={() => setAsked(null)}
    />
  );
}
