import { Check } from 'lucide-react';
import { useId, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Habit, HabitColour } from '../../../src-shared/contract/habits.ts';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { isOneEmoji } from './emoji.ts';
import { namedIcons } from './find-icons.ts';
import { HabitBadge } from './habit-badge.tsx';
import { HABIT_ICONS } from './habit-icons.ts';
import { IconGrid } from './icon-grid.tsx';
import styles from './picture-picker.module.css';

const COLOURS: readonly HabitColour[] = [
  'leaf',
  'moss',
  'teal',
  'sky',
  'violet',
  'plum',
  'rose',
  'clay',
  'amber',
  'stone',
];

function ColourChoice({
  colour,
  onChange,
}: {
  readonly colour: HabitColour;
  readonly onChange: (colour: HabitColour) => void;
}) {
  const { say } = useLanguage();
  const group = useId();
  return (
    <div role="radiogroup" aria-label={say('habitPicture.colour')} className={styles['colours']}>
      {COLOURS.map((each) => (
        <label key={each} data-colour={each} title={say(`habitPicture.colour.${each}`)}>
          <input
            type="radio"
            name={group}
            aria-label={say(`habitPicture.colour.${each}`)}
            checked={each === colour}
            onChange={() => onChange(each)}
          />
          <Check aria-hidden="true" />
        </label>
      ))}
    </div>
  );
}

interface EmojiFieldProps {
  readonly icon: string;
  readonly onChange: (icon: string) => void;
  readonly onDone: () => void;
}

function EmojiField({ icon, onChange, onDone }: EmojiFieldProps) {
  const { say } = useLanguage();
  const own = icon !== '' && HABIT_ICONS[icon] === undefined ? icon : '';
  const [text, setText] = useState(own);
  // A picture that was chosen meanwhile is the one that counts.
  const shown = own === '' && isOneEmoji(text.trim()) ? '' : text;
  const isRight = shown.trim() === '' || isOneEmoji(shown.trim());
  return (
    <Field
      label={say('habitPicture.emoji')}
      hint={say('habitPicture.emojiHint')}
      value={shown}
      maxLength={40}
      problem={isRight ? null : say('habitPicture.emojiProblem')}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        if (isOneEmoji(typed.trim())) onChange(typed.trim());
        else if (own !== '') onChange('');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && isRight) onDone();
      }}
    />
  );
}

interface PicturePickerProps {
  readonly picture: Pick<Habit, 'icon' | 'colour'>;
  readonly onChange: (picture: Partial<Pick<Habit, 'icon' | 'colour'>>) => void;
}

/** The picture of a habit, which opens a choice of icons and colours. */
export function PicturePicker({ picture, onChange }: PicturePickerProps) {
  const { say, find } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { icon, colour } = picture;
  const id = icon === '' ? 'leaf' : icon;
  const name = namedIcons(find).find((known) => known.id === id)?.name ?? icon;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        className={styles['picture'] ?? ''}
        aria-label={say('habitPicture.button', { icon: name, colour: say(`habitPicture.colour.${colour}`) })}
      >
        <HabitBadge habit={picture} size="large" />
      </Button>
      <Popover placement="bottom start" offset={6} className={styles['popover'] ?? ''}>
        <Dialog aria-label={say('habitPicture.title')} className={styles['choice'] ?? ''}>
          <ColourChoice colour={colour} onChange={(chosen) => onChange({ colour: chosen })} />
          <IconGrid
            chosen={id}
            onChoose={(chosen) => {
              onChange({ icon: chosen });
              setOpen(false);
            }}
          />
          <EmojiField icon={icon} onChange={(chosen) => onChange({ icon: chosen })} onDone={() => setOpen(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
