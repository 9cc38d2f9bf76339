import {fromBase64} from './bytes.js';

/** Hashes or leaves in one tile (C2SP tlog-tiles). */
const TILE = 256;

/* What the ledger is asked for. Nothing of it is believed. */

export const checkpoint = async () => (await answer('/v1/log/checkpoint', 'text/plain')).text();

export const receipt = async eventId =>
  (await answer(`/v1/receipts/${encodeURIComponent(eventId)}`, 'application/json')).json();

export async function growth(from, to) {
  const proof = await (await answer(`/v1/log/proof/consistency?from=${from}&to=${to}`, 'application/json')).json();
  return proof.proof.map(fromBase64);
}

/** Every leaf of a tree of that size, tile by tile; the signal ends it. */
export async function* leaves(size, signal) {
  for (let first = 0; first < size; first += TILE) {
    const width = Math.min(TILE, size - first);
    const tile = await answer(`/v1/log/tile/entries/${path(first / TILE, width)}`, 'application/octet-stream', signal);
    yield split(await tile.arrayBuffer(), width);
  }
}

async function answer(address, type, signal) {
  const response = await sent(address, type, signal);
  if (!response.ok) {
    throw new Unanswered(response.status);
  }
  return response;
}

/** fetch tells of a network that is away with the error it has for a wrong argument, and that one would count as a finding. */
async function sent(address, type, signal) {
  try {
    return await fetch(address, {headers: {Accept: `${type}, application/problem+json`}, signal, redirect: 'error'});
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Unanswered(0);
  }
}

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
