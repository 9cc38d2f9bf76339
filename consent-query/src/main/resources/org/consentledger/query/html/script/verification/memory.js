import {fromBase64, toBase64} from './bytes.js';

/* What this browser keeps of the log: the key it trusts and the last checkpoint it verified, by the log's name. Nothing of it is
   about a person. */

const KEY = 'verification.key';
const CHECKPOINT = 'verification.checkpoint.';

export const trustedKey = () => localStorage.getItem(KEY);

export const trust = line => localStorage.setItem(KEY, line);

/**
 * The newest one verified in this browser, and when: {size, root, seenAt}; null if there is none. Kept as it was verified, not as
 * it was signed: the key may be another one by now.
 */
export function lastSeen(origin) {
  const kept = localStorage.getItem(CHECKPOINT + origin);
  if (kept === null) {
    return null;
  }
  const {size, root, seenAt} = JSON.parse(kept);
  return {size, root: fromBase64(root), seenAt};
}

export const remember = ({origin, size, root}) =>
  localStorage.setItem(
    CHECKPOINT + origin,
    JSON.stringify({size, root: toBase64(root), seenAt: new Date().toISOString()}));
