// @ts-check
/** 关系图: one entity in the middle, what points to it left, what it points to right, one to three steps. */
import { byId, entities, isForeign, make, more, nameOf, t, tag, tiesOf, ties } from "./data.js";
import { change, isTieShown, state } from "./state.js";
import { entityButton, tieWords } from "./entry.js";
import { quoteButton } from "./quotes.js";

/** How many are drawn around one entity at each step. */
const MOST = [40, 6, 4];
const cities = new Set(more.hubs);

/** @typedef {{index: number, tie: number, below: Leaf[], hidden: number}} Leaf */

/**
 * Who stands around, step by step, so that each is drawn once and as near as it is.
 * @param {(tie: number) => boolean} keep which relations of the middle begin this side
 * @param {Set<number>} seen
 */
function grow(keep, seen) {
  /** @type {Leaf} */
  const middle = { index: state.node, tie: -1, below: [], hidden: 0 };
  let level = [middle];
  for (let depth = 0; depth < state.hops; depth++) {
    /** @type {Leaf[]} */
    const next = [];
    for (const leaf of level) {
      if (depth && cities.has(leaf.index)) continue;
      for (const i of tiesOf[leaf.index]) {
        const other = ties[i].from === leaf.index ? ties[i].to : ties[i].from;
        if (ties[i].style === "claim" || !isTieShown(i) || seen.has(other) || (!depth && !keep(i))) continue;
        if (leaf.below.length === MOST[depth]) leaf.hidden += 1;
        else {
          seen.add(other);
          leaf.below.push({ index: other, tie: i, below: [], hidden: 0 });
        }
      }
      next.push(...leaf.below);
    }
    level = next;
  }
  return middle;
}

/** What hangs on one entity, by the words that lead to it. @param {Leaf} leaf @returns {any} */
function branch(leaf) {
  /** @type {Map<string, Leaf[]>} */
  const found = new Map();
  for (const one of leaf.below) {
    const words = tieWords(one.tie, leaf.index);
    found.set(words, [...(found.get(words) || []), one]);
  }
  const items = [...found].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([words, list]) =>
    make("li", { class: "by" }, make("span", { class: "how" }, words), make("ul", {}, ...list.map((one) =>
      make("li", { class: ties[one.tie].style }, make("div", { class: "leaf" }, entityButton(one.index),
        quoteButton(`${nameOf(leaf.index)} ${words} ${nameOf(one.index)}`, ties[one.tie].proofs)), branch(one))))));
  if (leaf.hidden) items.push(make("li", { class: "by note" }, t("focus.more", { count: leaf.hidden })));
  return items.length ? make("ul", { class: "branch" }, ...items) : null;
}

/** @param {boolean} outward @param {Set<number>} seen */
function side(outward, seen) {
  const made = branch(grow((tie) => (ties[tie].from === state.node) === outward, seen));
  return make("div", { class: "side " + (outward ? "out" : "in"), role: "group", "aria-label": t(outward ? "focus.out" : "focus.in") }, made);
}

export function updateFocus() {
  const place = byId("view-focus");
  if (state.view !== "focus") {
    place.replaceChildren();
    return;
  }
  if (state.node < 0) {
    const hubs = more.start.hubs.map((/** @type {number[]} */ [i, n]) => make("li", {}, entityButton(i, t("start.links", { count: n }))));
    place.replaceChildren(make("p", { class: "lead" }, t("focus.hint")), make("ul", { class: "plain-list narrow" }, ...hubs));
    return;
  }
  const entity = entities[state.node];
  // What the middle is tied to itself keeps its place on its own side.
  const near = tiesOf[state.node].map((i) => [ties[i].from === state.node, ties[i].from === state.node ? ties[i].to : ties[i].from]);
  const sides = [false, true].map((outward) => side(outward, new Set([state.node, ...near.filter(([out]) => out !== outward).map(([, other]) => Number(other))])));
  const hops = make("div", { class: "bar" }, t("focus.hops"), ...[1, 2, 3].map((n) => make("button", {
    type: "button", "aria-pressed": String(state.hops === n), click: () => change({ hops: n }),
  }, String(n))), make("span", { class: "note" }, t("focus.note")));
  place.replaceChildren(hops, make("div", { class: "ego h" + state.hops }, sides[0],
    make("div", { class: "hub", lang: isForeign(state.node) ? "zh" : null }, tag(entity.group, entity.badge), make("span", {}, nameOf(state.node))), sides[1]));
}
