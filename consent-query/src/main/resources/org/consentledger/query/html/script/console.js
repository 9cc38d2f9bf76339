// What a page's own markup cannot do; without it every page works all the same.

const problem = document.getElementById("problem");

// one popup at a time, and none once the reader went on
function closePopups(except) {
  for (const popup of document.querySelectorAll("details.popup[open]")) {
    if (popup !== except) {
      popup.open = false;
    }
  }
}

document.addEventListener("click", (event) => closePopups(event.target.closest("details.popup")));

document.addEventListener("keydown", (event) => {
  const popup = event.target.closest?.("details.popup[open]");
  if (event.key === "Escape" && popup) {
    popup.open = false;
    popup.querySelector("summary").focus();
  }
});

// an old problem is none of the next answer's
document.addEventListener("htmx:beforeRequest", () => {
  problem.textContent = "";
});

// nothing came back at all: say so in the words that the page has for it
document.addEventListener("htmx:sendError", () => {
  problem.textContent = problem.dataset.unreachable;
});
