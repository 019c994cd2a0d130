interface DraggedText {
  readonly plain: string;
  readonly markdown: string;
}

/** A picture or a file of the vault's own in Markdown. Its address means nothing to other programs. Bounded: a text may hold any number of beginnings. */
const OWN_FILE = /!?\[((?:[^[\]\\\n]|\\.){0,200})\]\(attachment:[\da-f-]+(?: "[^"\n]{0,200}")?\)/gu;

/**
 * What another program gets of an entry that is dragged into it: its text. Files of the vault stay where they are; their place is named by what they are called.
 *
 * @param nameless stands for a picture without a name
 */
export function draggedText(title: string, body: string, nameless: string): DraggedText {
  const text = body.replaceAll(OWN_FILE, (_all, name: string) => `[${name === '' ? nameless : name}]`);
  if (title === '') return { plain: text, markdown: text };
  return { plain: `${title}\n\n${text}`, markdown: `# ${title}\n\n${text}` };
}
