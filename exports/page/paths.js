// @ts-check
/** 路径: how two things are connected, up to three ways, each step with its sentence. */
import { byId, entities, inverse, make, more, nameOf, proofOf, t, term, ties } from "./data.js";
import { change, state } from "./state.js";
import { entityButton, tieFlag } from "./entry.js";
import { picker } from "./search.js";
import { quotations } from "./quotes.js";

const WAYS = 3;
const hubs = new Set(more.hubs);
/** @typedef {{to: number, words: string, proofs: number[], tie: number}} Step */

/** Steps away from each entity: relations and posts, first the ones with words to show. @type {Step[][]} */
const steps = entities.map(() => []);

function listSteps() {
  if (steps.some((list) => list.length)) return;
  ties.forEach((tie, i) => {
    if (tie.style !== "stated" && tie.style !== "planned") return;
    steps[tie.from].push({ to: tie.to, words: ">" + tie.predicate, proofs: tie.proofs, tie: i });
    steps[tie.to].push({ to: tie.from, words: "<" + tie.predicate, proofs: tie.proofs, tie: i });
  });
  for (const post of more.posts) {
    steps[post.person].push({ to: post.body, words: post.title, proofs: post.proofs, tie: -1 });
    steps[post.body].push({ to: post.person, words: post.title, proofs: post.proofs, tie: -1 });
  }
}

/** Breadth first from a to b around what is closed. @param {number} a @param {number} b @param {Set<number>} closed @param {Set<string>} cut */
function shortest(a, b, closed, cut) {
  /** @type {Map<number, {from: number, step: Step} | null>} */
  const came = new Map([[a, null]]);
  const queue = [a];
  for (let head = 0; head < queue.length; head++) {
    const here = queue[head];
    if (here === b) break;
    for (const step of steps[here]) {
      if (came.has(step.to) || closed.has(step.to) || cut.has(here + ">" + step.to)) continue;
      came.set(step.to, { from: here, step });
      queue.push(step.to);
    }
  }
  if (!came.has(b)) return null;
  /** @type {{from: number, step: Step}[]} */
  const way = [];
  for (let at = came.get(b); at; at = came.get(at.from)) way.unshift(at);
  return way;
}

/** Up to three shortest ways without a circle (Yen 1971, https://doi.org/10.1287/mnsc.17.11.712). @param {number} a @param {number} b @param {boolean} through */
export function findPaths(a, b, through) {
  listSteps();
  const closed = new Set(through ? [] : [...hubs].filter((hub) => hub !== a && hub !== b));
  const first = shortest(a, b, closed, new Set());
  if (!first) return [];
  const found = [first];
  /** @type {Map<string, any[]>} */
  const waiting = new Map();
  const nodes = (/** @type {{step: Step}[]} */ way) => [a, ...way.map((part) => part.step.to)];
  while (found.length < WAYS) {
    const last = found[found.length - 1];
    for (let place = 0; place < last.length; place++) {
      const root = nodes(last).slice(0, place + 1);
      const cut = new Set(found.filter((way) => String(nodes(way).slice(0, place + 1)) === String(root))
        .map((way) => root[place] + ">" + nodes(way)[place + 1]));
      const rest = shortest(root[place], b, new Set([...closed, ...root.slice(0, -1)]), cut);
      if (rest) waiting.set(String([...root, ...nodes(rest).slice(0)]), [...last.slice(0, place), ...rest]);
    }
    const known = new Set(found.map((way) => String(nodes(way))));
    const next = [...waiting.values()].filter((way) => !known.has(String(nodes(way))))
      .sort((x, y) => x.length - y.length || (String(nodes(x)) < String(nodes(y)) ? -1 : 1))[0];
    if (!next) break;
    found.push(next);
  }
  return found;
}

/** @param {Step} step */
function wordsOf(step) {
  if (step.words.startsWith(">")) return term(step.words.slice(1)) + " →";
  if (step.words.startsWith("<")) return inverse(step.words.slice(1)) + " →";
  return step.words + " →";
}

/** @param {any[]} way @param {number} number */
function drawWay(way, number) {
  const parts = way.map(({ step }) => {
    const best = step.proofs.filter((/** @type {number} */ n) => proofOf(n).quotes.length).slice(0, 1);
    return make("li", {}, make("div", { class: "how" }, wordsOf(step), step.tie >= 0 ? tieFlag(step.tie) : null, ...quotations(best)),
      make("div", { class: "leaf" }, entityButton(step.to)));
  });
  return make("section", { class: "way" }, make("h3", {}, t("paths.way", { number, count: way.length })),
    make("ol", {}, make("li", {}, make("div", { class: "leaf" }, entityButton(state.one))), ...parts));
}

/** @param {Set<string>} changed */
export function updatePaths(changed) {
  const place = byId("view-paths");
  if (state.view !== "paths") {
    place.replaceChildren();
    return;
  }
  if (changed.size === 1 && changed.has("node") && place.firstChild) return;
  const held = document.activeElement ? document.activeElement.id : "";
  const box = make("input", { type: "checkbox", id: "through" });
  box.checked = state.through;
  box.addEventListener("change", () => change({ through: box.checked }));
  const bar = make("div", { class: "bar" }, picker("path-from", t("paths.from"), state.one, (index) => change({ one: index })),
    picker("path-to", t("paths.to"), state.other, (index) => change({ other: index })),
    make("label", { class: "check" }, box, t("paths.through")));
  const made = [make("p", { class: "note" }, t("paths.note"))];
  if (state.one < 0 || state.other < 0) made.push(make("p", { class: "lead" }, t("paths.hint")));
  else {
    const ways = state.one === state.other ? [] : findPaths(state.one, state.other, state.through);
    if (!ways.length) made.push(make("p", { class: "lead" }, t("paths.none", { one: nameOf(state.one), other: nameOf(state.other) })));
    else made.push(make("div", { class: "ways" }, ...ways.map((way, i) => drawWay(way, i + 1))));
  }
  place.replaceChildren(bar, ...made);
  if (held) place.querySelector("#" + CSS.escape(held))?.focus();
}
