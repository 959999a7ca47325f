/* The theme puts a navigation of one button into each block of code: as many landmarks of the same name. They are groups.
   A table that is too wide is scrolled in a box; the box can be reached by keyboard where there is something to scroll. */
function mend() {
  for (const one of document.querySelectorAll("nav.md-code__nav:not([role])")) one.setAttribute("role", "presentation");
  for (const one of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (one.scrollWidth > one.clientWidth) {
      if (one.tabIndex !== 0) {
        one.tabIndex = 0;
        one.setAttribute("role", "group");
        one.setAttribute("aria-label", "Table");
      }
    } else if (one.tabIndex === 0) one.removeAttribute("tabindex");
  }
}
new MutationObserver(mend).observe(document.documentElement, { childList: true, subtree: true });
addEventListener("load", mend);
addEventListener("resize", mend);
