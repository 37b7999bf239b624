// @ts-check
/** 时间: what stands on which rung of the ladder, and numbers over time, targets apart from facts. */
import { byId, disc, entities, language, make, more, nameOf, t, term } from "./data.js";
import { isShown, state } from "./state.js";
import { entityButton, entityLink } from "./entry.js";
import { quoteButton } from "./quotes.js";

const STEP = 25;
let limit = STEP;

/** A number as it is written, or in English its value with its unit. @param {any} n */
export function valueText(n) {
  const plain = n.value ? Number(n.value).toLocaleString("en-US", { maximumFractionDigits: 4 }) : "";
  const unit = n.unit && n.unit !== "NUM" ? term("unit:" + n.unit).replace("unit:", "") : "";
  const about = n.approximator ? term(n.approximator) + " " : "";
  const counted = about + (plain + " " + unit).trim();
  return language.now === "en" && plain ? counted : n.text || counted;
}

function ladder() {
  const columns = more.statuses.map((status) => ({
    status, here: entities.filter((e) => e.status === status && isShown(e.index)),
  }));
  const board = make("div", { class: "ladder" }, ...columns.map(({ status, here }) =>
    make("section", { class: "rung" + (more.unbuilt.includes(status) ? " unbuilt" : "") + (here.length ? "" : " empty") },
      make("h3", {}, disc(status), " " + term(status), make("span", { class: "n" }, String(here.length))),
      make("ul", { class: "plain-list" }, ...here.slice(0, 60).map((e) => make("li", { class: "fact" }, entityButton(e.index),
        quoteButton(nameOf(e.index) + " · " + term(status), e.statusProofs))),
      here.length > 60 ? make("li", { class: "note" }, t("count.more", { count: here.length - 60 })) : null))));
  board.style.setProperty("--rungs", columns.map(({ here }) => (here.length ? "minmax(0,1fr)" : "max-content")).join(" "));
  return board;
}

/** A year and its part, such as 2021.29 for 2021-04; NaN without a date. @param {string} date */
function moment(date) {
  const [year, month, day] = date.split("-").map((part) => parseInt(part, 10));
  return year + ((month || 1) - 1) / 12 + ((day || 1) - 1) / 365;
}

/** @param {any} n @param {number[]} range */
function mark(n, range) {
  const when = moment(n.asOf);
  if (!Number.isFinite(when)) return null;
  const dot = make("i", { class: n.modality === "asserted" ? "dot" : "dot hollow" });
  dot.style.left = 100 * (range[1] > range[0] ? (when - range[0]) / (range[1] - range[0]) : 0.5) + "%";
  return dot;
}

/** @param {any} n */
function value(n) {
  return make("div", { class: "fact" }, make("b", {}, valueText(n)),
    make("span", { class: "note" }, n.asOf ? t("asof", { date: n.asOf }) : t("asof.none")),
    n.modality !== "asserted" && n.modality !== "target" ? make("span", { class: "flag" }, term(n.modality)) : null,
    quoteButton(`${nameOf(n.node)} · ${n.indicator[language.now]} · ${valueText(n)}`, n.proofs));
}

/** Numbers by what is counted, then by whom; the most often told first. */
function byIndicator() {
  /** @type {Map<string, Map<number, any[]>>} */
  const found = new Map();
  for (const n of more.numbers) {
    if (!isShown(n.node)) continue;
    const name = n.indicator[language.now];
    if (!found.has(name)) found.set(name, new Map());
    const row = /** @type {Map<number, any[]>} */ (found.get(name));
    row.set(n.node, [...(row.get(n.node) || []), n]);
  }
  const size = (/** @type {Map<number, any[]>} */ row) => [...row.values()].flat().length;
  return [...found].sort((a, b) => size(b[1]) - size(a[1]) || (a[0] < b[0] ? -1 : 1));
}

function numbers() {
  const groups = byIndicator();
  if (!groups.length) return [make("p", { class: "lead" }, t("time.none"))];
  const moments = more.numbers.map((n) => moment(n.asOf)).filter(Number.isFinite);
  const range = [Math.floor(Math.min(...moments)), Math.ceil(Math.max(...moments))];
  const rows = groups.slice(0, limit).flatMap(([name, entries]) => [...entries].map(([node, list], place) => {
    const ordered = [...list].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    const facts = ordered.filter((n) => n.modality === "asserted");
    const rest = ordered.filter((n) => n.modality !== "asserted");
    return make("tr", {}, place ? null : make("th", { scope: "rowgroup", rowspan: String(entries.size) }, name),
      make("td", {}, entityLink(node)), make("td", { class: "axis" }, ...ordered.map((n) => mark(n, range))),
      make("td", { "data-name": t("time.facts") }, ...facts.map(value)), make("td", { "data-name": t("time.targets"), class: "targets" }, ...rest.map(value)));
  }));
  const axis = moments.length ? make("span", { class: "ends" }, make("span", {}, String(range[0])), make("span", {}, String(range[1]))) : "";
  const left = groups.length - limit;
  return [make("table", { class: "numbers" }, make("thead", {}, make("tr", {}, ...["indicator", "of"].map((key) => make("th", { scope: "col" }, t("time." + key))),
    make("th", { scope: "col", class: "axis" }, make("span", { class: "quiet" }, t("time.axis")), axis),
    ...["facts", "targets"].map((key) => make("th", { scope: "col" }, make("i", { class: key === "facts" ? "dot" : "dot hollow" }), t("time." + key))))),
  make("tbody", {}, ...rows)),
  left > 0 ? make("button", { type: "button", click: () => { limit += STEP; updateTime(new Set(["view"])); } }, t("count.more", { count: left })) : null];
}

/** @param {Set<string>} changed */
export function updateTime(changed) {
  const place = byId("view-time");
  if (state.view !== "time") {
    place.replaceChildren();
    limit = STEP;
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  place.replaceChildren(make("h2", {}, t("time.ladder")), make("p", { class: "note" }, t("time.ladder.note")), ladder(),
    make("h2", {}, t("time.numbers")), make("p", { class: "note" }, t("time.numbers.note")), ...numbers().filter(Boolean));
}
