import electronLog from 'electron-log/node.js';
import { join } from 'node:path';
import { formatLogLine, type Log } from '../log.ts';

const MAX_LOG_BYTES = 1024 * 1024;

/** The log of one profile: `logs/daygrove.log`, rotated at 1 MB, one earlier file kept. A log that cannot be written never stops the app. */
export function openLogFile(profileDirectory: string): Log {
  const logger = electronLog.create({ logId: profileDirectory });
  const { file } = logger.transports;
  file.resolvePathFn = () => join(profileDirectory, 'logs', 'daygrove.log');
  file.maxSize = MAX_LOG_BYTES;
  file.format = '{iso} {text}';
  logger.transports.console.level = false;
  return (event, fields) => {
    try {
      logger.info(formatLogLine(event, fields));
    } catch {
      // A full disk shows itself where it matters: at the next save.
    }
  };
}
