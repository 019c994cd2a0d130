import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { Device } from '../../../src-shared/contract/sync.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSync } from '../../shell/model-context.tsx';
import styles from './sync-section.module.css';
import { timeAgo } from './sync-words.ts';
import { useNow } from './use-now.ts';

const MAX_NAME_LENGTH = 60;

function ThisDevice({ device }: { readonly device: Device }) {
  const { client, sync, showProblem } = useModel();
  const { say } = useLanguage();
  const [name, setName] = useState<string | null>(null);

  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name === null || name.trim() === '') return;
    const result = await client.invoke('sync.rename-device', { name: name.trim() });
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    sync.setDevices(result.value.devices);
    setName(null);
  }

  if (name !== null) {
    return (
      <form className={styles['form']} onSubmit={(event) => void rename(event)}>
        <Field
          label={say('sync.deviceName')}
          value={name}
          maxLength={MAX_NAME_LENGTH}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          after={
            <Button kind="quiet" type="submit">
              {say('sync.saveName')}
            </Button>
          }
        />
      </form>
    );
  }
  return (
    <>
      <div>
        <b>{device.name}</b> <span>{say('sync.thisDevice')}</span>
      </div>
      <Button kind="quiet" onClick={() => setName(device.name)}>
        {say('sync.rename')}
      </Button>
    </>
  );
}

export function DevicesList() {
  const { sync } = useModel();
  const { say, locale } = useLanguage();
  const devices = useSync((state) => state.devices);
  const now = useNow();
  useEffect(() => {
    void sync.loadDevices();
  }, [sync]);
  if (devices.length === 0) return null;
  return (
    <>
      <h3>{say('sync.devices')}</h3>
      <ul className={styles['devices']} aria-label={say('sync.devices')}>
        {devices.map((device) => (
          <li key={device.id}>
            {device.isThis ? (
              <ThisDevice device={device} />
            ) : (
              <>
                <b>{device.name}</b>
                <span>{say('sync.lastSeen', { ago: timeAgo(locale, device.lastSeenAt, now) })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
