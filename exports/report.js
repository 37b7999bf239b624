"use strict";
// The page works without this: it keeps the language in the root and gathers what belongs together.
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

const all = (place, query) => [...place.querySelectorAll(query)];

function clear(article) {
  for (const element of all(article, ".here")) element.classList.remove("here");
  article.querySelector(".facts").classList.remove("only");
  article.querySelector(".some").textContent = "";
  article.querySelector(".all").hidden = true;
}

// All facts read in the words of a link, and no others.
function gather(article, link) {
  clear(article);
  const numbers = link.dataset.f.split(" ");
  const panel = article.querySelector(".facts");
  for (const number of numbers) {
    document.getElementById(`${article.id}-f${number}`).classList.add("here");
  }
  panel.classList.add("only");
  panel.scrollTop = 0;
  link.classList.add("here");
  article.querySelector(".some").textContent = `${numbers.length} / ${panel.querySelectorAll("li").length}`;
  article.querySelector(".all").hidden = false;
}

// All words of one fact, wherever they stand.
function point(article, fact) {
  for (const link of all(article, ".text .here")) link.classList.remove("here");
  const number = fact.id.slice(article.id.length + 2);
  for (const link of all(article, `.text a[data-f~="${number}"]`)) link.classList.add("here");
}

document.addEventListener("click", (event) => {
  const article = event.target.closest(".article");
  if (!article) return;
  const link = event.target.closest(".text a");
  const fact = event.target.closest(".facts li");
  if (link) {
    event.preventDefault();
    history.replaceState(null, "", location.search + link.hash);
    gather(article, link);
  } else if (fact) {
    point(article, fact);
  } else if (event.target.closest(".all")) {
    clear(article);
  }
});
