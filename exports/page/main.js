// @ts-check
/** Start the page and keep its parts in step with the state. */
import { byId, entities, language, make, more, nameOf, t, tag, ties } from "./data.js";
import { change, onChange, readHash, state, VIEWS } from "./state.js";
import { drawForPrint, openFullMap, paintCrumbs, pan, startMap, updateMap, whereIs } from "./map.js";
import { closeSheet, copyText } from "./quotes.js";
import { updatePanel } from "./panel.js";
import { startSearch, updateSearch } from "./search.js";
import { updateFilters } from "./filters.js";
import { updateOutline } from "./outline.js";
import { updateTable } from "./table.js";
import { updateFocus } from "./focus.js";
import { updateMatrix } from "./matrix.js";
import { updateTime } from "./time.js";
import { updateGaps } from "./gaps.js";
import { updatePaths } from "./paths.js";
import { updateCompare } from "./compare.js";

const root = document.documentElement;
const narrow = matchMedia("(max-width: 820px)");

function paintWords() {
  root.lang = language.now;
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(/** @type {HTMLElement} */ (element).dataset.t || "");
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    const words = t(/** @type {HTMLElement} */ (element).dataset.label || "");
    element.setAttribute("aria-label", words);
    if (element instanceof HTMLButtonElement) element.title = words;
  }
  const title = more.top >= 0 ? t("title", { place: nameOf(more.top) }) : t("title.none");
  byId("title").textContent = title;
  document.title = title;
  const dates = more.articles.map((a) => a.date).filter(Boolean).sort();
  const articles = more.articles.length === 1 ? t("scope.one", more.articles[0])
    : t("scope.many", { count: more.articles.length, from: dates[0] || "–", to: dates[dates.length - 1] || "–" });
  const [quoted, all] = more.coverage;
  const told = ties.filter((tie) => tie.style !== "inferred" && tie.style !== "claim").length;
  byId("scope").textContent = t("scope", { articles, nodes: entities.length, links: told, numbers: more.numbers.length, posts: more.posts.length }) +
    " · " + t("coverage", { quoted, all });
  byId("scope").title = byId("scope").textContent;
  paintLegend();
}

function paintLegend() {
  const used = new Set(entities.map((e) => e.group));
  const keys = more.groups.filter((g) => used.has(g.id)).map((g) =>
    make("span", {}, tag(g.id), " " + g[language.now]));
  const line = (/** @type {string} */ css, /** @type {string} */ key) => make("span", {}, make("i", { class: css }), t(key));
  byId("legend").replaceChildren(make("span", { class: "keys" }, ...keys), line("box", "legend.dashed"), line("lane", "legend.lane"),
    make("span", {}, "◔ ", t("legend.pie")), line("", "legend.stated"), line("planned", "legend.planned"), line("inferred", "legend.inferred"));
}

function paintViews() {
  root.dataset.view = state.view;
  for (const view of VIEWS) {
    byId("view-" + view).hidden = state.view !== view;
    byId("tab-" + view).setAttribute("aria-selected", String(state.view === view));
    byId("tab-" + view).tabIndex = state.view === view ? 0 : -1;
  }
}

function paintTheme() {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "dark" : "light";
}

onChange((changed) => {
  if (changed.has("theme")) paintTheme();
  if (changed.has("language")) paintWords();
  const words = changed.has("language");
  if (words || changed.has("view")) paintViews();
  const filters = ["off", "relOff", "statusOff", "inferred"].some((name) => changed.has(name));
  if (words || filters) updateFilters();
  if (words) updateSearch();
  updateMap(changed);
  if (words || filters || changed.has("node")) updatePanel();
  updateViews(changed);
  if (changed.has("node") && state.node >= 0) byId("live").textContent = t("selected", { name: nameOf(state.node) });
});

/** Paint the view on show, and empty those that are not. @param {Set<string>} changed */
function updateViews(changed) {
  if (changed.has("view")) closeSheet();
  updateOutline(changed);
  updateTable(changed);
  updateFocus();
  updateMatrix(changed);
  updateTime(changed);
  updateGaps(changed);
  updatePaths(changed);
  updateCompare(changed);
}

function startButtons() {
  const tabs = VIEWS;
  for (const view of tabs) {
    byId("tab-" + view).addEventListener("click", () => change({ view }));
    byId("tab-" + view).addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (!step) return;
      const next = tabs[(tabs.indexOf(view) + step + tabs.length) % tabs.length];
      change({ view: next });
      byId("tab-" + next).focus();
    });
  }
  byId("language").addEventListener("click", () => change({ language: language.now === "zh" ? "en" : "zh" }));
  byId("theme").addEventListener("click", () => change({ theme: root.dataset.theme === "dark" ? "light" : "dark" }));
  byId("print").addEventListener("click", () => window.print());
  byId("link").addEventListener("click", async () => {
    await copyText(location.href);
    byId("link").textContent = t("link.done");
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("query").focus();
    } else if (event.key === "Escape" && !byId("sheet").open) {
      if (root.classList.contains("full")) root.classList.remove("full");
      else if (state.node >= 0) change({ node: -1 });
      else if (state.scene) change({ scene: "" });
    }
  });
  const back = () => change(readHash());
  window.addEventListener("beforeprint", drawForPrint);
  window.addEventListener("popstate", back);
  window.addEventListener("hashchange", back);
}

const first = readHash();
if (narrow.matches && !location.hash) first.view = "outline";
language.now = first.language;
Object.assign(state, first, { language: undefined });
root.classList.remove("plain");
paintTheme();
startMap(() => {
  performance.mark("first-picture");
  root.classList.add("drawn");
});
paintWords();
paintViews();
updateSearch();
updateFilters();
updatePanel();
paintCrumbs();
updateViews(new Set(["view"]));
startSearch();
startButtons();
root.classList.add("ready");
/** @type {any} */ (window).onecity = { state, change, whereIs, openFullMap, pan };
