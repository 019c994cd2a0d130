import tokens from '../../theme/tokens.css?raw';
import { coloursOf, contrast } from '../../testing/colour.ts';
import type { Theme } from '../../testing/colour.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import styles from '../gallery.module.css';
import { Row, Section, Specimen } from '../specimen.tsx';

const SIZES = ['2xs', 'xs', 's', 'm', 'l', 'read', 'xl', '2xl', '3xl', 'display', 'figure'];
const PANGRAMS = [
  'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.',
  'Příliš žluťoučký kůň úpěl ďábelské ódy. Zażółć gęślą jaźń. Pijamalı hasta yağız şoföre çabucak güvendi.',
  'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. Съешь же ещё этих мягких французских булок.',
];

/** Every colour with how it stands out from the page; those that are grounds or shades have no number to keep. */
export function Colours({ theme }: { readonly theme: Theme }) {
  const colours = coloursOf(tokens, theme);
  const paper = colours.get('paper') ?? '';
  return (
    <Section title="Colour">
      <div className={styles['swatches']}>
        {[...colours].map(([name, value]) => (
          <div key={name} className={styles['swatch']}>
            <i style={{ background: value }} />
            <span>{name}</span>
            <small>
              {value} · {contrast(value, paper).toFixed(1)} : 1
            </small>
          </div>
        ))}
      </div>
      <Row>
        <Specimen name="leaf 0 to 4">
          <div className={styles['ramp']}>
            {[0, 1, 2, 3, 4].map((step) => (
              <i key={step} style={{ background: `var(--leaf-${String(step)})` }} />
            ))}
          </div>
        </Specimen>
        <Specimen name="mood 1 to 5">
          <div className={styles['ramp']}>
            {[1, 2, 3, 4, 5].map((mood) => (
              <i key={mood} style={{ background: `var(--mood-${String(mood)})` }} />
            ))}
          </div>
        </Specimen>
      </Row>
    </Section>
  );
}

export function Typography() {
  return (
    <Section title="Letters">
      <div className={styles['scale']}>
        {SIZES.map((size) => (
          <div key={size}>
            <small className={styles['quiet']}>{size}</small>
            <span style={{ fontSize: `var(--text-${size})` }}>
              <span className={styles['writing']}>First frost, 22 November</span> · 2 of 3 this week
            </span>
          </div>
        ))}
      </div>
      <p className={styles['measure']}>
        First frost on the allotment. I pulled the last of the leeks with M. and we stood there longer than the work
        needed, hands round the thermos, watching the light come over the railway line.
      </p>
      {PANGRAMS.map((line) => (
        <p key={line}>
          <span className={styles['writing']}>{line}</span> {line}
        </p>
      ))}
    </Section>
  );
}

export function Shapes() {
  return (
    <Section title="Mark, rounding, movement">
      <Row>
        {[16, 24, 48, 96].map((size) => (
          <Specimen key={size} name={`mark, ${String(size)}`}>
            <BrandMark size={size} />
          </Specimen>
        ))}
      </Row>
      <Row>
        {['cell', 'xs', 's', 'm', 'l', 'full'].map((radius) => (
          <div key={radius} className={styles['block']} style={{ borderRadius: `var(--radius-${radius})` }}>
            {radius}
          </div>
        ))}
      </Row>
      <Row>
        <Specimen name="quick, 120 ms: point at it">
          <div className={styles['moves']} data-quick="" />
        </Specimen>
        <Specimen name="calm, 220 ms: point at it">
          <div className={styles['moves']} />
        </Specimen>
      </Row>
    </Section>
  );
}
