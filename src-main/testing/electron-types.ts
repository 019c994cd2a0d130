/** For tests: what the installed Electron can do, read from its own types, so that a newer Electron's additions are asked about. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const types = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');

/** The text of one class or interface. Throws where Electron has none of that name. */
export function declarationOf(name: string): string {
  const start = new RegExp(`^ {2}(?:class|interface) ${name} (?:extends [^{]+)?\\{$`, 'm').exec(types)?.index;
  if (start === undefined) throw new Error(`Electron has no ${name} any more.`);
  return types.slice(start, types.indexOf('\n  }\n', start));
}

/** Events that hand over a function to answer by: what Electron asks of the app. */
export function questionsOf(name: string): string[] {
  const events = declarationOf(name).matchAll(/^ {4}on\(event: '([\w-]+)', listener: (.+?)\): this;$/gms);
  return [...events].filter(([, , listener]) => /\bcallback: /.test(listener ?? '')).map(([, event = '']) => event);
}

/** Methods that set a handler or another procedure which decides. */
export function decidersOf(name: string): string[] {
  const methods = declarationOf(name).matchAll(/^ {4}(set\w+(?:Handler|Proc))\(/gm);
  return [...new Set([...methods].map(([, method = '']) => method))];
}

/** Names of the properties of an interface. */
export function propertiesOf(name: string): string[] {
  return [...declarationOf(name).matchAll(/^ {4}(\w+)\??: /gm)].map(([, property = '']) => property);
}

/** Every permission that a handler of a session may be asked about. */
export function permissionNames(): string[] {
  const handlers = ['setPermissionRequestHandler', 'setPermissionCheckHandler'].flatMap(
    (method) => new RegExp(`^ {4}${method}\\((.+)\\): void;$`, 'm').exec(types)?.[1] ?? [],
  );
  return [...new Set(handlers.flatMap((text) => [...text.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name)))];
}
