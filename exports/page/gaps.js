// @ts-check
/** 缺口: what the articles do not tell of a place, what several claim, and on how much text that stands. */
import { byId, entities, groups, language, make, more, nameOf, t, tag } from "./data.js";
import { isShown, state } from "./state.js";
import { entityButton, entityLink, tieRow } from "./entry.js";
import { openSheet, quotations } from "./quotes.js";

const MOST = 80;
const FEW = 3;

/** @typedef {{place: number, held: Record<string, number[]>, articles: number, sentences: number, sources: number, proofs: number[]}} Place */

/** @param {number[]} list @param {string} title */
function has(list, title) {
  return make("button", {
    type: "button", class: "count", "aria-label": `${title}: ${list.length}`,
    click: () => openSheet(title, list.map((i) => entityButton(i))),
  }, String(list.length));
}

/** @param {Place} one @param {string[]} kinds */
function line(one, kinds) {
  const told = make("button", {
    type: "button", class: "other", click: () => openSheet(nameOf(one.place), quotations(one.proofs)),
  }, t("gaps.told", one));
  return make("tr", {}, make("th", { scope: "row" }, entityLink(one.place)), ...kinds.map((kind) => {
    const name = groups.get(kind)[language.now];
    const list = one.held[kind] || [];
    return make("td", { "data-name": name, class: list.length ? "" : "gap" }, list.length ? has(list, `${nameOf(one.place)} · ${name}`) : t("gaps.none"));
  }), make("td", { "data-name": t("gaps.coverage") }, one.sentences ? told : t("gaps.told", one)));
}

/** @param {string} key @param {any[]} items */
function block(key, items) {
  return [make("h2", {}, t(key)), make("p", { class: "note" }, t(key + ".note")), ...(items.length ? items : [make("p", { class: "lead" }, t("gaps.nothing"))])];
}

/** Industries that several places say they work on. */
function overlaps() {
  const shown = more.gaps.overlaps.filter((/** @type {any[]} */ [industry]) => isShown(industry));
  return shown.slice(0, MOST).map((/** @type {[number, number[]]} */ [industry, list]) =>
    make("details", {}, make("summary", {}, nameOf(industry), make("span", { class: "note" }, t("gaps.claims", { count: list.length }))), ...list.map(tieRow)));
}

/** Platforms of which no place is told. */
function homeless() {
  const list = more.gaps.homeless.filter(isShown);
  return list.length ? [make("ul", { class: "plain-list columns" }, ...list.slice(0, MOST).map((/** @type {number} */ i) => make("li", {}, entityButton(i))))] : [];
}

/** @param {Set<string>} changed */
export function updateGaps(changed) {
  const place = byId("view-gaps");
  if (state.view !== "gaps") {
    place.replaceChildren();
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  const kinds = more.gaps.kinds;
  const rows = more.gaps.places.filter((/** @type {Place} */ one) => isShown(one.place));
  // Of what stands in a sentence or two, nobody would expect to be told everything.
  const [told, named] = [rows.filter((/** @type {Place} */ one) => one.sentences >= FEW), rows.filter((/** @type {Place} */ one) => one.sentences < FEW)];
  const table = (/** @type {Place[]} */ list) => make("table", { class: "grid" }, make("thead", {}, make("tr", {}, make("td", {}),
    ...kinds.map((/** @type {string} */ kind) => make("th", { scope: "col" }, tag(kind), make("span", {}, groups.get(kind)[language.now]))),
    make("th", { scope: "col" }, t("gaps.coverage")))), make("tbody", {}, ...list.slice(0, MOST).map((one) => line(one, kinds))));
  place.replaceChildren(make("p", { class: "caveat" }, t("gaps.caveat", { articles: more.articles.length, entities: entities.length })),
    ...block("gaps.places", [
      told.length ? table(told) : null, named.length ? make("details", {}, make("summary", {}, t("gaps.named", { count: named.length })), table(named)) : null].filter(Boolean)), ...block("gaps.overlaps", overlaps()), ...block("gaps.homeless", homeless()));
}
