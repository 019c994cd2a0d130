import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface PageRecords {
  /** Addresses of everything that the page asked for, sockets included. */
  readonly requests: string[];
  /** Errors of the page: uncaught ones, what it or Chromium wrote to the console as an error or a warning, and whatever its policy refused. */
  readonly problems: string[];
}

/**
 * Writes down what leaves the page: requests with their headers and bodies, window titles, the console. The files lie in the run's folder,
 * so the marker search reads them too. The frames of the page's own socket are not among them: they carry the journal from one
 * process of this machine to another.
 */
export async function recordPage(page: Page, folder: string, records: PageRecords): Promise<void> {
  const write = (name: string, value: unknown): void =>
    appendFileSync(join(folder, name), `${JSON.stringify(value)}\n`);
  page.on('request', (request) => {
    records.requests.push(request.url());
    write('requests.jsonl', [request.method(), request.url(), request.headers(), request.postData()]);
  });
  page.on('websocket', (socket) => {
    records.requests.push(socket.url());
    write('requests.jsonl', ['websocket', socket.url()]);
  });
  page.on('console', (message) => {
    write('console.jsonl', [message.type(), message.text()]);
    if (message.type() === 'error' || message.type() === 'warning') records.problems.push(message.text());
  });
  page.on('pageerror', (error) => {
    write('console.jsonl', ['uncaught', error.message]);
    records.problems.push(error.message);
  });
  await page.exposeFunction('recordViolation', (violation: string) => {
    write('console.jsonl', ['violation', violation]);
    records.problems.push(`Content Security Policy: ${violation}`);
  });
  await page.exposeFunction('recordTitle', (title: string) => write('titles.jsonl', title));
  await page.addInitScript(() => {
    const { recordTitle, recordViolation } = window as unknown as Record<
      'recordTitle' | 'recordViolation',
      (text: string) => Promise<void>
    >;
    // Chromium writes most of them to the console; a policy that only reports, or a worker's, it may not.
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective }) => void recordViolation(effectiveDirective),
    );
    let last: string | null = null;
    const look = (): void => {
      if (document.title === last) return;
      last = document.title;
      void recordTitle(last);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
}
