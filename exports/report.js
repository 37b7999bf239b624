"use strict";
// The page works without this: it keeps the language in the root and across pages.
const english = document.getElementById("english");
const pages = document.querySelectorAll('a[href*=".html"]');
function speak() {
  document.documentElement.lang = english.checked ? "en" : "zh";
  // The pages of a report that has several speak the language that was chosen in one.
  for (const page of pages) {
    const [file, place] = page.getAttribute("href").split("#");
    const search = english.checked ? "?en" : "";
    page.setAttribute("href", file.split("?")[0] + search + (place ? `#${place}` : ""));
  }
}
english.checked ||= location.search === "?en";
english.addEventListener("change", speak);
speak();
