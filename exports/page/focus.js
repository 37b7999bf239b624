// @ts-check
/** 关系图: one entity in the middle, what points to it left, what it points to right. */
import { byId, inverse, isForeign, make, nameOf, t, term, ties, tiesOf } from "./data.js";
import { change, isTieShown, state } from "./state.js";
import { entityButton } from "./panel.js";

const MOST = 14;

/** @param {number} index @param {boolean} outward @returns {Map<string, number[]>} */
function sections(index, outward) {
  const found = new Map();
  for (const i of tiesOf[index]) {
    const tie = ties[i];
    if (tie.style === "claim" || !isTieShown(i) || (tie.from === index) !== outward) continue;
    if (!found.has(tie.predicate)) found.set(tie.predicate, []);
    found.get(tie.predicate).push(i);
  }
  return found;
}

/** @param {number} index @param {number} from */
function second(index, from) {
  const list = tiesOf[index].filter((i) => ties[i].style !== "claim" && isTieShown(i) && ties[i].from !== from && ties[i].to !== from);
  return make("ul", { class: "plain-list second" }, ...list.slice(0, 5).map((i) => {
    const out = ties[i].from === index;
    return make("li", {}, entityButton(out ? ties[i].to : ties[i].from, out ? term(ties[i].predicate) : inverse(ties[i].predicate)));
  }), list.length > 5 ? make("li", { class: "note" }, t("count.more", { count: list.length - 5 })) : null);
}

/** @param {number} index @param {boolean} outward */
function side(index, outward) {
  const made = [];
  for (const [predicate, list] of [...sections(index, outward)].sort()) {
    const rows = list.slice(0, MOST).flatMap((i) => {
      const other = outward ? ties[i].to : ties[i].from;
      const row = entityButton(other);
      if (ties[i].style === "planned") row.classList.add("dash");
      return state.hops > 1 ? [row, second(other, index)] : [row];
    });
    if (list.length > MOST) rows.push(make("p", { class: "note" }, t("focus.more", { count: list.length - MOST })));
    made.push(make("fieldset", {}, make("legend", {}, (outward ? term(predicate) + " →" : inverse(predicate) + " ←")), ...rows));
  }
  return make("div", { class: "side", "aria-label": t(outward ? "focus.out" : "focus.in"), role: "group" }, ...made);
}

export function updateFocus() {
  const place = byId("view-focus");
  if (state.view !== "focus") return;
  if (state.node < 0) {
    place.replaceChildren(make("p", { class: "note" }, t("focus.hint")));
    return;
  }
  const hops = make("div", { class: "hops" }, t("focus.hops"), ...[1, 2].map((n) => make("button", {
    type: "button", "aria-pressed": String(state.hops === n), click: () => change({ hops: n }),
  }, String(n))));
  place.replaceChildren(hops, make("div", { class: "ego" }, side(state.node, false),
    make("div", { class: "hub", lang: isForeign(state.node) ? "zh" : null }, nameOf(state.node)), side(state.node, true)));
}
