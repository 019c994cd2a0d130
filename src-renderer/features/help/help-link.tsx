import { CircleHelp } from 'lucide-react';
import { IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { HELP_PASSAGES, type HelpPassage } from './passages.ts';

/** A small way to the passage of the help that is about what stands here. */
export function HelpLink({ passage }: { readonly passage: HelpPassage }) {
  const { target } = useModel();
  const { say } = useLanguage();
  const title = HELP_PASSAGES.find(({ id }) => id === passage)?.title ?? 'help.title';
  return (
    <IconButton label={say('help.about', { title: say(title) })} onClick={() => target.showHelp(passage)}>
      <CircleHelp />
    </IconButton>
  );
}
