"use strict";
// Works on annotated articles; without it words and facts are links to each other all the same.
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
  if (link && link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    history.replaceState(null, "", location.search + link.hash);
    gather(article, link);
  } else if (fact) {
    point(article, fact);
  } else if (event.target.closest(".all")) {
    clear(article);
  }
});
