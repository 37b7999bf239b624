// @ts-check
/** The panel: all that is known of one entity, each fact with its sentence. */
import { byId, childrenOf, disc, entities, inverse, isForeign, make, more, nameOf, t, tag, term, ties, tiesOf } from "./data.js";
import { change, isTieShown, state } from "./state.js";
import { quotations } from "./quotes.js";
import { openZone } from "./map.js";
import { startList } from "./start.js";

/** A button that goes to an entity. @param {number} index @param {string} [note] */
export function entityButton(index, note) {
  const entity = entities[index];
  return make("button", { type: "button", class: "row", "data-node": entity.key, click: () => change({ node: index }) },
    tag(entity.group, entity.badge), make("span", { lang: isForeign(index) ? "zh" : null }, nameOf(index)), disc(entity.status),
    note ? make("small", {}, note) : null);
}

/** @param {number} index */
function link(index) {
  return make("button", { type: "button", class: "other", lang: isForeign(index) ? "zh" : null, click: () => change({ node: index }) }, nameOf(index));
}

/** @param {any[]} label @param {number[]} proofs @param {boolean} open */
function fact(label, proofs, open) {
  return make("details", { open }, make("summary", {}, ...label), ...quotations(proofs));
}

/** @param {number} index */
function head(index) {
  const entity = entities[index];
  const other = document.documentElement.lang === "en" ? (entity.en ? entity.zh : "") : entity.en;
  const group = more.groups.find((/** @type {any} */ g) => g.id === entity.group);
  const kind = Object.hasOwn(more.terms, entity.cls) ? term(entity.cls) : group ? group[document.documentElement.lang] : entity.cls;
  return make("div", { class: "top" }, tag(entity.group, entity.badge),
    make("div", {}, make("h2", { id: "panel-name", tabindex: "-1", lang: isForeign(index) ? "zh" : null }, nameOf(index)),
      make("p", {}, [kind, other].filter(Boolean).join(" · "))),
    make("button", { type: "button", "aria-label": t("close"), click: () => change({ node: -1 }) }, "×"));
}

/** @param {number} index */
function basics(index) {
  const entity = entities[index];
  const list = make("dl", { class: "facts" });
  const add = (/** @type {string} */ key, /** @type {any[]} */ ...value) =>
    list.append(make("dt", {}, t(key)), make("dd", {}, ...value));
  if (entity.aliases.length) add("also", make("span", { lang: "zh" }, entity.aliases.join("、")));
  if (entity.status) add("status", disc(entity.status), " " + term(entity.status));
  if (entity.home >= 0) add("home", link(entity.home));
  return list;
}

/** @param {number} index */
function numbers(index) {
  const mine = more.numbers.filter((/** @type {any} */ n) => n.node === index);
  if (!mine.length) return [];
  const lang = document.documentElement.lang;
  return [make("h3", {}, t("numbers")), ...mine.map((/** @type {any} */ n) => {
    const plain = n.value ? Number(n.value).toLocaleString("en-US", { maximumFractionDigits: 4 }) : "";
    const unit = n.unit && n.unit !== "NUM" ? term("unit:" + n.unit).replace("unit:", "") : "";
    const about = n.approximator ? term(n.approximator) + " " : "";
    const value = lang === "en" && plain ? [about, plain, " ", unit].join("") : n.text || about + plain + " " + unit;
    return fact([n.indicator[lang], " ", make("span", { class: "value" }, value),
      n.modality !== "asserted" ? make("span", { class: "flag" }, term(n.modality)) : null,
      make("span", { class: "note" }, n.asOf ? t("asof", { date: n.asOf }) : t("asof.none"))], n.proofs, false);
  })];
}

/** @param {number} index */
function posts(index) {
  const mine = more.posts.filter((/** @type {any} */ p) => p.person === index || p.body === index);
  if (!mine.length) return [];
  return [make("h3", {}, t("posts")), ...mine.map((/** @type {any} */ p) =>
    fact([link(p.person === index ? p.body : p.person), " ", make("span", { lang: "zh" }, p.title)], p.proofs, false))];
}

/** @param {number} index */
function relations(index) {
  /** @type {Map<string, number[]>} */
  const sections = new Map();
  const claims = [];
  for (const i of tiesOf[index]) {
    if (ties[i].style === "claim") claims.push(i);
    else if (isTieShown(i) || state.relOff.has(ties[i].predicate)) {
      const key = (ties[i].from === index ? "" : "~") + ties[i].predicate;
      if (!sections.has(key)) sections.set(key, []);
      /** @type {number[]} */ (sections.get(key)).push(i);
    }
  }
  const made = [];
  const few = [...sections.values()].flat().length <= 6;
  const size = (/** @type {string} */ key) => /** @type {number[]} */ (sections.get(key)).length;
  for (const key of [...sections.keys()].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))) {
    const list = /** @type {number[]} */ (sections.get(key));
    const title = key.startsWith("~") ? inverse(key.slice(1)) : term(key);
    made.push(make("h3", {}, list.length > 1 ? `${title} · ${list.length}` : title));
    for (const i of list) made.push(relation(i, index, few || made.length === 1));
  }
  if (claims.length) {
    made.push(make("h3", {}, t("claims")));
    for (const i of claims) made.push(relation(i, index, true));
  }
  return made;
}

/** @param {number} i @param {number} index @param {boolean} open */
function relation(i, index, open) {
  const tie = ties[i];
  const other = tie.from === index ? tie.to : tie.from;
  const label = [link(other)];
  if (tie.style === "claim") {
    label.unshift(make("span", { class: "flag" }, term(more.proofs[tie.proofs[0]]?.modality || "denied")), " ",
      (tie.from === index ? term(tie.predicate) : inverse(tie.predicate)) + " ");
  }
  if (tie.style === "planned") label.push(make("span", { class: "flag" }, t("planned.tag")));
  if (tie.style === "inferred") label.push(make("span", { class: "flag solid" }, t("inferred.tag")));
  const made = fact(label, tie.proofs, open);
  made.dataset.tie = tie.id;
  return made;
}

/** @param {number} index */
function inside(index) {
  const list = childrenOf[index];
  if (!list.length) return [];
  return [make("details", {}, make("summary", {}, t("contains", { count: list.length })),
    make("ul", { class: "plain-list" }, ...list.map((child) => make("li", {}, entityButton(child)))))];
}

/** Show the chosen entity, or where to start. */
export function updatePanel() {
  const panel = byId("panel");
  const index = state.node;
  document.documentElement.classList.toggle("chosen", index >= 0);
  if (index < 0) {
    panel.setAttribute("aria-label", t("start"));
    panel.replaceChildren(...startList(entityButton));
    return;
  }
  const entity = entities[index];
  panel.setAttribute("aria-label", nameOf(index));
  const acts = make("div", { class: "acts" },
    make("button", { type: "button", click: () => change({ view: "focus" }) }, t("focus.open")),
    more.zones.includes(index) ? make("button", { type: "button", click: () => openZone(index) }, t("open")) : null);
  const said = entity.proofs.length
    ? [make("h3", {}, t("first")), ...quotations(entity.proofs.slice(0, 1))] : [];
  const status = entity.status && entity.statusProofs.length
    ? [make("h3", {}, t("status") + " · " + term(entity.status)), ...quotations(entity.statusProofs)] : [];
  panel.replaceChildren(head(index), basics(index), acts, ...status, ...numbers(index), ...posts(index),
    ...relations(index), ...inside(index), ...said,
    make("p", { class: "note" }, t("identifier") + " ", make("span", {}, entity.id)));
  panel.scrollTop = 0;
}
