import { useState } from 'react';
import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `main`: the one action of the screen. `plain`: another one. `quiet`: as text. `danger`: cannot be undone. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger';
}

export function Button({ kind = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={[styles['button'], styles[kind], className].filter((name) => name !== undefined).join(' ')}
      {...rest}
    />
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  readonly label: string;
}

/** A button that shows an icon only. Its words are on a hint while the pointer is there: always there, a screen reader would say them twice. */
export function IconButton({ label, title = label, className, type = 'button', ...rest }: IconButtonProps) {
  const [isPointed, setPointed] = useState(false);
  return (
    <button
      type={type}
      aria-label={label}
      title={isPointed ? title : undefined}
      className={[styles['icon'], className].filter((name) => name !== undefined).join(' ')}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      {...rest}
    />
  );
}
