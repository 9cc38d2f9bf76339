// A replay's page, while it has not ended: how it comes along, and then what it found. What it says is in the page, in the
// reader's language; here are only the keys to it.

const course = document.querySelector(".course");
const said = document.getElementById("said");
const texts = new Map(Array.from(document.getElementById("texts").content.querySelectorAll("[data-text]"),
  (element) => [element.dataset.text, element.textContent]));
const number = new Intl.NumberFormat(document.documentElement.lang);

/** A screen reader is told at each of these, and when something else begins; not each time. */
const TOLD_AT = 25;

let toldState = course?.querySelector("[data-of=state]").textContent;
let toldPercent = 0;

const text = (key, ...values) => texts.get(key).replace(/\{(\d)\}/g, (place, at) => String(values[at] ?? place));

// as the server writes it
function lasting(seconds) {
  return seconds === null ? "–"
    : seconds < 100 ? `${Math.max(1, seconds)} s`
      : seconds < 6000 ? `${Math.floor(seconds / 60)} min`
        : `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
}

function show(of, value) {
  const place = course.querySelector(`[data-of="${of}"]`);
  if (place.textContent !== value) {
    place.textContent = value;
  }
}

function tell(replay) {
  const state = replay.phase === null ? text(replay.state) : text(replay.phase);
  const percent = Math.floor(replay.percent / TOLD_AT) * TOLD_AT;
  if (state !== toldState) {
    said.textContent = state;
  } else if (percent > toldPercent) {
    said.textContent = text("said.progress", replay.percent, lasting(replay.secondsLeft));
  }
  toldState = state;
  toldPercent = Math.max(percent, toldPercent);
}

function showAll(replay) {
  const state = course.querySelector("[data-of=state]");
  state.className = `state ${replay.state === "RUNNING" ? "reported" : "none"}`;
  show("state", text(replay.state));
  if (replay.phase !== null) {
    show("phase", text(replay.phase));
  }
  course.querySelector("progress").value = replay.percent;
  show("percent", `${replay.percent} %`);
  show("eventsRead", number.format(replay.eventsRead));
  show("eventsTotal", replay.eventsTotal === null ? "–" : number.format(replay.eventsTotal));
  show("eventsPerSecond", number.format(replay.eventsPerSecond));
  show("secondsLeft", lasting(replay.secondsLeft));
}

async function end(replay) {
  await window.htmx.ajax("GET", course.dataset.page, { target: "#replay", swap: "outerHTML" });
  said.textContent = text("said.end", text(replay.state));
}

function follow() {
  const again = document.getElementById("look-again");
  const unfollowed = document.getElementById("unfollowed");
  const source = new EventSource(course.dataset.progress);
  again.hidden = true;
  source.addEventListener("progress", (event) => {
    const replay = JSON.parse(event.data);
    unfollowed.hidden = true;
    if (event.lastEventId === "end") {
      source.close();
      end(replay);
    } else {
      showAll(replay);
      tell(replay);
    }
  });
  // a browser comes back by itself, unless it was told that it may not, or not now
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) {
      again.hidden = false;
      unfollowed.hidden = false;
    }
  });
}

if (course) {
  follow();
}
