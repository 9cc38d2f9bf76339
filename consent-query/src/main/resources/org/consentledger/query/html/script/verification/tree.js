import {equal, sha256} from './bytes.js';

/* The Merkle tree of RFC 6962, and how proofs are checked (RFC 9162, section 2.1). Positions and sizes are whole numbers below
   2^53, too large for the operators on bits. */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = bytes => sha256(LEAF, bytes);

const nodeHash = (left, right) => sha256(NODE, left, right);
const half = number => Math.floor(number / 2);
const isOdd = number => number % 2 === 1;

function isPowerOfTwo(number) {
  let rest = number;
  while (rest > 1 && !isOdd(rest)) {
    rest = half(rest);
  }
  return rest === 1;
}

/** Whether the proof shows that a leaf stands at a position of the tree with this root. */
export async function includes(leaf, position, size, proof, root) {
  if (!(position >= 0 && position < size)) {
    return false;
  }
  let node = leaf;
  let at = position;
  let last = size - 1;
  for (const sibling of proof) {
    if (last === 0) {
      return false;
    }
    if (isOdd(at) || at === last) {
      node = await nodeHash(sibling, node);
      while (!isOdd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else {
      node = await nodeHash(node, sibling);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && equal(node, root);
}

/** Whether the proof shows that the tree of one size and root only grew to that of the other. */
export async function grew(older, newer, proof) {
  if (!(older.size > 0 && older.size <= newer.size)) {
    return false;
  }
  if (older.size === newer.size) {
    return proof.length === 0 && equal(older.root, newer.root);
  }
  const isWhole = isPowerOfTwo(older.size);
  const path = isWhole ? [older.root, ...proof] : proof;
  if (proof.length === 0) {
    return false;
  }
  let at = older.size - 1;
  let last = newer.size - 1;
  while (isOdd(at)) {
    at = half(at);
    last = half(last);
  }
  let olderRoot = path[0];
  let newerRoot = path[0];
  for (const node of path.slice(1)) {
    if (last === 0) {
      return false;
    }
    if (isOdd(at) || at === last) {
      olderRoot = await nodeHash(node, olderRoot);
      newerRoot = await nodeHash(node, newerRoot);
      while (!isOdd(at) && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else {
      newerRoot = await nodeHash(newerRoot, node);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && equal(olderRoot, older.root) && equal(newerRoot, newer.root);
}

/** The roots of a tree's whole subtrees, the largest first: all that is needed to append leaves and to know the root. */
export class Frontier {
  #subtrees = [];
  size = 0;

  async append(leaf) {
    let node = leaf;
    for (let rest = this.size; isOdd(rest); rest = half(rest)) {
      node = await nodeHash(this.#subtrees.pop(), node);
    }
    this.#subtrees.push(node);
    this.size++;
  }

  async root() {
    let root = this.#subtrees.at(-1) ?? await sha256();
    for (const left of this.#subtrees.slice(0, -1).reverse()) {
      root = await nodeHash(left, root);
    }
    return root;
  }
}
