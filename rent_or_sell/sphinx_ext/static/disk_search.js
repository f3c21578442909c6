// @ts-check
// Opened from a disk the search finds pages, and cannot quote them: a file may not read another.

if (location.protocol === "file:") {
  // @ts-expect-error: Sphinx's own script, before this one, declares it
  DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  const words = document.createElement("p");
  words.className = "search-from-disk";
  words.textContent =
    "These pages were opened from a disk, where a browser lets no page read another: the search " +
    "finds pages, and quotes nothing from them.";
  document.querySelector("#search-results")?.before(words);
}
