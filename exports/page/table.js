// @ts-check
/** 表格: every fact as a row with its first quote. */
import { byId, entities, firstQuoted, language, make, more, t, term, ties } from "./data.js";
import { isShown, isTieShown, state } from "./state.js";
import { entityLink } from "./entry.js";

const STEP = 300;
let limit = STEP;

/** @returns {{kind: string, node: number, what: string, other: number, text: string, proofs: number[]}[]} */
export function factRows() {
  const rows = [];
  ties.forEach((tie, i) => {
    if (tie.style !== "claim" && isTieShown(i)) {
      const flag = tie.style === "planned" ? " (" + t("planned.tag") + ")" : tie.style === "inferred" ? " (" + t("inferred.tag") + ")" : "";
      rows.push({ kind: "relation", node: tie.from, what: term(tie.predicate) + flag, other: tie.to, text: "", proofs: tie.proofs });
    }
  });
  for (const n of more.numbers) {
    if (!isShown(n.node)) continue;
    const note = [n.text, n.asOf ? t("asof", { date: n.asOf }) : "", n.modality === "asserted" ? "" : term(n.modality)];
    rows.push({ kind: "number", node: n.node, what: n.indicator[language.now], other: -1, text: note.filter(Boolean).join(" · "), proofs: n.proofs });
  }
  for (const p of more.posts) {
    if (isShown(p.person)) rows.push({ kind: "post", node: p.person, what: p.title, other: p.body, text: "", proofs: p.proofs });
  }
  for (const e of entities) {
    if (e.status && isShown(e.index)) rows.push({ kind: "status", node: e.index, what: term("hasStatus"), other: -1, text: term(e.status), proofs: e.statusProofs });
  }
  return rows;
}

/** @param {number[]} proofs */
function cells(proofs) {
  const proof = firstQuoted(proofs);
  if (!proof) return [make("td", {}), make("td", {})];
  const { prefix, exact, suffix } = proof.quotes[0];
  const article = more.articles[proof.article];
  return [make("td", { lang: "zh" }, prefix, make("mark", {}, exact), suffix),
    make("td", { class: "note" }, [proof.speaker, article ? article.title : "", article ? article.date : ""].filter(Boolean).join(" · "))];
}

/** @param {Set<string>} changed */
export function updateTable(changed) {
  const place = byId("view-table");
  if (state.view !== "table") {
    place.replaceChildren();
    limit = STEP;
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  const rows = factRows();
  const body = make("tbody", {}, ...rows.slice(0, limit).map((row) => make("tr", {},
    make("td", {}, t("kind." + row.kind)), make("td", {}, entityLink(row.node)), make("td", {}, row.what),
    make("td", {}, row.other >= 0 ? entityLink(row.other) : row.text), ...cells(row.proofs))));
  const titles = ["kind", "subject", "predicate", "object", "quote", "source"];
  const left = rows.length - limit;
  place.replaceChildren(make("p", { class: "tablebar" }, t("table.count", { count: rows.length })),
    make("table", {}, make("thead", {}, make("tr", {}, ...titles.map((key) => make("th", { scope: "col" }, t("table." + key))))), body));
  if (left > 0) {
    place.append(make("p", { class: "tablebar" }, make("button", {
      type: "button", click: () => { limit += STEP; updateTable(new Set(["table"])); },
    }, t("table.more", { count: Math.min(STEP, left) }))));
  }
}
