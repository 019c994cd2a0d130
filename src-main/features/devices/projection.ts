import { z } from 'zod';
import { nearestMoment } from '../../../src-shared/domain/moment.ts';
import type { Projection } from '../../vault/projection.ts';

export const DEVICE_RECORD = 'device';

const deviceFieldsSchema = z.looseObject({
  /** Hex, as it stands in the stamps of what the device wrote. */
  device: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string().min(1).catch('?'),
  /** Milliseconds since the epoch, by its own clock. */
  seenAt: z.number().transform(nearestMoment),
  /** What it had seen on the server when it wrote this: per device the newest stamp, hex, and how many versions. */
  holds: z.record(z.string(), z.tuple([z.string(), z.int()])).catch({}),
});
export type DeviceFields = z.infer<typeof deviceFieldsSchema>;

/** A device introduces itself with a record like any other: sealed, and known to the devices of the vault only. */
export const deviceProjection: Projection = {
  recordType: DEVICE_RECORD,
  version: 2,
  schema: [
    'CREATE TABLE device (device TEXT PRIMARY KEY, name TEXT NOT NULL, seen_at INTEGER NOT NULL, holds TEXT NOT NULL) WITHOUT ROWID',
  ],
  drop: ['DROP TABLE IF EXISTS device'],
  project(_id, record) {
    const parsed = deviceFieldsSchema.safeParse(record.fields);
    if (!parsed.success) return [];
    const { device, name, seenAt, holds } = parsed.data;
    if (record.deleted) return [{ sql: 'DELETE FROM device WHERE device = ?', args: [device] }];
    return [
      {
        sql: 'INSERT OR REPLACE INTO device VALUES (?, ?, ?, ?)',
        args: [device, name, Math.round(seenAt), JSON.stringify(holds)],
      },
    ];
  },
};
