import * as checks from './checks.js';
import {fingerprint, VerificationKey} from './key.js';
import * as memory from './memory.js';

/* The page's fields and buttons. What it says stands in the page, in the reader's language; here are only the keys to it. */

const page = document.getElementById('verification');
const steps = document.getElementById('steps');
const outcome = document.getElementById('outcome');
const bar = document.getElementById('leaves-progress');
const stop = document.getElementById('stop');
const keyForm = document.getElementById('key-form');
const keyField = keyForm.elements.namedItem('key');
const eventForm = document.getElementById('event-form');

const texts = new Map(
  Array.from(document.getElementById('texts').content.querySelectorAll('[data-text]'),
    element => [element.dataset.text, element.textContent]));

const text = (key, ...values) =>
  texts.get(key).replace(/\{(\d)\}/g, (place, number) => String(values[number] ?? place));

async function showKey() {
  const line = memory.trustedKey();
  const shown = document.getElementById('trusted');
  if (line === null) {
    shown.textContent = text('key.none');
    return;
  }
  keyField.value = line;
  const stated = page.dataset.key === line ? 'key.trusted' : 'key.other';
  shown.textContent = text(stated, line.split('+')[0], await fingerprint(line));
}

async function trustKey(event) {
  event.preventDefault();
  try {
    const key = await VerificationKey.parse(keyField.value);
    memory.trust(key.line);
    keyField.setCustomValidity('');
    await showKey();
  } catch {
    keyField.setCustomValidity(text('key.wrong'));
    keyField.reportValidity();
  }
}

/** One line for each step, which says how it ended as soon as it has. */
function tell(name) {
  const line = document.createElement('li');
  line.className = 'step running';
  const title = document.createElement('strong');
  title.textContent = text(`step.${name}`);
  const detail = document.createElement('p');
  detail.textContent = text('running');
  line.append(title, detail);
  steps.append(line);
  return (verdict, values) => {
    line.className = `step ${verdict}`;
    line.dataset.step = name;
    line.dataset.verdict = verdict;
    detail.textContent = verdict === 'passed' ? text(`step.${name}.passed`, ...values)
      : verdict === 'failed' ? text(`step.${name}.failed`) : text('unanswered', values[0] ?? '');
  };
}

async function run(check) {
  steps.replaceChildren();
  outcome.className = 'outcome';
  delete outcome.dataset.verdict;
  outcome.textContent = text('running');
  page.setAttribute('aria-busy', 'true');
  page.querySelectorAll('button[data-check]').forEach(button => button.disabled = true);
  try {
    const line = memory.trustedKey();
    if (line === null) {
      conclude('nokey');
      keyField.focus();
      return;
    }
    const checkpoint = await check(await VerificationKey.parse(line));
    conclude(checkpoint === null ? 'failed' : 'passed', checkpoint?.size);
  } catch (error) {
    conclude('unanswered');
    console.info(error.name);
  } finally {
    page.removeAttribute('aria-busy');
    page.querySelectorAll('button[data-check]').forEach(button => button.disabled = false);
  }
}

function conclude(verdict, ...values) {
  outcome.className = `outcome ${verdict}`;
  outcome.dataset.verdict = verdict;
  outcome.textContent = text(`outcome.${verdict}`, ...values);
}

async function everyLeaf(key) {
  const running = new AbortController();
  stop.hidden = false;
  bar.hidden = false;
  stop.onclick = () => running.abort();
  try {
    return await checks.everyLeaf(key, tell, (done, all) => {
      bar.max = all;
      bar.value = done;
      bar.textContent = `${done} / ${all}`;
    }, running.signal);
  } finally {
    stop.hidden = true;
    bar.hidden = true;
  }
}

keyForm.addEventListener('submit', trustKey);
keyField.addEventListener('input', () => keyField.setCustomValidity(''));
document.getElementById('use-stated').addEventListener('click', () => {
  keyField.value = page.dataset.key;
  keyField.focus();
});
document.getElementById('check-log').addEventListener('click', () => run(key => checks.log(key, tell)));
document.getElementById('check-leaves').addEventListener('click', () => run(everyLeaf));
eventForm.addEventListener('submit', event => {
  event.preventDefault();
  const id = eventForm.elements.namedItem('event').value.trim();
  run(key => checks.event(id, key, tell));
});
document.getElementById('stated-fingerprint').textContent = await fingerprint(page.dataset.key);
await showKey();
