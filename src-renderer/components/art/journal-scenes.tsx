import styles from './art.module.css';
import { Ground, GROUND, Leaf, Scene, Tree, Writing } from './parts.tsx';

/** The first of seven days has grown; the others are still to come. */
export function FirstDay() {
  return (
    <Scene>
      <Ground gap={158} />
      <Tree x={34} height={44} width={20} />
      {[62, 84, 106, 128, 150, 172].map((x, day) => (
        <Tree key={x} x={x} height={48 + ((day * 11) % 22)} width={16} kind="to-come" />
      ))}
      <circle cx="34" cy="34" r="9" className={styles['paper']} />
      <path d="M34 17v3M17 34h3M48 34h3M22 22l2 2M46 22l-2 2" />
    </Scene>
  );
}

/** An open book with empty lines, and a tree out of its fold. */
export function OpenBook() {
  return (
    <Scene>
      <Ground gap={28} />
      <Tree x={100} height={72} width={26} ground={84} />
      <path
        className={styles['paper']}
        d="M100 84c-13-9-32-11-52-7v25c20-4 39-2 52 7 13-9 32-11 52-7V77c-20-4-39-2-52 7Z"
      />
      <path d="M100 84v25" />
      <path
        className={styles['thin']}
        d="M57 85c10-1.5 22-.5 32 4M57 93c10-1.5 22-.5 32 4M111 89c10-4.5 22-5.5 32-4M111 97c6-2.6 12-4 18-4.4"
      />
    </Scene>
  );
}

/** A lens over trees that are not there. */
export function NothingFound() {
  return (
    <Scene>
      <Ground gap={58} />
      <Tree x={34} height={50} width={20} kind="bare" />
      <Tree x={160} height={40} width={18} kind="bare" />
      <Tree x={98} height={64} width={22} kind="to-come" />
      <path className={styles['green']} d="M99 28a34 34 0 1 1-.1 0Zm0 9a25 25 0 1 0 .1 0Z" fillRule="evenodd" />
      <circle cx="97" cy="60" r="34" />
      <circle cx="97" cy="60" r="25" />
      <path d="m121 84 17 17m-14.5-19.5 17 17m0 0c1 2-1.5 4-3 2.5" />
    </Scene>
  );
}

/** A picture in its frame, as one holds it against a wall. */
export function EmptyFrame() {
  return (
    <Scene>
      <Ground gap={150} />
      <g transform="rotate(-4 96 60)">
        <rect className={styles['paper']} x="48" y="22" width="96" height="70" rx="3" />
        <rect x="57" y="31" width="78" height="52" rx="1.5" />
        <path className={styles['green']} d="M58 74c14-12 26-10 38-4 13 6 24 4 38-6v18H58Z" />
        <path d="M57 72c14-12 26-10 38-4 13 6 26 4 40-6" />
        <circle cx="116" cy="46" r="6" />
        <path d="M80 66V52m0 5 3-3" />
        <rect x="75" y="42" width="10" height="16" rx="4.5" />
      </g>
      <path d="M61 97.5 56 104M142 91l4 13" />
    </Scene>
  );
}

/** An empty basket, and the last leaf beside it. */
export function EmptyBasket() {
  return (
    <Scene>
      <Ground gap={164} />
      <path className={styles['green']} d="M69 58h66l-6 47H76Z" />
      <path d="M66 56h66l-7 48H73Z" />
      <path className={styles['paper']} d="M62 50h74v8H62Z" />
      <path className={styles['thin']} d="M84 58l4 46M99 58v46M114 58l-4 46M68 72h62M70 88h58" />
      <path d="M78 50c0-30 42-30 42 0" />
      <Leaf x={152} y={100} turn={24} />
    </Scene>
  );
}

/** A label that hangs from a tree. */
export function HangingLabel() {
  return (
    <Scene>
      <Ground gap={62} />
      <Tree x={70} height={86} width={34} />
      <path d="M70 60c14 4 28 2 44-10" />
      <path d="M112 52c2 4 3 7 3 11" />
      <g transform="rotate(8 116 78)">
        <path className={styles['green']} d="M107 71l11-9 11 9v27h-22Z" />
        <path d="M104 70l11-9 11 9v27h-22Z" />
        <circle cx="115" cy="69.5" r="2" className={styles['paper']} />
        <path className={styles['thin']} d="M112.5 78l-1.5 12M119 78l-1.5 12M109.5 82h11.5M108.8 86.5h11.5" />
      </g>
      <Tree x={160} height={36} width={16} kind="bare" />
    </Scene>
  );
}

/** One star over a grove at night. */
export function StarOverGrove() {
  return (
    <Scene>
      <Ground gap={40} />
      <Tree x={60} height={46} width={20} kind="bare" />
      <Tree x={92} height={62} width={24} />
      <Tree x={122} height={40} width={18} kind="bare" />
      <path
        className={styles['green']}
        d="m152 17 4.7 9.6 10.5 1.5-7.6 7.4 1.8 10.5-9.4-5-9.4 5 1.8-10.5-7.6-7.4 10.5-1.5Z"
      />
      <path d="m150 15 4.7 9.6 10.5 1.5-7.6 7.4 1.8 10.5-9.4-5-9.4 5 1.8-10.5-7.6-7.4 10.5-1.5Z" />
      <path className={styles['thin']} d="M38 30v5M35.5 32.5h5M112 22v4M110 24h4M178 62v4M176 64h4" />
    </Scene>
  );
}

/** A leaf of a calendar: one of its days is a tree. */
export function CalendarLeaf() {
  const cells = [0, 1, 2].flatMap((row) => [0, 1, 2, 3, 4].map((column) => ({ row, column })));
  return (
    <Scene>
      <Ground gap={166} />
      <path className={styles['paper']} d="M54 24h92v80H54Z" />
      <path d="M54 42h92M74 18v11M126 18v11" />
      {cells
        .filter(({ row, column }) => !(row === 1 && column === 2))
        .map(({ row, column }) => (
          <rect
            key={`${String(row)} ${String(column)}`}
            className={styles['thin']}
            x={62 + column * 16}
            y={50 + row * 17}
            width="11"
            height="11"
            rx="2.5"
          />
        ))}
      <Tree x={99.5} height={32} width={12} ground={80} />
    </Scene>
  );
}

/** A page with room for what one asks oneself each day. */
export function RuledPage() {
  return (
    <Scene>
      <Ground gap={34} />
      <path className={styles['green']} d="M75 20h61v85H75Z" />
      <path className={styles['paper']} d="M70 16h48l14 14v74H70Z" />
      <path d="M118 16v14h14" />
      <Writing x={80} y={44} lengths={[24]} />
      <path className={`${styles['dashed'] ?? ''} ${styles['thin'] ?? ''}`} d="M80 53h42M80 61h42M80 84h42M80 92h30" />
      <Writing x={80} y={75} lengths={[30]} />
      <Tree x={160} height={44} width={18} kind="to-come" ground={GROUND} />
    </Scene>
  );
}
