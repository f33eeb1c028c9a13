/* Commands that a reader can copy name the host that the page came from. */
document.addEventListener("DOMContentLoaded", () => {
  for (const address of document.querySelectorAll("[data-origin]")) {
    address.textContent = address.textContent.replace(/^\//, location.origin + "/");
  }
});

/* Filters the rows while the reader types. Without this script the search button asks the server. */
document.addEventListener("DOMContentLoaded", () => {
  const field = document.getElementById("q");
  const rows = [...document.querySelectorAll("#ranking tbody tr")];
  if (!field || new URLSearchParams(location.search).get("q")) {
    return;
  }
  const found = document.getElementById("found");
  const none = document.getElementById("none");
  field.form.querySelector("button").hidden = true;
  field.form.addEventListener("submit", event => event.preventDefault());
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.dataset.find.includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    none.classList.toggle("away", shown > 0);
    found.textContent = wanted ? found.dataset.text.replace("{0}", shown).replace("{1}", rows.length) : "";
  });
});
