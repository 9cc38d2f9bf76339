import {equal, hashFromBase64, hex} from './bytes.js';
import {open as openCheckpoint} from './checkpoint.js';
import {leafBytes} from './entry.js';
import * as ledger from './ledger.js';
import * as memory from './memory.js';
import {open as openReceipt, tellsOf} from './receipt.js';
import {Frontier, grew, includes, leafHash} from './tree.js';

/* What is checked, step by step. Each step is told of with its outcome before the next one begins; the first that fails is the
   last, as what comes after would rest on it. */

/** One of several nodes may be a checkpoint behind the one that answered before. */
const CHECKPOINT_INTERVAL_MS = 2000;
const ATTEMPTS = 5;

/** A check that found something wrong, as opposed to one that could not be made. */
class Failed extends Error {}

/** Whether the log is signed, and only grew since this browser last looked. Answers the checkpoint, or null if it failed. */
export const log = (key, tell) => run(tell, steps => signedAndGrown(ledger.checkpoint, key, steps));

/** Whether an event stands in the log exactly as the ledger shows it. */
export const event = (eventId, key, tell) =>
  run(tell, async steps => {
    const receipt = await steps('receipt.fetched', () => ledger.receipt(eventId), ({position}) => [position]);
    const checkpoint = await signedAndGrown(() => receipt.checkpoint, key, steps, true);
    const {entry, inclusion} = receipt;
    const leaf = await steps('leaf', async () => {
      const computed = await leafHash(await leafBytes(entry));
      require(entry.eventId === eventId && inclusion.position === entry.position && equal(computed, hashFromBase64(inclusion.leaf)));
      return computed;
    }, computed => [hex(computed)]);
    await steps('inclusion', async () => {
      require(inclusion.size === checkpoint.size
          && await includes(leaf, entry.position, checkpoint.size, inclusion.proof.map(hashFromBase64), checkpoint.root));
      return inclusion.proof.length;
    }, hashes => [entry.position, checkpoint.size, hashes]);
    await steps('receipt.signed', async () => {
      require(tellsOf(await openReceipt(receipt.jws, key), entry));
    }, () => [entry.eventType, entry.recordedAt]);
    return checkpoint;
  });

/** Whether all leaves together make the root that was signed: computed here, of every leaf. */
export const everyLeaf = (key, tell, progress, signal) =>
  run(tell, async steps => {
    const checkpoint = await signedAndGrown(ledger.checkpoint, key, steps);
    await steps('leaves', async () => {
      const tree = new Frontier();
      for await (const leaves of ledger.leaves(checkpoint.size, signal)) {
        for (const leaf of leaves) {
          await tree.append(await leafHash(leaf));
        }
        progress(tree.size, checkpoint.size);
      }
      const root = await tree.root();
      require(equal(root, checkpoint.root));
      return root;
    }, root => [checkpoint.size, hex(root)]);
    return checkpoint;
  });

/**
 * @param fetched gives a signed note: the log's newest, or that of a receipt, which may have been made before the newest that was
 *     seen here
 */
async function signedAndGrown(fetched, key, steps, mayBeOlder = false) {
  const opened = async () => openCheckpoint(await fetched(), key);
  let checkpoint = await steps('signature', opened, ({origin, size, root}) => [origin, size, hex(root)]);
  const seen = memory.lastSeen(checkpoint.origin);
  if (seen === null) {
    await steps('first', async () => memory.remember(checkpoint), () => []);
    return checkpoint;
  }
  await steps('growth', async () => {
    for (let attempt = 1; !mayBeOlder && checkpoint.size < seen.size && attempt < ATTEMPTS; attempt++) {
      await new Promise(resolve => setTimeout(resolve, CHECKPOINT_INTERVAL_MS));
      checkpoint = await opened();
    }
    const isOlder = checkpoint.size < seen.size;
    require(!isOlder || mayBeOlder);
    const [older, newer] = isOlder ? [checkpoint, seen] : [seen, checkpoint];
    const proof = older.size === newer.size ? [] : await ledger.growth(older.size, newer.size);
    require(await grew(older, newer, proof));
    if (!isOlder) {
      memory.remember(checkpoint);
    }
    return [older.size, newer.size, seen.seenAt];
  }, values => values);
  return checkpoint;
}

function require(holds) {
  if (!holds) {
    throw new Failed();
  }
}

async function run(tell, checks) {
  const steps = async (name, check, values) => {
    const outcome = tell(name);
    try {
      const result = await check();
      outcome('passed', values(result));
      return result;
    } catch (error) {
      outcome(verdict(error), error instanceof ledger.Unanswered ? [error.status] : []);
      throw error;
    }
  };
  try {
    return await checks(steps);
  } catch (error) {
    if (verdict(error) === 'failed') {
      return null;
    }
    throw error;
  }
}

/** What the ledger sent and cannot be read proves nothing either: it failed. */
const verdict = error =>
  error instanceof ledger.Unanswered || error.name === 'AbortError' ? 'unanswered' : 'failed';
