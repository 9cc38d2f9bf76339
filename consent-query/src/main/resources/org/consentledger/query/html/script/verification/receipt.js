import {fromBase64Url, utf8} from './bytes.js';

const ALGORITHMS = ['EdDSA', 'Ed25519'];
const HEADER = ['alg', 'typ', 'cty', 'kid'];

/** What a receipt says, if the key signed it (RFC 7515, RFC 8037): no header can choose how it is checked. */
export async function open(jws, key) {
  const [header, payload, signature, ...more] = jws.split('.');
  if (signature === undefined || more.length > 0) {
    throw new TypeError('not a JWS in compact form');
  }
  const says = json(header);
  if (!ALGORITHMS.includes(says.alg)
      || says.typ !== 'consent-receipt+jws'
      || says.kid !== `${key.name}+${key.id}`
      || !Object.keys(says).every(member => HEADER.includes(member))) {
    throw new TypeError('not a receipt of this key');
  }
  if (!await key.signed(utf8(`${header}.${payload}`), fromBase64Url(signature))) {
    throw new TypeError('the signature is wrong');
  }
  return json(payload);
}

const json = part => JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(fromBase64Url(part)));

/** Whether what was signed tells of the event that the log holds. */
export function tellsOf(content, entry) {
  const event = content['ledger:event'] ?? {};
  return content['dct:identifier'] === entry.eventId
      && event['ledger:position'] === entry.position
      && event['ledger:type'] === entry.eventType
      && event['ledger:recordedAt'] === entry.recordedAt;
}
