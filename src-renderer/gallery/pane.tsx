import type { ReactNode } from 'react';
import styles from './gallery.module.css';
import type { Looks } from './looks.ts';
import { Charts } from './sections/charts.tsx';
import { Buttons, Choices, Fields } from './sections/controls.tsx';
import { Cover, COVERS } from './sections/covers.tsx';
import { EmptyStates } from './sections/empty-states.tsx';
import { Colours, Shapes, Typography } from './sections/foundations.tsx';
import { Marks, Ticks } from './sections/habits.tsx';

/** What lies on the page, in its order. */
export const SECTIONS: Readonly<Record<string, (looks: Looks) => ReactNode>> = {
  colour: ({ theme }) => <Colours theme={theme} />,
  letters: () => <Typography />,
  shapes: () => <Shapes />,
  buttons: () => <Buttons />,
  fields: () => <Fields />,
  choices: () => <Choices />,
  ticks: () => <Ticks />,
  days: () => <Marks />,
  charts: () => <Charts />,
  'empty-states': () => <EmptyStates />,
};

export const COVER_NAMES = Object.keys(COVERS) as (keyof typeof COVERS)[];

/** The gallery in one look. */
export function Pane({ looks }: { readonly looks: Looks }) {
  const cover = COVER_NAMES.find((name) => name === looks.section);
  if (cover === 'broken' || cover === 'no-words') return <Cover name={cover} />;
  const shown = Object.entries(SECTIONS).filter(([name]) => looks.section === null || looks.section === name);
  return (
    <main className={styles['pane']}>
      {/* The bar beside the panes names them for the eye. */}
      <h1 className={styles['unseen']}>Components of Daygrove</h1>
      {cover === undefined ? (
        shown.map(([name, render]) => <div key={name}>{render(looks)}</div>)
      ) : (
        <Cover name={cover} />
      )}
    </main>
  );
}
