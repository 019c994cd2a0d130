import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import { useLanguage } from '../intl/language.ts';
import { IconButton } from './button.tsx';
import { Field } from './field.tsx';

interface SecretFieldProps extends Omit<ComponentProps<typeof Field>, 'type' | 'after' | 'autoComplete'> {
  /** What a password manager is told that it is for (WCAG 2.2, 1.3.5 and 3.3.8); `off`: for what is no passphrase. */
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  /** Two fields that are shown and hidden together; without it the field does it by itself. */
  readonly shown?: boolean;
  readonly onShownChange?: (shown: boolean) => void;
}

/** A secret that can be looked at. */
export function SecretField({ shown, onShownChange, ...field }: SecretFieldProps) {
  const { say } = useLanguage();
  const [ownShown, setOwnShown] = useState(false);
  const isShown = shown ?? ownShown;
  const hasToggle = shown === undefined || onShownChange !== undefined;
  return (
    <Field
      {...field}
      type={isShown ? 'text' : 'password'}
      after={
        hasToggle && (
          <IconButton
            label={say(isShown ? 'secret.hide' : 'secret.show')}
            aria-pressed={isShown}
            onClick={() => (onShownChange ?? setOwnShown)(!isShown)}
          >
            {isShown ? <EyeOff /> : <Eye />}
          </IconButton>
        )
      }
    />
  );
}
