/* What this browser keeps of the log: the key it trusts and the last checkpoint it verified, by the log's name. Nothing of it is
   about a person. */

const KEY = 'verification.key';
const CHECKPOINT = 'verification.checkpoint.';

export const trustedKey = () => localStorage.getItem(KEY);

export const trust = line => localStorage.setItem(KEY, line);

/** The newest one seen in this browser, and when: {note, seenAt}; null if there is none. */
export function lastSeen(origin) {
  const kept = localStorage.getItem(CHECKPOINT + origin);
  return kept === null ? null : JSON.parse(kept);
}

export const remember = checkpoint =>
  localStorage.setItem(
    CHECKPOINT + checkpoint.origin,
    JSON.stringify({note: checkpoint.note, seenAt: new Date().toISOString()}));
