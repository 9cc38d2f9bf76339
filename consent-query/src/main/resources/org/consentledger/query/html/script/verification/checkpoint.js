import {fromBase64, hashFromBase64, utf8} from './bytes.js';

const SIZE = /^(?:0|[1-9][0-9]{0,14})$/;
const SIGNATURE = /^\u2014 (\S+) (\S+)$/;

/**
 * What a signed note says of the log: origin, size, root (C2SP tlog-checkpoint). Refuses one that the key did not sign, as its
 * text means nothing before, and one of another log than the key's: one key signs for one log alone.
 */
export async function open(note, key) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) {
    throw new TypeError('not a signed note');
  }
  const text = note.slice(0, end + 1);
  if (!await isSigned(text, note.slice(end + 2, -1).split('\n'), key)) {
    throw new TypeError('not signed by the key');
  }
  const [origin, size, root] = text.split('\n');
  if (origin !== key.name || !SIZE.test(size)) {
    throw new TypeError('not a checkpoint of this log');
  }
  return {origin, size: Number(size), root: hashFromBase64(root ?? '')};
}

async function isSigned(text, lines, key) {
  let signed = false;
  for (const line of lines) {
    const [, keyName, base64] = SIGNATURE.exec(line) ?? [];
    if (!keyName) {
      throw new TypeError('not a signature line');
    }
    const idAndSignature = fromBase64(base64);
    if (key.isNamedBy(keyName, idAndSignature.slice(0, 4))) {
      if (!await key.signed(utf8(text), idAndSignature.slice(4))) {
        return false;
      }
      signed = true;
    }
  }
  return signed;
}
