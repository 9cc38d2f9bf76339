/* Bytes, and the one digest the log knows. WebCrypto is there in secure contexts only: https, or a page of this machine. */

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const BASE64URL = /^[A-Za-z0-9_-]*$/;

export const utf8 = text => new TextEncoder().encode(text);

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

export const equal = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

/** Of RFC 4648, section 4. */
export function fromBase64(text) {
  if (!BASE64.test(text)) {
    throw new TypeError('not base64');
  }
  return Uint8Array.from(atob(text), char => char.charCodeAt(0));
}

const HASH_BYTES = 32;

/** A hash of the tree: with another length, two of them could be cut apart in another place. */
export function hashFromBase64(text) {
  const bytes = fromBase64(text);
  if (bytes.length !== HASH_BYTES) {
    throw new TypeError('not a hash');
  }
  return bytes;
}

/** Of RFC 7515: without padding, and no two texts are the same bytes. */
export function fromBase64Url(text) {
  if (!BASE64URL.test(text)) {
    throw new TypeError('not base64url');
  }
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));
  if (toBase64Url(bytes) !== text) {
    throw new TypeError('not base64url as RFC 7515 writes it');
  }
  return bytes;
}

export const toBase64 = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));

const toBase64Url = bytes => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

export const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
