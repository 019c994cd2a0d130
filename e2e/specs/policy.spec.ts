import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

// Each try is refused aloud; that the app itself provokes none of it is held behind every spec (fixtures.ts).
test.use({ expectedProblems: [/Content Security Policy|violates the following/i] });

test('whatever a page that was taken over tries is refused by the policy, and the app goes on', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const refused = await app.page.evaluate(async () => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) =>
      seen.add(`${effectiveDirective} ${disposition}`),
    );
    const add = <K extends keyof HTMLElementTagNameMap>(
      name: K,
      properties: Partial<HTMLElementTagNameMap[K]>,
    ): HTMLElementTagNameMap[K] => {
      const element = Object.assign(document.createElement(name), properties);
      document.body.append(element);
      return element;
    };
    const attempt = (work: () => unknown): void => {
      try {
        work();
      } catch {
        // Some are refused by an exception as well.
      }
    };
    const ran: string[] = [];
    Object.assign(window, { ran });
    add('script', { textContent: 'ran.push("inline")' });
    add('script', { src: 'data:text/javascript,ran.push("data")' });
    add('button', {}).setAttribute('onclick', 'ran.push("handler")');
    // Not at once: what the debugger itself evaluates may make code from text.
    setTimeout(() => attempt(() => (Reflect.construct(Function, ['ran.push("text")']) as () => void)()));
    add('style', { textContent: 'body { outline: 1px }' });
    add('i', {}).setAttribute('style', 'color: red');
    add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' });
    add('audio', { src: '/sound.mp3' });
    add('iframe', { src: 'data:text/html,x' });
    add('iframe', { src: '/index.html' });
    add('object', { data: '/index.html' });
    add('base', { href: '/elsewhere/' });
    attempt(() => new Worker('data:text/javascript,1'));
    attempt(() => new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))));
    attempt(() => void fetch('/index.html').catch(() => {}));
    attempt(() => navigator.sendBeacon('/index.html', 'x'));
    attempt(() => new EventSource('/index.html'));
    attempt(() => new WebSocket('ws://127.0.0.1:9/'));
    attempt(() => new FontFace('x', 'url(data:font/woff2,x)').load().catch(() => {}));
    // Into a frame of its own: Playwright would wait for the page to go.
    add('iframe', { name: 'inner' });
    const form = add('form', { action: '/index.html', target: 'inner' });
    attempt(() => form.submit());
    const wanted = [
      'script-src-elem', 'script-src-attr', 'script-src', 'style-src-elem', 'style-src-attr', 'img-src', 'media-src', 'frame-src', 'object-src', 'base-uri', 'worker-src', 'connect-src', 'font-src', 'form-action',
    ].map((directive) => `${directive} enforce`); // prettier-ignore
    const until = performance.now() + 5000;
    while (wanted.some((each) => !seen.has(each)) && performance.now() < until)
      await new Promise((settle) => void requestAnimationFrame(settle));
    for (const left of document.querySelectorAll('base, body > iframe, body > object, body > form')) left.remove();
    return { missing: wanted.filter((each) => !seen.has(each)), ran };
  });
  expect(refused).toEqual({ missing: [], ran: [] });

  // Nothing of that has harmed what the app does under the same policy.
  await today.write(MARKER);
  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveText(MARKER);
});
