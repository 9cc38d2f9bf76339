import {equal, fromBase64, hex, sha256, utf8} from './bytes.js';

/** Ed25519, as C2SP signed-note numbers signature types. */
const ED25519 = 1;
const KEY_BYTES = 32;

/** The public half of a key that signs for the log: name+id+base64 (C2SP signed-note). */
export class VerificationKey {
  #key;

  constructor(name, id, line, key) {
    this.name = name;
    this.id = id;
    this.line = line;
    this.#key = key;
  }

  /** Refuses what is no such line, and a line whose parts do not belong together. */
  static async parse(text) {
    const line = text.trim();
    const [name, id, ...rest] = line.split('+');
    const typeAndKey = fromBase64(rest.join('+'));
    if (!name || /\s/.test(name) || typeAndKey.length !== 1 + KEY_BYTES || typeAndKey[0] !== ED25519) {
      throw new TypeError('not a verification key');
    }
    const expected = (await sha256(utf8(name + '\n'), typeAndKey)).slice(0, 4);
    if (hex(expected) !== id) {
      throw new TypeError('the parts of the key do not belong together');
    }
    const key = await crypto.subtle.importKey('raw', typeAndKey.slice(1), {name: 'Ed25519'}, false, ['verify']);
    return new VerificationKey(name, id, line, key);
  }

  /** Whether this key signed the bytes. */
  signed(bytes, signature) {
    return crypto.subtle.verify({name: 'Ed25519'}, this.#key, signature, bytes);
  }

  /** Whether a signature line of a note names this key. */
  isNamedBy(keyName, keyId) {
    return keyName === this.name && equal(keyId, Uint8Array.from(this.id.match(/../g), pair => parseInt(pair, 16)));
  }
}

export const fingerprint = async line => hex(await sha256(utf8(line))).match(/.{4}/g).slice(0, 8).join(' ');
