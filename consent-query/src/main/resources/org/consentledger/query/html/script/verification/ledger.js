import {hashFromBase64} from './bytes.js';

/** Hashes or leaves in one tile (C2SP tlog-tiles). */
const TILE = 256;

/* What the ledger is asked for. Nothing of it is believed. */

export const checkpoint = async () => text(await answer('/v1/log/checkpoint', 'text/plain'));

export const receipt = async eventId =>
  JSON.parse(text(await answer(`/v1/receipts/${encodeURIComponent(eventId)}`, 'application/json')));

export async function growth(from, to) {
  const proof = JSON.parse(text(await answer(`/v1/log/proof/consistency?from=${from}&to=${to}`, 'application/json')));
  return proof.proof.map(hashFromBase64);
}

/** Every leaf of a tree of that size, tile by tile; the signal ends it. */
export async function* leaves(size, signal) {
  for (let first = 0; first < size; first += TILE) {
    const width = Math.min(TILE, size - first);
    const tile = await answer(`/v1/log/tile/entries/${path(first / TILE, width)}`, 'application/octet-stream', signal);
    yield split(tile, width);
  }
}

/** The bytes of an answer. What breaks off on the way is no answer; what arrives whole and makes no sense is one, and a wrong one. */
async function answer(address, type, signal) {
  let response;
  try {
    response = await fetch(address, {headers: {Accept: `${type}, application/problem+json`}, signal, redirect: 'error'});
    if (response.ok) {
      return await response.arrayBuffer();
    }
  } catch (error) {
    // fetch has one kind of error for a network that is away and for a wrong argument
    throw error.name === 'AbortError' ? error : new Unanswered(0);
  }
  throw new Unanswered(response.status);
}

const text = bytes => new TextDecoder('utf-8', {fatal: true}).decode(bytes);

/** The ledger did not answer: nothing is proved, and nothing is disproved. */
export class Unanswered extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

function path(index, width) {
  const groups = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
  }
  const last = groups.pop();
  return groups.map(group => `x${group}/`).join('') + last + (width < TILE ? `.p/${width}` : '');
}

/** Each leaf comes after its length in two bytes. */
function split(buffer, width) {
  const view = new DataView(buffer);
  const all = [];
  for (let at = 0; at < buffer.byteLength;) {
    const length = view.getUint16(at);
    all.push(new Uint8Array(buffer, at + 2, length));
    at += 2 + length;
  }
  if (all.length !== width) {
    throw new TypeError('not as many leaves as were asked for');
  }
  return all;
}
