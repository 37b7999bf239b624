// @ts-check
/** 缺口: what the analysis finds, each with what it means, what it does not, and the text behind it. */
import { byId, entities, language, make, more, nameOf, t, term } from "./data.js";
import { isShown, state } from "./state.js";
import { entityButton, entityLink, tieRow } from "./entry.js";
import { openSheet } from "./quotes.js";

/** With fewer sentences, nobody would expect to be told everything of a place. */
const FEW = 3;
const MOST = 80;

/** @typedef {{place: number, held: Record<string, number[]>, lacks: Record<string, string>, told: number[]}} Place */

/** @param {string} text @param {string} title @param {() => any[]} content @param {string} [css] */
function opener(text, title, content, css) {
  return make("button", { type: "button", class: css || "count", "aria-label": `${title}: ${text}`, click: () => openSheet(title, content()) }, text);
}

/** @param {Place} one @param {string} cls */
function cell(one, cls) {
  const list = one.held[cls] || [];
  const title = `${nameOf(one.place)} · ${term(cls)}`;
  const lack = one.lacks[cls];
  const count = list.length ? opener(String(list.length), title, () => list.map((i) => entityButton(i))) : null;
  const why = lack ? make("span", { class: lack === "missing" ? "" : "flag" + (lack === "inferred" ? " solid" : "") }, t("gaps." + lack)) : null;
  return make("td", { "data-name": term(cls), class: lack === "missing" ? "gap" : "" }, count, why);
}

/** @param {Place} one */
function line(one) {
  const [sentences, articles, sources] = one.told;
  return make("tr", {}, make("th", { scope: "row" }, entityLink(one.place)), ...more.survey.sought.map((cls) => cell(one, cls)),
    make("td", { "data-name": t("gaps.coverage"), class: "note" }, t("gaps.told", { sentences, articles, sources })));
}

/** @param {Place[]} list */
function table(list) {
  return make("table", { class: "grid" }, make("thead", {}, make("tr", {}, make("td", {}),
    ...more.survey.sought.map((cls) => make("th", { scope: "col" }, term(cls))), make("th", { scope: "col" }, t("gaps.coverage")))),
  make("tbody", {}, ...list.slice(0, MOST).map(line)));
}

function places() {
  const shown = more.survey.places.filter((one) => isShown(one.place));
  const told = shown.filter((one) => one.told[0] >= FEW);
  const named = shown.filter((one) => one.told[0] < FEW);
  return [told.length ? table(told) : null, named.length ? make("details", {}, make("summary", {}, t("gaps.named", { count: named.length })), table(named)) : null];
}

/** Something that opens the relations behind it. @param {any[]} label @param {string} note @param {number[]} numbers */
function folded(label, note, numbers) {
  const made = make("details", {}, make("summary", {}, ...label, make("span", { class: "note" }, note)));
  made.addEventListener("toggle", () => {
    if (made.open && made.children.length === 1) made.append(...numbers.map(tieRow));
  });
  return made;
}

/** @param {string} measure @param {any[]} items */
function block(measure, items) {
  const { name, says } = more.survey.meanings[measure][language.now];
  const kept = items.filter(Boolean);
  return [make("h2", {}, name), make("p", { class: "note" }, says), ...(kept.length ? kept : [make("p", { class: "lead" }, t("gaps.nothing"))])];
}

/** @param {Set<string>} changed */
export function updateGaps(changed) {
  const place = byId("view-gaps");
  if (state.view !== "gaps") {
    place.replaceChildren();
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  const { overlaps, strays, ties, cuts, bridges } = more.survey;
  const ends = (/** @type {number} */ a, /** @type {number} */ b) => [make("b", {}, nameOf(a)), " — ", make("b", {}, nameOf(b))];
  const stray = strays.filter(isShown).slice(0, MOST);
  place.replaceChildren(
    make("p", { class: "caveat" }, t("gaps.caveat", { articles: more.articles.length, entities: entities.length })),
    ...block("gap", places()),
    ...block("overlap", overlaps.filter(([theme]) => isShown(theme)).map(([theme, numbers]) =>
      folded([nameOf(theme)], t("gaps.claims", { count: numbers.length }), numbers))),
    ...block("stray", [stray.length ? make("ul", { class: "plain-list columns" }, ...stray.map((i) => make("li", {}, entityButton(i)))) : null]),
    ...block("projection", ties.slice(0, 24).map(([a, b, weight, numbers]) =>
      folded(ends(a, b), t("gaps.weight", { weight: weight.toFixed(1), count: numbers.length }), numbers))),
    ...block("cut", cuts.map(([thing, lost, behind]) => make("div", { class: "fact" }, entityButton(thing),
      opener(t("gaps.lost", { count: lost }), nameOf(thing), () => behind.map((i) => entityButton(i)), "other")))),
    ...block("bridge", bridges.map(([a, b, part, numbers]) =>
      folded(ends(a, b), t("gaps.part", { count: part }), numbers))));
}
