import type { MainSay } from '../../../words.ts';
import { frontMatter } from './front-matter.ts';

/** What the folder says of itself. Its property tells Daygrove, when it reads the folder back, that this is no entry. */
export function readMe(say: MainSay): string {
  return `${frontMatter({ daygrove: 'readme' })}
# ${say('markdown.title')}

${say('markdown.intro')}

- ${say('markdown.notes')}
- ${say('markdown.media')}
- ${say('markdown.habits')}

${say('markdown.open')}
`;
}
