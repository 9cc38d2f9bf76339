import {hex, sha256, utf8} from './bytes.js';

const FORM = 'consent-ledger/event/v1';
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/;

/** The leaf's fourteen lines, made here of what the ledger says that the event is. */
export async function leafBytes(entry) {
  return utf8([
    FORM,
    entry.position,
    entry.eventId,
    entry.streamType,
    entry.streamId,
    entry.streamSequence,
    time(entry.recordedAt),
    entry.eventType,
    entry.revision,
    entry.commandId,
    entry.eventIndex,
    entry.requestSha256,
    entry.recipient,
    `${await digest(entry.payload)} ${await digest(entry.metadata)}`,
    '',
  ].map(line).join('\n'));
}

const digest = async text => hex(await sha256(utf8(text)));

/** To the microsecond, however few digits were needed to write it. */
function time(text) {
  const [, seconds, fraction = ''] = TIME.exec(text) ?? [];
  if (!seconds) {
    throw new TypeError('not a time in UTC to the microsecond');
  }
  return `${seconds}.${fraction.padEnd(6, '0')}Z`;
}

/** A line break in a field would let two events have the same leaf. */
function line(value) {
  const text = String(value);
  if (value === null || value === undefined || text.includes('\n')) {
    throw new TypeError('an entry has fourteen lines');
  }
  return text;
}
