import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './gallery.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One kind of thing, with what it looks like. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface SpecimenProps {
  readonly name: string;
  readonly children: ReactNode;
  /** It wants the width of the page. */
  readonly isWide?: boolean;
}

/** One state of it. */
export function Specimen({ name, children, isWide = false }: SpecimenProps) {
  return (
    <figure className={styles['specimen']} data-wide={isWide || undefined}>
      <div>{children}</div>
      <figcaption>{name}</figcaption>
    </figure>
  );
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}
