import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { PhrasingContent, RootContent } from 'mdast';
import { headingId } from './read-page.ts';

function inline(nodes: readonly PhrasingContent[]): ReactNode {
  return nodes.map((node, index) => {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'strong':
        return <strong key={index}>{inline(node.children)}</strong>;
      case 'emphasis':
        return <em key={index}>{inline(node.children)}</em>;
      case 'inlineCode':
        return <code key={index}>{node.value}</code>;
      case 'link':
        // It leads into the sources, which are not here.
        return <Fragment key={index}>{inline(node.children)}</Fragment>;
      default:
        throw new Error(`The page has something inside a line that is not shown: ${node.type}`);
    }
  });
}

function block(node: RootContent, index: number): ReactNode {
  switch (node.type) {
    case 'heading': {
      const Tag = node.depth === 2 ? 'h2' : 'h3';
      return (
        <Tag key={index} id={headingId(node)} tabIndex={-1}>
          {inline(node.children)}
        </Tag>
      );
    }
    case 'paragraph':
      return <p key={index}>{inline(node.children)}</p>;
    case 'list':
      return (
        <ul key={index}>
          {node.children.map((item, at) => (
            <li key={at}>{item.children.map(block)}</li>
          ))}
        </ul>
      );
    default:
      throw new Error(`The page has something that is not shown: ${node.type}`);
  }
}

/** Markdown of our own, as elements: headings, paragraphs, lists. Throws for anything else, so that nothing of the page is left out unseen. */
export function Prose({ blocks }: { readonly blocks: readonly RootContent[] }) {
  return <>{blocks.map(block)}</>;
}
