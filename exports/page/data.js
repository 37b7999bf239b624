// @ts-check
/**
 * The page's data, read once, and small helpers that put text (never markup) into elements.
 *
 * @typedef {{index: number, id: string, zh: string, en: string, cls: string, group: string,
 *   badge: string, strong: boolean, aliases: string[], status: string, home: number, proofs: number[],
 *   statusProofs: number[], key: string, iri: string}} Entity
 * @typedef {{zh: string, en: string}} Label
 * @typedef {{id: string, zh: string, en: string, badge: string, frame: boolean, chip: boolean,
 *   light: string[], dark: string[], [trait: string]: any}} Group
 * @typedef {{node: number, indicator: Label, text: string, value: string, unit: string,
 *   asOf: string, approximator: string, modality: string, proofs: number[]}} Figure
 * @typedef {{person: number, body: number, title: string, proofs: number[]}} Post
 * @typedef {{w: number, h: number, cards: number[][],
 *   frames: [number, number, number, number, number, number, string?, [string, number][]?, number?][],
 *   lanes: [number, number, number[], number, number[][]][]}} Scene
 * @typedef {{place: number, held: Record<string, number[]>, lacks: Record<string, string>,
 *   told: number[]}} Place
 * @typedef {{meanings: Record<string, {zh: {name: string, says: string}, en: {name: string, says: string}}>,
 *   sought: string[], places: Place[], overlaps: [number, number[]][], strays: number[],
 *   ties: [number, number, number, number[]][], cuts: [number, number, number[]][],
 *   bridges: [number, number, number, number[]][]}} Survey
 * @typedef {{base: string, nodes: any[], links: number[][], numbers: Figure[], posts: Post[],
 *   articles: {iri: string, title: string, date: string, publisher: string}[],
 *   proofs: [number, any[][]?, number?, string?, string?][], coverage: number[],
 *   terms: Record<string, Label>, inverse: Record<string, Label>, statuses: string[],
 *   badges: Record<string, string>, groups: Group[], cities: string[], unbuilt: string[],
 *   words: {zh: Record<string, string>, en: Record<string, string>}, top: number,
 *   zones: number[], roots: number[], first: Label, hubs: number[], survey: Survey,
 *   scenes: {zh: Record<string, Scene>, en: Record<string, Scene>},
 *   start: {hubs: number[][], zones: number[][], plans: number[], funds: number[],
 *     policies: number[], cross: number[]}}} More
 * @typedef {{exact: string, start: number, end: number, prefix: string, suffix: string,
 *   role: string}} Quote
 * @typedef {{article: number, quotes: Quote[], confidence: number, speaker: string,
 *   modality: string}} Proof
 * @typedef {{id: number, from: number, to: number, predicate: string, style: string,
 *   proofs: number[]}} Tie
 */

const source = document.getElementById("data");
export const page = JSON.parse((source && source.textContent) || "{}");
/** @type {More} */
export const more = page.more;

/** @type {Map<string, number>} */
export const indexOf = new Map(page.nodes.map((/** @type {{id: string}} */ n, /** @type {number} */ i) => [n.id, i]));

/** @type {Entity[]} */
export const entities = page.nodes.map((/** @type {any} */ node, /** @type {number} */ index) => {
  const rest = more.nodes[index];
  return {
    index, id: node.id, zh: node.label.trim(), en: rest.en || "", cls: rest.cls, group: node.group,
    badge: more.badges[rest.cls] || "", strong: Boolean(rest.strong), aliases: rest.aliases || [], status: rest.status || "",
    home: rest.home === undefined ? -1 : rest.home, proofs: rest.proofs || [],
    statusProofs: rest.statusProofs || [], key: node.id.slice(node.id.lastIndexOf("/") + 1),
    iri: node.id.includes(":") ? node.id : more.base + node.id,
  };
});

/** @type {Tie[]} */
export const ties = page.edges.map((/** @type {any} */ edge, /** @type {number} */ i) => ({
  id: i, from: indexOf.get(edge.from), to: indexOf.get(edge.to),
  predicate: edge.predicate, style: edge.style || "stated", proofs: more.links[i],
}));

/** @type {Map<string, Group>} */
export const groups = new Map(more.groups.map((/** @type {any} */ group) => [group.id, group]));
/** @type {Map<string, number>} */
export const byKey = new Map();
for (const entity of entities) {
  if (byKey.has(entity.key)) entity.key = entity.id;
  byKey.set(entity.key, entity.index);
}
const plain = { value: "", unit: "", asOf: "", approximator: "", modality: "asserted" };
more.numbers = more.numbers.map((n) => ({ ...plain, ...n }));
/** @type {number[][]} */
export const tiesOf = entities.map(() => []);
ties.forEach((tie, i) => {
  tiesOf[tie.from].push(i);
  if (tie.to !== tie.from) tiesOf[tie.to].push(i);
});
/** @type {number[][]} */
export const childrenOf = entities.map(() => []);
for (const entity of entities) if (entity.home >= 0) childrenOf[entity.home].push(entity.index);
const groupOrder = new Map(more.groups.map((/** @type {any} */ g, /** @type {number} */ i) => [g.id, i]));
export const inOrder = (/** @type {number} */ a, /** @type {number} */ b) =>
  (groupOrder.get(entities[a].group) ?? 99) - (groupOrder.get(entities[b].group) ?? 99) || a - b;
childrenOf.forEach((list) => list.sort(inOrder));

/** @type {{now: "zh" | "en"}} */
export const language = { now: "zh" };

/** The statement of a number. @param {number} number @returns {Proof} */
export function proofOf(number) {
  const [article, quotes = [], confidence = 1, speaker = "", modality = "asserted"] = more.proofs[number];
  return {
    article, confidence, speaker, modality, quotes: quotes.map((/** @type {any[]} */
      [exact, start = 0, end = 0, prefix = "", suffix = "", role = "predicate"]) => ({ exact, start, end, prefix, suffix, role })),
  };
}

/** The first of some statements that has words to show, or nothing. @param {number[]} numbers */
export function firstQuoted(numbers) {
  const found = numbers.find((n) => (more.proofs[n][1] || []).length);
  return found === undefined ? null : proofOf(found);
}

/** Everything inside an entity, however deep. @param {number} index @returns {number[]} */
export function insideOf(index) {
  const found = [];
  const waiting = [...childrenOf[index]];
  while (waiting.length) {
    const here = /** @type {number} */ (waiting.pop());
    found.push(here);
    waiting.push(...childrenOf[here]);
  }
  return found.sort(inOrder);
}

/** @param {string} key @param {Record<string, string | number>} [values] */
export function t(key, values) {
  const table = more.words[language.now];
  const text = Object.hasOwn(table, key) ? table[key] : key;
  return text.replace(/\{(\w+)\}/g, (/** @type {string} */ whole, /** @type {string} */ name) =>
    values && Object.hasOwn(values, name) ? String(values[name]) : whole);
}

/** Names in a row. @param {string[]} names */
export function listed(names) {
  return names.join(language.now === "en" ? ", " : "、");
}

/** Label of a class, predicate, status, modality or unit. @param {string} key */
export function term(key) {
  return Object.hasOwn(more.terms, key) ? more.terms[key][language.now] : key;
}

/** Label of a relation read from its object. @param {string} key */
export function inverse(key) {
  return Object.hasOwn(more.inverse, key) ? more.inverse[key][language.now] : "← " + term(key);
}

/** @param {number} index */
export function nameOf(index) {
  const entity = entities[index];
  const name = language.now === "en" ? entity.en || entity.zh : entity.zh || entity.en;
  return name || t("unnamed");
}

/** Whether the name shown is Chinese although the page is English. @param {number} index */
export function isForeign(index) {
  return language.now === "en" && !entities[index].en;
}

/**
 * Make an element. Properties are set as attributes; children that are text stay text.
 * @param {string} tag @param {Record<string, any>} [properties] @param {...any} children
 * @returns {any}
 */
export function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}

/** Coloured badge of a group. @param {string} group @param {string} [badge] */
export function tag(group, badge) {
  const known = groups.get(group);
  return make("span", { class: "tag b-" + (known ? group : "other"), "aria-hidden": "true" },
    badge || (known ? known.badge : ""));
}

/** Small disc that fills with progress. @param {string} status @returns {any} */
export function disc(status) {
  const rung = more.statuses.indexOf(status);
  if (rung < 0) return null;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("class", "pie");
  svg.setAttribute("aria-hidden", "true");
  const share = Math.min(1, (rung + 1) / (more.statuses.length - 1));
  const turn = 2 * Math.PI * 2.5;
  const parts = [["disc", 5, ""], ["fill", 2.5, `${turn * share} ${turn}`]];
  for (const [css, radius, dashes] of parts) {
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    circle.setAttribute("class", String(css));
    circle.setAttribute("cx", "6");
    circle.setAttribute("cy", "6");
    circle.setAttribute("r", String(radius));
    if (dashes) {
      circle.setAttribute("stroke-width", "5");
      circle.setAttribute("stroke-dasharray", String(dashes));
      circle.setAttribute("transform", "rotate(-90 6 6)");
    }
    svg.append(circle);
  }
  return svg;
}

