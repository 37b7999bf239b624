// @ts-check
/** 矩阵: how much of what stands where; each number opens the list behind it, with sentences. */
import { byId, entities, firstQuoted, groups, insideOf, language, make, more, nameOf, t, tag, ties, tiesOf } from "./data.js";
import { change, GRIDS, isShown, isTieShown, state } from "./state.js";
import { entityButton, entityLink, tieRow } from "./entry.js";
import { openSheet, quoteButton } from "./quotes.js";

const MOST = 60;

/** @typedef {{label: any, name: string, cells: {name: string, items: any[], count: number}[], total: number}} Row */

/** The relation that puts an entity into its frame, else what names it. @param {number} index */
function homeProofs(index) {
  const home = entities[index].home;
  const tie = tiesOf[index].map((i) => ties[i]).find((one) => one.style !== "claim" && (one.from === home || one.to === home) && firstQuoted(one.proofs));
  return tie ? tie.proofs : entities[index].proofs;
}

/** @param {number} index */
function itemRow(index) {
  return make("div", { class: "fact" }, entityButton(index), quoteButton(nameOf(index), homeProofs(index)));
}

/** Zones by what stands in them. @returns {{heads: any[], rows: Row[]}} */
function byType() {
  const columns = more.groups.filter((group) => entities.some((e) => e.group === group.id && e.home >= 0 && isShown(e.index)));
  const rows = more.zones.slice(0, MOST).map((zone) => {
    const inside = insideOf(zone).filter(isShown);
    const cells = columns.map((group) => {
      const items = inside.filter((i) => entities[i].group === group.id);
      return { name: group[language.now], items: items.map((i) => () => itemRow(i)), count: items.length };
    });
    return { label: entityLink(zone), name: nameOf(zone), cells, total: inside.length };
  });
  return { heads: columns.map((group) => [tag(group.id), make("span", {}, group[language.now])]), rows };
}

/** Industries by the zones and parks that say they work on them. @returns {{heads: any[], rows: Row[]}} */
function byIndustry() {
  /** @type {Map<number, Map<number, number[]>>} */
  const found = new Map();
  /** @type {Map<number, number>} */
  const weight = new Map();
  ties.forEach((tie, i) => {
    const group = groups.get(entities[tie.from].group);
    if (tie.predicate !== "focusesOn" || tie.style === "claim" || !isTieShown(i) || !(group && group.frame)) return;
    if (!found.has(tie.to)) found.set(tie.to, new Map());
    const row = /** @type {Map<number, number[]>} */ (found.get(tie.to));
    row.set(tie.from, [...(row.get(tie.from) || []), i]);
    weight.set(tie.from, (weight.get(tie.from) || 0) + 1);
  });
  const columns = [...weight].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 14).map(([index]) => index);
  const shared = [...found].sort((a, b) => b[1].size - a[1].size || a[0] - b[0]).slice(0, MOST);
  const rows = shared.map(([industry, row]) => ({
    label: entityLink(industry), name: nameOf(industry), total: row.size,
    cells: columns.map((column) => {
      const list = row.get(column) || [];
      return { name: nameOf(column), items: list.map((i) => () => tieRow(i)), count: list.length };
    }),
  }));
  return { heads: columns.map((index) => [make("span", {}, nameOf(index))]), rows };
}

/** @param {Row} row @param {number} most */
function line(row, most) {
  return make("tr", {}, make("th", { scope: "row" }, row.label), ...row.cells.map((cell) => {
    if (!cell.count) return make("td", { class: "none", "data-name": cell.name }, make("span", { "aria-hidden": "true" }, "·"), make("span", { class: "quiet" }, "0"));
    const title = `${row.name} · ${cell.name} · ${cell.count}`;
    return make("td", { class: "heat" + Math.ceil((4 * cell.count) / most), "data-name": cell.name }, make("button", {
      type: "button", "aria-label": title, click: () => openSheet(title, cell.items.map((/** @type {() => any} */ item) => item())),
    }, String(cell.count)));
  }), make("td", { class: "sum", "data-name": t("matrix.total") }, String(row.total)));
}

/** @param {Set<string>} changed */
export function updateMatrix(changed) {
  const place = byId("view-matrix");
  if (state.view !== "matrix") {
    place.replaceChildren();
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  const { heads, rows } = state.grid === "types" ? byType() : byIndustry();
  const bar = make("div", { class: "bar" }, ...GRIDS.map((grid) => make("button", {
    type: "button", "aria-pressed": String(state.grid === grid), click: () => change({ grid }),
  }, t("matrix." + grid))), make("span", { class: "note" }, t("matrix.note." + state.grid)));
  if (!rows.length) {
    place.replaceChildren(bar, make("p", { class: "lead" }, t("matrix.none")));
    return;
  }
  const most = Math.max(4, ...rows.flatMap((row) => row.cells.map((cell) => cell.count)));
  place.replaceChildren(bar, make("table", { class: "grid" },
    make("thead", {}, make("tr", {}, make("td", {}), ...heads.map((head) => make("th", { scope: "col" }, ...head)),
      make("th", { scope: "col" }, t(state.grid === "types" ? "matrix.total" : "matrix.claimed")))),
    make("tbody", {}, ...rows.map((row) => line(row, most)))));
}
