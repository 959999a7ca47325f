/* The theme puts a navigation of one button into each block of code: as many landmarks of the same name. They are groups. */
new MutationObserver(() => {
  for (const one of document.querySelectorAll("nav.md-code__nav:not([role])")) one.setAttribute("role", "presentation");
}).observe(document.documentElement, { childList: true, subtree: true });
