import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import type { ReactNode } from 'react';
import { useModel } from '../../shell/model-context.tsx';

/**
 * Markdown from outside, as React's own elements: no HTML of it ever exists. Pictures are their descriptions, HTML is left out, and a link asks before it opens, as every
 * link does; one that is not https is its words.
 */
export function MarkdownText({ markdown }: { readonly markdown: string }) {
  const { route } = useModel();
  const openLink = (address: string): void => route.setState({ overlay: { type: 'link', address } });
  return <>{inside(fromMarkdown(markdown), openLink)}</>;
}

function inside(node: Nodes, openLink: (address: string) => void): ReactNode[] {
  return 'children' in node
    ? node.children.map((child, index) => <Shown key={index} node={child} openLink={openLink} />)
    : [];
}

function Shown({ node, openLink }: { readonly node: Nodes; readonly openLink: (address: string) => void }): ReactNode {
  const content = (): ReactNode[] => inside(node, openLink);
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{content()}</p>;
    case 'heading':
      return <h3>{content()}</h3>;
    case 'list':
      return node.ordered === true ? <ol start={node.start ?? 1}>{content()}</ol> : <ul>{content()}</ul>;
    case 'listItem':
      return <li>{content()}</li>;
    case 'blockquote':
      return <blockquote>{content()}</blockquote>;
    case 'strong':
      return <strong>{content()}</strong>;
    case 'emphasis':
      return <em>{content()}</em>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'link':
      return node.url.startsWith('https://') ? (
        <button type="button" data-link="" onClick={() => openLink(node.url)}>
          {content()}
        </button>
      ) : (
        content()
      );
    case 'image':
      return node.alt ?? '';
    case 'html':
      return null;
    default:
      return toString(node);
  }
}
