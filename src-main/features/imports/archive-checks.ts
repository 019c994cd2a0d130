import { MAX_ATTACHMENT_BYTES, MAX_THUMBNAIL_BYTES } from '../../../src-shared/contract/attachments.ts';
import { MAX_BODY_LENGTH, MAX_LINE_LENGTH } from '../../../src-shared/contract/entries.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { MAX_NAME_LENGTH } from '../../../src-shared/contract/templates.ts';
import { idSchema, zoneSchema } from '../../../src-shared/contract/values.ts';
import {
  isArchivedType,
  isArchiveId,
  naturalKeyOf,
  NOT_ARCHIVED,
  type ArchivedType,
} from '../../../src-shared/domain/archive.ts';
import { isMoment } from '../../../src-shared/domain/moment.ts';
import type { ParsedRecord } from '../../import-process/parsed.ts';
import { RECORD_FORMAT, type VaultRecord } from '../../vault/record.ts';
import { ATTACHMENT_RECORD, attachmentFields } from '../attachments/projection.ts';
import { entryFields } from '../entries/projection.ts';
import { checkInFields, habitFields, pauseFields } from '../habits/records.ts';
import { namedTextFields } from '../named-texts.ts';
import { SPELLING_WORD_RECORD, spellingWord } from '../spelling/projection.ts';

type Reason = ImportProblem['reason'];

/** Two texts of the greatest length, written on two devices, are merged into one of twice that. */
const MERGED = 2;
const MAX_TAGS = 1000;
const MAX_TAG_LENGTH = 200;
const MAX_QUERY_LENGTH = 400;

/** Whether it is none, or a time. What a file says is not mended as what is in a vault already is: it is refused, and the preview says so. */
function isMomentOrNone(value: unknown): boolean {
  return typeof value !== 'number' || isMoment(value);
}

function checkEntry(record: VaultRecord): Reason | null {
  const fields = entryFields(record);
  if (fields === null) return 'unreadable-date';
  const { title, location, body, tags } = fields;
  const { createdAt, updatedAt, zone } = record.fields;
  const fits =
    isMomentOrNone(createdAt) &&
    isMomentOrNone(updatedAt) &&
    Math.max(title.length, location.length) <= MERGED * MAX_LINE_LENGTH &&
    body.length <= MERGED * MAX_BODY_LENGTH &&
    tags.length <= MAX_TAGS &&
    tags.every((tag) => tag.length <= MAX_TAG_LENGTH) &&
    (typeof zone !== 'string' || zoneSchema.safeParse(zone).success);
  return fits ? null : 'value-out-of-range';
}

function checkNamedText(maximum: number): (record: VaultRecord) => Reason | null {
  return (record) => {
    const fields = namedTextFields(record);
    if (fields === null) return 'unreadable-item';
    return fields.name.length <= MAX_NAME_LENGTH && fields.text.length <= maximum ? null : 'value-out-of-range';
  };
}

function checkAttachment(record: VaultRecord): Reason | null {
  const fields = attachmentFields({ ...record, type: ATTACHMENT_RECORD, deleted: false });
  if (fields === null) return 'unreadable-item';
  if (fields.size > MAX_ATTACHMENT_BYTES) return 'media-too-large';
  // Base64 is four thirds.
  return (fields.thumbnail?.length ?? 0) <= 2 * MAX_THUMBNAIL_BYTES ? null : 'value-out-of-range';
}

const orUnreadable = (fields: unknown): Reason | null => (fields === null ? 'unreadable-item' : null);

/** Whether what is there can be shown, and cannot break a list that it stands in. What the tolerant schemas mend by themselves is let in as it is. */
const CHECKS: Readonly<Record<ArchivedType, (record: VaultRecord) => Reason | null>> = {
  entry: checkEntry,
  habit: (record) => orUnreadable(habitFields(record)),
  'check-in': (record) => orUnreadable(checkInFields(record)),
  pause: (record) => orUnreadable(pauseFields(record)),
  template: checkNamedText(MERGED * MAX_BODY_LENGTH),
  'saved-search': checkNamedText(MAX_QUERY_LENGTH),
  preferences: () => null,
  'spelling-word': (record) => orUnreadable(spellingWord({ ...record, type: SPELLING_WORD_RECORD, deleted: false })),
  attachment: checkAttachment,
};

/**
 * Why a record of an archive must not come into a vault; null: it may. Records of a type that this version does not know are never looked into, as those that come
 * from another device are not.
 */
export function checkArchived({ type, id, deleted, writtenAt, fields }: ParsedRecord): Reason | null {
  // Never believed of a file: these are what a vault says of itself.
  if (NOT_ARCHIVED.has(type)) return 'kind-left-out';
  if (id === null ? naturalKeyOf(type, fields) === null : !isArchiveId(id)) return 'unreadable-item';
  if (!isMoment(writtenAt)) return 'value-out-of-range';
  if (!isArchivedType(type)) return null;
  // A newer app may name its own records as it likes; of ours the page expects UUIDs.
  if (id !== null && !idSchema.safeParse(id).success) return 'unreadable-item';
  return CHECKS[type]({ format: RECORD_FORMAT, type, base: null, sitting: 0, writtenAt, deleted, fields });
}
