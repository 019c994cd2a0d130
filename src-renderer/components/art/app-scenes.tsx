import styles from './art.module.css';
import { Ground, GROUND, Leaf, Scene, Tree } from './parts.tsx';

/** A watering can, and what it waters. */
export function WateringCan() {
  return (
    <Scene>
      <Ground gap={140} />
      <path className={styles['green']} d="M33 66h44v39H33Z" />
      <path d="M30 64h44v40H30Z" />
      <path d="M74 92 104 62l-4-5-26 20M97 56l9 10M40 64c0-22 30-22 30 0M30 70c-14 0-14 24 0 24" />
      <path className={styles['thin']} d="M110 70l3 7M116 66l4 8M112 84l2 5M121 80l3 6" />
      <Tree x={128} height={30} width={14} kind="grown" />
      <Tree x={152} height={48} width={18} kind="to-come" />
      <Tree x={175} height={62} width={20} kind="to-come" />
    </Scene>
  );
}

/** Saplings as the first bars of a chart, and where its line will go. */
export function FirstBars() {
  return (
    <Scene>
      <path d={`M30 16v${String(GROUND - 16)}H182`} />
      <path className={styles['thin']} d="M26 40h4M26 62h4M26 84h4" />
      <Tree x={52} height={24} width={13} />
      <Tree x={80} height={36} width={15} />
      <Tree x={108} height={30} width={14} kind="bare" />
      <Tree x={136} height={52} width={16} kind="to-come" />
      <Tree x={164} height={66} width={17} kind="to-come" />
      <path className={styles['dashed']} d="M44 70c22-6 34-20 60-20s40-18 66-24" />
    </Scene>
  );
}

/** Two trees whose roots do not meet yet. */
export function Roots() {
  return (
    <Scene>
      <path d="M14 76h62M83 76h103" />
      <Tree x={52} height={58} width={24} ground={76} />
      <Tree x={148} height={58} width={24} ground={76} kind="bare" />
      <path d="M52 76c0 14 6 20 18 22M52 76c-2 10-8 14-16 17M52 80c2 8 1 14-2 20M148 76c2 10 8 14 16 17M148 80c-2 8-1 14 2 20M148 76c0 14-6 20-18 22" />
      <path className={styles['dashed']} d="M76 99c16 3 32 3 48 0" />
    </Scene>
  );
}

/** Seeds in a jar, for a spring that may be needed. */
export function SeedJar() {
  return (
    <Scene>
      <Ground gap={150} />
      <path className={styles['green']} d="M74 74c14-5 40-5 54 0v23c0 5-3 8-8 8H82c-5 0-8-3-8-8Z" />
      <path d="M76 34h46v8H76ZM80 42c0 8-9 9-9 19v33c0 6 4 10 10 10h36c6 0 10-4 10-10V61c0-10-9-11-9-19" />
      <path className={styles['thin']} d="M72 72c14-5 40-5 54 0" />
      <path
        className={styles['thin']}
        d="M84 82c3-3 6-3 8 0-2 3-5 3-8 0ZM101 80c3-3 6-3 8 0-2 3-5 3-8 0ZM92 93c3-3 6-3 8 0-2 3-5 3-8 0ZM109 92c3-3 6-3 8 0-2 3-5 3-8 0ZM78 94c2-2 4-2 6 0"
      />
      <path d="M82 38h34" className={styles['thin']} />
      <Tree x={158} height={28} width={13} kind="grown" />
      <Leaf x={40} y={100} turn={-8} />
    </Scene>
  );
}

/** A garden gate that is shut, and the grove behind it. */
export function Gate() {
  return (
    <Scene>
      <Ground gap={176} />
      <Tree x={66} height={78} width={26} />
      <Tree x={102} height={92} width={30} />
      <Tree x={138} height={68} width={24} />
      <path className={styles['paper']} d="M40 56h9v48h-9ZM151 56h9v48h-9Z" />
      <path className={styles['paper']} d="M49 68c34-8 68-8 102 0v6c-34-8-68-8-102 0ZM49 92h102v6H49Z" />
      <path
        className={styles['paper']}
        d="M58 66h6v38h-6ZM73 64h6v40h-6ZM88 62.5h6V104h-6ZM106 62.5h6V104h-6ZM121 64h6v40h-6ZM136 66h6v38h-6Z"
      />
      <path d="M38 56h13M149 56h13" />
      <circle cx="100" cy="83" r="6" className={styles['paper']} />
      <path className={styles['ink']} d="M100 79.5a2 2 0 0 1 1.1 3.7l.7 3.3h-3.6l.7-3.3a2 2 0 0 1 1.1-3.7Z" />
    </Scene>
  );
}

/** A tree that leans, and the stake that holds it. */
export function StakedTree() {
  return (
    <Scene>
      <Ground gap={56} />
      <g transform={`rotate(16 92 ${String(GROUND)})`}>
        <Tree x={92} height={82} width={32} />
      </g>
      <path d="M128 104 104 60M100.5 66c4-1.5 7-3.5 8.5-6.5M99 62c4-1 7-3 8.5-6" />
      <Leaf x={52} y={100} turn={-14} />
      <Leaf x={154} y={101} turn={42} />
    </Scene>
  );
}
