/** For the test that kills it: an app, locked, that writes one thing after another down and says each that was answered. `capture-child.ts PROFILE WORDS` */
import { randomUUID } from 'node:crypto';
import { openTestApp } from './test-app.ts';

const [profile = '', words = ''] = process.argv.slice(2);
const offset = Date.parse('2026-11-22T12:00:00Z') - Date.now();
const { client } = await openTestApp(profile, { clock: { offset, zone: 'Europe/Vienna' } });
// More than the inbox would take: whoever started it ends it long before.
for (let n = 0; n < 300; n += 1) {
  const text = `${words} ${n}`;
  const result = await client.invoke('capture.write', { id: randomUUID(), text, mood: null });
  if (result.ok) process.stdout.write(`${text}\n`);
}
