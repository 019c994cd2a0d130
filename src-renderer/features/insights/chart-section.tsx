import { useId } from 'react';
import type { ReactNode } from 'react';
import { useLanguage } from '../../intl/language.ts';
import styles from './insights-page.module.css';

interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
}

interface ChartSectionProps {
  readonly title: string;
  /** What changes the chart. */
  readonly tools?: ReactNode;
  /** The same as numbers; null: there is nothing to show. */
  readonly table: TableData | null;
  readonly children: ReactNode;
}

/** A chart under its heading, and below it everything it shows as a table. */
export function ChartSection({ title, tools, table, children }: ChartSectionProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {tools}
      </header>
      {children}
      {table !== null && (
        <details className={styles['details']}>
          <summary aria-label={say('insights.tableOf', { title })}>{say('insights.table')}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
          <div className={styles['scroll']} role="group" aria-label={table.caption} tabIndex={0}>
            <table>
              <caption>{table.caption}</caption>
              <thead>
                <tr>
                  {table.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(([name = '', ...cells]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, index) => (
                      <td key={table.columns[index + 1]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
