// @ts-check
/** The panel: all that is known of one entity, each fact with its sentence. */
import { byId, childrenOf, disc, entities, groups, inverse, isForeign, language, listed, make, more, nameOf, proofOf, t, tag, term, ties, tiesOf } from "./data.js";
import { change, isTieShown, state } from "./state.js";
import { entityButton, entityLink, tieFlag } from "./entry.js";
import { quotations } from "./quotes.js";
import { openZone } from "./map.js";
import { startList } from "./start.js";
import { valueText } from "./time.js";

/** Where the panel lies over the view, one has to leave it to see another. */
const narrow = matchMedia("(max-width: 820px)");

/** A fact that opens its sentences. @param {string} name @param {any[]} label @param {number[]} proofs @param {boolean} open */
function fact(name, label, proofs, open) {
  const said = make("div", { class: "said" });
  const twist = make("button", { type: "button", class: "twist", "aria-label": t("quotes.of", { name }) }, "▸");
  const turn = (/** @type {boolean} */ on) => {
    twist.setAttribute("aria-expanded", String(on));
    said.hidden = !on;
    if (on && !said.firstChild) said.append(...quotations(proofs));
  };
  twist.addEventListener("click", () => turn(Boolean(said.hidden)));
  turn(open);
  return make("div", { class: "entry" }, make("div", { class: "line" }, twist, make("div", {}, ...label)), said);
}

/** @param {number} index */
function head(index) {
  const entity = entities[index];
  const other = language.now === "en" ? (entity.en ? entity.zh : "") : entity.en;
  const group = groups.get(entity.group);
  const kind = Object.hasOwn(more.terms, entity.cls) ? term(entity.cls) : group ? group[language.now] : entity.cls;
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
  if (entity.aliases.length) add("also", make("span", { lang: "zh" }, listed(entity.aliases)));
  if (entity.status) add("status", disc(entity.status), " " + term(entity.status));
  if (entity.home >= 0) add("home", entityLink(entity.home));
  return list;
}

/** @param {number} index */
function numbers(index) {
  const mine = more.numbers.filter((n) => n.node === index);
  if (!mine.length) return [];
  return [make("h3", {}, t("numbers")), ...mine.map((n) =>
    fact(n.indicator[language.now], [n.indicator[language.now], " ", make("span", { class: "value" }, valueText(n)),
      n.modality !== "asserted" ? make("span", { class: "flag" }, term(n.modality)) : null,
      make("span", { class: "note" }, n.asOf ? t("asof", { date: n.asOf }) : t("asof.none"))], n.proofs, false))];
}

/** @param {number} index */
function posts(index) {
  const mine = more.posts.filter((p) => p.person === index || p.body === index);
  if (!mine.length) return [];
  return [make("h3", {}, t("posts")), ...mine.map((p) =>
    fact(p.title, [entityLink(p.person === index ? p.body : p.person), " ", make("span", { lang: "zh" }, p.title)], p.proofs, false))];
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
  const label = [entityLink(other)];
  if (tie.style === "claim") {
    label.unshift(make("span", { class: "flag" }, term(tie.proofs.length ? proofOf(tie.proofs[0]).modality : "denied")), " ",
      (tie.from === index ? term(tie.predicate) : inverse(tie.predicate)) + " ");
  }
  label.push(tieFlag(i));
  const made = fact(nameOf(other), label, tie.proofs, open);
  made.dataset.tie = String(tie.id);
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
  const act = (/** @type {string} */ key, /** @type {Record<string, any>} */ changes) =>
    make("button", { type: "button", click: () => change(narrow.matches && changes.view !== "focus" ? { ...changes, node: -1 } : changes) }, t(key));
  const acts = make("div", { class: "acts" }, act("focus.open", { view: "focus" }),
    more.zones.includes(index) ? make("button", { type: "button", click: () => openZone(index) }, t("open")) : null,
    state.one >= 0 && state.one !== index ? act("paths.here", { view: "paths", other: index }) : act("paths.start", { view: "paths", one: index }),
    childrenOf[index].length ? act("compare.open", state.one >= 0 && state.one !== index ? { view: "compare", other: index } : { view: "compare", one: index }) : null);
  const said = entity.proofs.length
    ? [make("h3", {}, t("first")), ...quotations(entity.proofs.slice(0, 1))] : [];
  const status = entity.status && entity.statusProofs.length
    ? [make("h3", {}, t("status") + " · " + term(entity.status)), ...quotations(entity.statusProofs)] : [];
  panel.replaceChildren(head(index), basics(index), acts, ...status, ...numbers(index), ...posts(index),
    ...relations(index), ...inside(index), ...said,
    make("p", { class: "note" }, t("identifier") + " ", make("span", {}, entity.iri)));
  panel.scrollTop = 0;
}
