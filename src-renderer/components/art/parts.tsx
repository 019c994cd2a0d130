import type { ReactNode } from 'react';
import styles from './art.module.css';

/** The height of the ground in a scene of 200 by 120. */
export const GROUND = 104;

/** Paper for one drawing, cut where its ground begins: it stands at the edge of the words. It says nothing that the words beside it do not say. */
export function Scene({ children }: { readonly children: ReactNode }) {
  return (
    <svg viewBox="13 4 174 108" className={styles['scene']} aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** The line on which all stands, as one writes on a line: with a gap, as if the pen had been lifted. */
export function Ground({ from = 14, to = 186, gap = 150 }: { from?: number; to?: number; gap?: number }) {
  return (
    <path d={`M${String(from)} ${String(GROUND)}H${String(gap)}M${String(gap + 7)} ${String(GROUND)}H${String(to)}`} />
  );
}

interface TreeProps {
  /** The middle of the stem. */
  readonly x: number;
  readonly height: number;
  readonly width: number;
  readonly ground?: number;
  /** The part of the height that the crown takes. */
  readonly crownPart?: number;
  /** `grown`: with its green. `bare`: the line alone. `to-come`: a dashed one. */
  readonly kind?: 'grown' | 'bare' | 'to-come';
}

/** A day that became a tree: the upright cell of a week, on a stem. */
export function Tree({ x, height, width, ground = GROUND, crownPart = 0.7, kind = 'grown' }: TreeProps) {
  const crown = { x: x - width / 2, y: ground - height, width, height: height * crownPart, rx: width * 0.45 };
  const foot = crown.y + crown.height;
  const twig = crown.y + crown.height * 0.62;
  const dashed = kind === 'to-come' ? styles['dashed'] : undefined;
  return (
    <g>
      {kind === 'grown' && <rect {...crown} x={crown.x + 2.5} y={crown.y + 2} className={styles['green']} />}
      <rect {...crown} className={dashed} />
      {kind === 'to-come' ? (
        <path className={dashed} d={`M${String(x)} ${String(ground)}V${String(foot)}`} />
      ) : (
        <path
          d={`M${String(x)} ${String(ground)}V${String(crown.y + crown.height * 0.42)}M${String(x)} ${String(twig)}l${String(width * 0.2)} ${String(-width * 0.22)}`}
        />
      )}
    </g>
  );
}

/** A leaf that points up and to the end, from its stalk. */
export function Leaf({ x, y, turn = 0 }: { readonly x: number; readonly y: number; readonly turn?: number }) {
  return (
    <g transform={`translate(${String(x)} ${String(y)}) rotate(${String(turn)})`}>
      <path className={styles['green']} d="M2 1c0-8 4-12 13-13 1 9-3 14-13 13Z" />
      <path d="M0 0c0-8 4-12 13-13 1 9-3 14-13 13Zm0 0-4 4M0 0l7-7" />
    </g>
  );
}

/** Lines of writing, each from the start of the first. */
export function Writing({
  x,
  y,
  lengths,
}: {
  readonly x: number;
  readonly y: number;
  readonly lengths: readonly number[];
}) {
  return (
    <path
      className={styles['thin']}
      d={lengths.map((length, line) => `M${String(x)} ${String(y + line * 8)}h${String(length)}`).join('')}
    />
  );
}
