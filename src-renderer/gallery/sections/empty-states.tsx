import { Art, SCENES } from '../../components/art/art.tsx';
import type { SceneName } from '../../components/art/art.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import styles from '../gallery.module.css';
import { Section, Specimen } from '../specimen.tsx';

export function EmptyStates() {
  return (
    <Section title="Where there is nothing yet">
      <div className={styles['empties']}>
        {(Object.keys(SCENES) as SceneName[]).map((scene) => (
          <Specimen key={scene} name={scene}>
            <Art scene={scene} />
          </Specimen>
        ))}
      </div>
      <div className={styles['empties']}>
        <EmptyState
          scene="journal"
          title="Nothing written yet"
          text="Every entry you write stands here, day by day."
          example="First frost on the allotment. I pulled the last of the leeks."
          action={<Button kind="main">Write the first one</Button>}
        />
      </div>
    </Section>
  );
}
