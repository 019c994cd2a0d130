import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src-renderer');

/** What is seen or read aloud; of our own components too. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'heading',
  'hint',
  'label',
  'placeholder',
  'problem',
  'text',
  'textValue',
  'title',
]);

/** What is typed into a terminal or a field as it stands here, in every language. */
const TYPED: ReadonlySet<string> = new Set([
  'libsql://daygrove-you.turso.io',
  'turso db create daygrove',
  'turso db show --url daygrove',
  'turso db tokens create daygrove',
]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** Texts that an expression can come to by itself: not those that it hands to a function, which may be names of messages. */
function textsOf(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return (node['quasis'] as { readonly value: { readonly raw: string } }[]).map(({ value }) => value.raw);
    case 'ConditionalExpression':
      return [node['consequent'], node['alternate']].filter(isNode).flatMap(textsOf);
    case 'LogicalExpression':
      return node['operator'] === '&&' ? textsOf(node['right'] as Node) : bothSides(node);
    case 'BinaryExpression':
      // The others compare, and come to no text.
      return node['operator'] === '+' ? bothSides(node) : [];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return isNode(node['expression']) ? textsOf(node['expression']) : [];
    default:
      return [];
  }
}

const bothSides = (node: Node): string[] => [node['left'], node['right']].filter(isNode).flatMap(textsOf);

/** `shortcuts.menu`: a component of ours that says a message by its name. */
const isMessageName = (text: string): boolean => /^[a-z][\w-]*(\.[\w-]+)+$/iu.test(text);

/** Whether somebody would read a word: two letters in a row, of any alphabet. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !isMessageName(text) && !TYPED.has(text.trim());

/** Words of a file of JSX that stand in the code and not in the catalogue. */
function hardCodedWords(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'JSXText') found.push(String(node['value']));
    if (node.type === 'JSXAttribute' && isNode(node['value'])) {
      const { name } = node['name'] as { readonly name: string };
      if (SPOKEN.has(name)) found.push(...textsOf(node['value']));
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      const children = (node['children'] as Node[]).filter(({ type }) => type === 'JSXExpressionContainer');
      found.push(...children.flatMap(textsOf));
    }
    childrenOf(node).forEach(visit);
  };
  visit(program as unknown as Node);
  return found.filter(hasWords).map((text) => text.trim());
}

describe('words that stand in the code', () => {
  it('are found wherever a person would meet them', () => {
    const source = `const a = (
      <>
        <p title="A title" className="no words" aria-label={isOpen ? 'Close it' : say('open')} data-x="nothing">
          Some text {'and more'} {say('not.this')} {\`\${count} things\`} {isOpen && 'in front'} {view === 'today' && say('x')} · x
        </p>
        <Field label={'A label'} value="typed" /> <Key label="shortcuts.menu" />
      </>
    );`;
    expect(hardCodedWords('a.tsx', source).toSorted()).toEqual(
      ['A title', 'Close it', 'Some text', 'and more', 'things', 'in front', 'A label'].toSorted(),
    );
  });

  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    // The gallery is for those who build the app, and in no package.
    (name) => name.endsWith('.tsx') && !/^gallery[\\/]/.test(name),
  );

  it('are none in any component', () => {
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((name) => {
      const path = join(root, name);
      return hardCodedWords(path, readFileSync(path, 'utf8')).map((text) => `${relative(root, path)}: ${text}`);
    });
    expect(found).toEqual([]);
  });
});
