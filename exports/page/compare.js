// @ts-check
/** 对照: two parks, zones or bodies side by side, each difference with its sentences. */
import { byId, entities, insideOf, inverse, language, make, more, nameOf, t, tag, term, ties, tiesOf } from "./data.js";
import { change, isTieShown, state } from "./state.js";
import { entityButton } from "./entry.js";
import { picker } from "./search.js";
import { openSheet, quoteButton } from "./quotes.js";
import { valueText } from "./time.js";

/** Who stands at the other end, by relation. @param {number} index @returns {Map<string, Map<number, number[]>>} */
function relations(index) {
  const found = new Map();
  for (const i of tiesOf[index]) {
    const tie = ties[i];
    if (tie.style === "claim" || !isTieShown(i)) continue;
    const words = tie.from === index ? term(tie.predicate) : inverse(tie.predicate);
    if (!found.has(words)) found.set(words, new Map());
    found.get(words).set(tie.from === index ? tie.to : tie.from, tie.proofs);
  }
  return found;
}

/** @param {string} title @param {any[]} left @param {any[]} both @param {any[]} right */
function row(title, left, both, right) {
  const cell = (/** @type {string} */ name, /** @type {any[]} */ items) =>
    make("td", { "data-name": name, class: items.length ? "" : "none" }, ...(items.length ? items : ["–"]));
  return make("tr", {}, make("th", { scope: "row" }, title), cell(nameOf(state.one), left),
    cell(t("compare.both"), both), cell(nameOf(state.other), right));
}

function typeRows() {
  const sides = [state.one, state.other].map(insideOf);
  return more.groups.flatMap((group) => {
    const lists = sides.map((side) => side.filter((i) => entities[i].group === group.id));
    if (!lists[0].length && !lists[1].length) return [];
    const name = group[language.now];
    const count = (/** @type {number[]} */ list, /** @type {number} */ owner) => list.length ? [make("button", {
      type: "button", class: "count", click: () => openSheet(`${nameOf(owner)} · ${name}`, list.map((i) => entityButton(i))),
    }, tag(group.id), String(list.length))] : [];
    return [row(t("compare.holds", { name }), count(lists[0], state.one), [], count(lists[1], state.other))];
  });
}

function relationRows() {
  const [left, right] = [relations(state.one), relations(state.other)];
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  return names.map((words) => {
    const a = left.get(words) || new Map(), b = right.get(words) || new Map();
    const item = (/** @type {number} */ other, /** @type {number[][]} */ ...proofs) => make("div", { class: "fact" },
      entityButton(other), ...proofs.map((list, i) => quoteButton(`${nameOf(i || !a.has(other) ? state.other : state.one)} ${words} ${nameOf(other)}`, list)));
    return row(words, [...a].filter(([i]) => !b.has(i)).map(([i, proofs]) => item(i, proofs)),
      [...a].filter(([i]) => b.has(i)).map(([i, proofs]) => item(i, proofs, b.get(i))),
      [...b].filter(([i]) => !a.has(i)).map(([i, proofs]) => item(i, proofs)));
  });
}

function numberRows() {
  const mine = (/** @type {number} */ index, /** @type {string} */ name) => more.numbers
    .filter((n) => n.node === index && n.indicator[language.now] === name)
    .map((n) => make("div", { class: "fact" }, make("b", {}, valueText(n)),
      make("span", { class: "note" }, n.asOf || t("asof.none")),
      n.modality !== "asserted" ? make("span", { class: "flag" }, term(n.modality)) : null, quoteButton(`${nameOf(index)} · ${name}`, n.proofs)));
  const names = new Set(more.numbers.filter((n) => n.node === state.one || n.node === state.other)
    .map((n) => n.indicator[language.now]));
  const told = [...names].map((name) => ({ name, left: mine(state.one, name), right: mine(state.other, name) }));
  told.sort((a, b) => Number(b.left.length && b.right.length) - Number(a.left.length && a.right.length) || (a.name < b.name ? -1 : 1));
  return told.map(({ name, left, right }) => row(name, left, [], right));
}

/** @param {string} key @param {any[]} rows */
function block(key, rows) {
  return rows.length ? [make("tbody", {}, make("tr", {}, make("th", { class: "part", colspan: "4", scope: "rowgroup" }, t(key))), ...rows)] : [];
}

/** @param {Set<string>} changed */
export function updateCompare(changed) {
  const place = byId("view-compare");
  if (state.view !== "compare") {
    place.replaceChildren();
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  const held = document.activeElement ? document.activeElement.id : "";
  const bar = make("div", { class: "bar" }, picker("compare-one", t("compare.one"), state.one, (index) => change({ one: index })),
    picker("compare-other", t("compare.other"), state.other, (index) => change({ other: index })));
  if (state.one < 0 || state.other < 0 || state.one === state.other) {
    const [a, b] = more.zones;
    const suggest = a !== undefined && b !== undefined ? make("button", { type: "button", click: () => change({ one: a, other: b }) },
      t("compare.try", { one: nameOf(a), other: nameOf(b) })) : null;
    place.replaceChildren(bar, make("p", { class: "lead" }, t("compare.hint")), ...[suggest].filter(Boolean));
  } else {
    const heads = [nameOf(state.one), t("compare.both"), nameOf(state.other)];
    place.replaceChildren(bar, make("p", { class: "note" }, t("gaps.note")), make("table", { class: "compare" },
      make("thead", {}, make("tr", {}, make("td", {}), ...heads.map((name) => make("th", { scope: "col" }, name)))),
      ...block("compare.types", typeRows()), ...block("relations", relationRows()), ...block("numbers", numberRows())));
  }
  if (held) place.querySelector("#" + CSS.escape(held))?.focus();
}
