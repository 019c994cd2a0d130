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
      <Ground gap={172} />
      <Tree x={64} height={80} width={24} />
      <Tree x={102} height={96} width={30} />
      <Tree x={140} height={70} width={24} />
      <path className={styles['paper']} d="M30 62h10v42H30ZM160 62h10v42h-10Z" />
      <path d="M27 62h16M157 62h16" />
      <path
        className={styles['paper']}
        d="M47 71h8v33h-8ZM63 69h8v35h-8ZM79 68h8v36h-8ZM113 68h8v36h-8ZM129 69h8v35h-8ZM145 71h8v33h-8Z"
      />
      <path className={styles['paper']} d="M40 77h120v6H40ZM40 93h120v6H40Z" />
      <rect className={styles['paper']} x="89" y="72" width="22" height="25" rx="5" />
      <path
        className={styles['ink']}
        d="M100 79a3.2 3.2 0 0 1 1.7 5.900l1 5.600h-5.400l1-5.600a3.2 3.2 0 0 1 1.7-5.900Z"
      />
    </Scene>
  );
}

/** A tree that leans, and the stake that holds it. */
export function StakedTree() {
  return (
    <Scene>
      <Ground gap={56} />
      <g transform={`rotate(15 88 ${String(GROUND)})`}>
        <Tree x={88} height={90} width={34} crownPart={0.56} />
      </g>
      <path d="M128 104 98 70" />
      <path d="M92.5 80c4 1 8 0 11-2.500M93.5 76.500c3 .8 6 .2 8.5-1.5" />
      <Leaf x={46} y={100} turn={-14} />
      <Leaf x={158} y={101} turn={42} />
    </Scene>
  );
}
