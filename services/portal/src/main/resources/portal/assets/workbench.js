/* What was said about the last act is read out first; the focus then goes on from there. */
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("said")?.focus();
});
