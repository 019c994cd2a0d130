import { frontMatter } from './front-matter.ts';

/** What the folder says of itself. Its property tells Daygrove, when it reads the folder back, that this is no entry. */
export const READ_ME = `${frontMatter({ daygrove: 'readme' })}
# From Daygrove

What was taken out of a Daygrove journal. These files are plain: whoever can open this folder can read them.

- A folder for each year, with a note for each entry. What stands above its text, between the lines of three dashes, is its day, its time, its mood, its tags and its place.
- \`media\`: the pictures and files that the notes show.
- \`habits\`: a note for each habit, and its days as a table.

Any editor opens the notes. In Obsidian, choose “Open folder as vault”. Daygrove itself reads the entries back under Import, each as the one that it was; habits come back from a Daygrove archive only.
`;
