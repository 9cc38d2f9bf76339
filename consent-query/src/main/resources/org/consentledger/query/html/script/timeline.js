// A subject's page: two sliders that move the moment, and the evidence of what is pointed at.

const form = document.querySelector("form.moment");

for (const part of document.querySelectorAll(".scripted")) {
  part.hidden = false;
}

const asOf = document.getElementById("as-of-slider");
const knownAt = document.getElementById("known-at-slider");
const asOfField = document.getElementById("as-of");
const knownAtField = document.getElementById("known-at");

const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

const stops = (knownAt.dataset.stops || "").split(" ").filter(Boolean).map((stop) => {
  const at = stop.indexOf("@");
  return { position: stop.slice(0, at), recordedAt: stop.slice(at + 1) };
});

function sayAsOf() {
  asOf.setAttribute("aria-valuetext", date.format(new Date(Number(asOf.value) * 1000)) + " UTC");
}

function upTo(position) {
  return knownAt.dataset.position.replace("{0}", position);
}

// left of the first stop nothing was known only if there were none before it
function sayKnownAt() {
  const known = Number(knownAt.value);
  const stop = stops[known - 1];
  knownAt.setAttribute("aria-valuetext",
    known === stops.length ? knownAt.dataset.all
      : known === 0 ? knownAt.dataset.none ?? upTo(knownAt.dataset.before)
        : upTo(stop.position) + ", " + date.format(new Date(stop.recordedAt)) + " UTC");
}

asOf.addEventListener("input", () => {
  asOfField.value = new Date(Number(asOf.value) * 1000).toISOString().replace(".000", "");
  sayAsOf();
  form.dispatchEvent(new CustomEvent("move"));
});

knownAt.addEventListener("input", () => {
  const known = Number(knownAt.value);
  knownAtField.value = known === stops.length ? ""
    : known === 0 ? knownAt.dataset.before
      : stops[known - 1].position;
  sayKnownAt();
  form.dispatchEvent(new CustomEvent("move"));
});

// what was typed moves the sliders too
asOfField.addEventListener("change", () => {
  const typed = Date.parse(asOfField.value);
  if (!Number.isNaN(typed)) {
    asOf.value = String(Math.floor(typed / 1000));
    sayAsOf();
  }
});

knownAtField.addEventListener("change", () => {
  const typed = knownAtField.value.trim();
  const isPosition = /^[0-9]+$/.test(typed);
  knownAt.value = String(typed === "" ? stops.length
    : stops.filter((stop) => isPosition ? Number(stop.position) <= Number(typed) : Date.parse(stop.recordedAt) <= Date.parse(typed)).length);
  sayKnownAt();
});

sayAsOf();
sayKnownAt();

// the evidence of a bar or a mark: what the tables below say of it
function show(link) {
  const panel = document.querySelector(".panel");
  if (!panel) {
    return;
  }
  const said = document.createElement("p");
  said.append(Object.assign(document.createElement("strong"), { textContent: link.getAttribute("aria-label") }));
  panel.replaceChildren(said);
  const row = link.dataset.evidence && document.getElementById("e-" + link.dataset.evidence);
  if (row) {
    const list = document.createElement("dl");
    for (const cell of row.cells) {
      const entry = document.createElement("div");
      const term = document.createElement("dt");
      term.textContent = cell.dataset.label;
      const value = document.createElement("dd");
      value.append(...[...cell.cloneNode(true).childNodes]);
      entry.append(term, value);
      list.append(entry);
    }
    panel.append(list);
  }
}

for (const event of ["focusin", "pointerover"]) {
  document.addEventListener(event, (happened) => {
    const link = happened.target.closest?.(".picture a");
    if (link) {
      show(link);
    }
  });
}

// a part that was replaced has its scripted parts hidden again
document.addEventListener("htmx:afterSwap", () => {
  for (const part of document.querySelectorAll(".scripted")) {
    part.hidden = false;
  }
});
