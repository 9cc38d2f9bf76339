// Fields that belong to a choice are needed once it is made. Without this the server says so.

const form = document.querySelector("form.choices");

function need() {
  for (const part of form.querySelectorAll("[data-chosen]")) {
    const isChosen = document.getElementById(part.dataset.chosen).checked;
    for (const field of part.querySelectorAll("input")) {
      // one that is not asked for must not keep the form from being sent
      field.disabled = !isChosen;
      const instead = field.dataset.instead && document.getElementById(field.dataset.instead);
      field.required = isChosen && ("needed" in field.dataset || Boolean(instead && instead.value === ""));
    }
  }
}

form.addEventListener("input", need);
// a browser that comes back fills fields in after the page is there
window.addEventListener("pageshow", need);
need();
