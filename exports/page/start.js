// @ts-check
/** "Start here": what a planner would ask first, as lists of entities. */
import { make, more, nameOf, t, term, ties } from "./data.js";
import { change } from "./state.js";

const MOST = 8;

/** @param {string} key @param {any[]} items @param {boolean} open */
function section(key, items, open) {
  if (!items.length) return null;
  return make("details", { open }, make("summary", {}, t(key), make("span", { class: "note" }, String(items.length))),
    make("ul", { class: "plain-list" }, ...items.map((item) => make("li", {}, item))));
}

/** @param {(index: number, note?: string) => any} button @returns {any[]} */
export function startList(button) {
  const { zones, hubs, plans, funds, policies, cross } = more.start;
  const status = (/** @type {number} */ index) => term(more.nodes[index].status || "");
  const tie = (/** @type {number} */ i) => make("button", {
    type: "button", class: "row", click: () => change({ node: ties[i].from }),
  }, make("span", {}, nameOf(ties[i].from) + " "), make("span", { class: "note" }, term(ties[i].predicate)), make("span", {}, nameOf(ties[i].to)));
  return [
    make("h2", { id: "panel-name", tabindex: "-1" }, t("start")),
    section("start.zones", zones.slice(0, MOST * 2).map((/** @type {number[]} */ [i, n]) => button(i, t("start.items", { count: n }))), true),
    section("start.hubs", hubs.map((/** @type {number[]} */ [i, n]) => button(i, t("start.links", { count: n }))), true),
    section("start.plans", plans.slice(0, 40).map((i) => button(i, status(i))), plans.length <= MOST),
    section("start.funds", funds.slice(0, 40).map((i) => button(i)), funds.length <= 4),
    section("start.policies", policies.slice(0, 40).map((i) => button(i)), false),
    section("start.cross", cross.slice(0, 40).map(tie), false),
    make("div", { class: "acts" }, ...["gaps", "matrix", "time"].map((view) =>
      make("button", { type: "button", click: () => change({ view }) }, t("view." + view)))),
    make("p", { class: "note" }, t("credit")),
  ].filter(Boolean);
}
