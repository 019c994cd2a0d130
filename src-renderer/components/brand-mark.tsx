import styles from './brand-mark.module.css';

/** Three days that have become trees, on the line that one writes on: the same drawing as build/icon.svg. */
export function BrandMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} className={styles['mark']} aria-hidden="true">
      <path className={styles['second']} d="M4.25 16.5h1.5v5h-1.5z" />
      <rect className={styles['second']} x="2" y="8.4" width="6" height="9" rx="2.7" />
      <path d="M11.25 14.5h1.5v7h-1.5z" />
      <rect x="9" y="2.9" width="6" height="12.6" rx="2.7" />
      <path className={styles['third']} d="M18.25 17.3h1.5v4.2h-1.5z" />
      <rect className={styles['third']} x="16" y="11.3" width="6" height="7" rx="2.7" />
      <rect x="1.25" y="20.75" width="21.5" height="1.3" rx="0.65" />
    </svg>
  );
}
