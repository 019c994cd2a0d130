import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { CheckChoice } from '../../components/check-choice.tsx';
import { Field, SelectField } from '../../components/field.tsx';
import { PageContents } from '../../components/page-contents.tsx';
import { PrintSheet } from '../../components/print-sheet.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { MoodFace, MoodPicker, MOODS } from '../../features/entries/mood-picker.tsx';
import { StrengthMeter } from '../../features/onboarding/strength-meter.tsx';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { useRef } from 'react';
import styles from '../gallery.module.css';
import { Row, Section, Specimen } from '../specimen.tsx';

const KINDS = ['main', 'plain', 'quiet', 'danger'] as const;
const HELD = ['hover', 'focus-visible', 'active'] as const;

export function Buttons() {
  return (
    <Section title="Buttons">
      {KINDS.map((kind) => (
        <Row key={kind}>
          <Specimen name={kind}>
            <Button kind={kind}>Write the first one</Button>
          </Specimen>
          {HELD.map((state) => (
            <Specimen key={state} name={state}>
              <Button kind={kind} data-held={state}>
                Write the first one
              </Button>
            </Specimen>
          ))}
          <Specimen name="disabled">
            <Button kind={kind} disabled>
              Write the first one
            </Button>
          </Specimen>
          <Specimen name="busy">
            <Button kind={kind} aria-disabled aria-busy>
              Unlocking…
            </Button>
          </Specimen>
          <Specimen name="with icon">
            <Button kind={kind}>
              <Plus />
              New habit
            </Button>
          </Specimen>
        </Row>
      ))}
      <Row>
        <Specimen name="icon">
          <IconButton label="Remove">
            <Trash2 />
          </IconButton>
        </Specimen>
        {HELD.map((state) => (
          <Specimen key={state} name={state}>
            <IconButton label={`Remove, ${state}`} data-held={state}>
              <Trash2 />
            </IconButton>
          </Specimen>
        ))}
        <Specimen name="disabled">
          <IconButton label="Remove, disabled" disabled>
            <Trash2 />
          </IconButton>
        </Specimen>
      </Row>
    </Section>
  );
}

export function Fields() {
  return (
    <Section title="Fields">
      <Row>
        <div className={styles['field']}>
          <Field label="Name" placeholder="Stretch" hint="What you will read every day." />
        </div>
        <div className={styles['field']}>
          <Field label="Name, wrong" defaultValue="" problem="A habit needs a name." />
        </div>
        <div className={styles['field']}>
          <Field label="Name, disabled" defaultValue="Stretch" disabled />
        </div>
      </Row>
      <Row>
        <div className={styles['field']}>
          <SelectField label="How often" hint="Weeks begin on Monday.">
            <option>Every day</option>
            <option>On some weekdays</option>
          </SelectField>
        </div>
        <div className={styles['field']}>
          <SecretField label="Passphrase" autoComplete="off" defaultValue="correct horse battery" />
        </div>
        <div className={styles['field']}>
          <TextArea label="Why" defaultValue="Because the back thanks me by noon." />
        </div>
      </Row>
      <Row>
        {([0, 2, 4] as const).map((score) => (
          <div key={score} className={styles['field']}>
            <StrengthMeter score={score} />
          </div>
        ))}
      </Row>
    </Section>
  );
}

const RANGES = ['days', 'months', 'years'] as const;

export function Choices() {
  const [range, setRange] = useState<(typeof RANGES)[number]>('days');
  const [isOn, setOn] = useState(true);
  const [mood, setMood] = useState<Mood | null>(4);
  const entrance = useRef<HTMLInputElement>(null);
  const other = useRef<HTMLInputElement>(null);
  return (
    <Section title="Choices">
      <Row>
        <Specimen name="segmented">
          <Segmented label="Range" choices={RANGES} value={range} name={(each) => each} onChange={setRange} />
        </Specimen>
        <Specimen name="on or off">
          <CheckChoice label="Lock on sleep" hint="The keys leave the memory." isOn={isOn} onChange={setOn} />
        </Specimen>
        <Specimen name="disabled">
          <CheckChoice
            label="Start at login"
            hint="This system has none."
            isOn={false}
            isDisabled
            onChange={() => {}}
          />
        </Specimen>
      </Row>
      <Row>
        <Specimen name="mood, nothing chosen">
          <MoodPicker mood={null} onChange={setMood} entrance={other} />
        </Specimen>
        <Specimen name="mood, chosen">
          <MoodPicker mood={mood} onChange={setMood} entrance={entrance} />
        </Specimen>
        <Specimen name="faces">
          <div className={styles['ramp']}>
            {MOODS.map((each) => (
              <MoodFace key={each} mood={each} />
            ))}
          </div>
        </Specimen>
      </Row>
      <Specimen name="contents of a long page">
        <PageContents
          items={[
            { id: 'gallery-one', text: 'What is encrypted', depth: 2 },
            { id: 'gallery-two', text: 'What is not', depth: 3 },
          ]}
        />
      </Specimen>
      {/* Seen on paper alone. */}
      <PrintSheet>
        <h1>A sheet</h1>
      </PrintSheet>
    </Section>
  );
}
