import { Component } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '../intl/language.ts';
import { Art } from './art/art.tsx';
import { Button } from './button.tsx';
import styles from './centred.module.css';

interface Props {
  readonly language: Language;
  readonly children: ReactNode;
}

/**
 * The last resort: a page that broke says so, and what is safe. It is drawn again, not loaded again: unsaved words are in memory.
 * The error itself is told to nobody: it may hold text.
 */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { say } = this.props.language;
    return (
      <main className={styles['page']}>
        <div className={styles['column']}>
          <Art scene="broken" />
          <h1>{say('broken.title')}</h1>
          <p className={styles['lead']}>{say('broken.text')}</p>
          <div className={styles['row']}>
            <Button kind="main" onClick={() => this.setState({ broken: false })}>
              {say('broken.reload')}
            </Button>
          </div>
        </div>
      </main>
    );
  }
}
