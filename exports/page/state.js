// @ts-check
/** What is shown now. It lives in the address after "#", so that a link opens the same view. */
import { byKey, entities, groups, language, more, ties } from "./data.js";

export const VIEWS = ["map", "focus", "matrix", "time", "gaps", "paths", "compare", "table", "outline"];
export const GRIDS = ["types", "industries"];

/**
 * One and other are the ends of paths and the two sides of a comparison; through says that
 * paths may lead through cities; grid is the matrix on show.
 * @type {{view: string, node: number, scene: string, off: Set<string>, relOff: Set<string>,
 *   statusOff: Set<string>, inferred: boolean, theme: string, hops: number, one: number,
 *   other: number, through: boolean, grid: string}}
 */
export const state = {
  view: "map", node: -1, scene: "", off: new Set(), relOff: new Set(), statusOff: new Set(),
  inferred: false, theme: "", hops: 1, one: -1, other: -1, through: false, grid: "types",
};
const STEPS = ["node", "view", "scene", "one", "other"];

/** @type {Array<(changed: Set<string>) => void>} */
const listeners = [];

/** @param {(changed: Set<string>) => void} listener */
export function onChange(listener) {
  listeners.push(listener);
}

/** Change the state, the address and everything that listens. @param {Record<string, any>} changes */
export function change(changes) {
  const changed = new Set();
  for (const [name, value] of Object.entries(changes)) {
    if (name === "language") {
      if (language.now !== value) changed.add(name);
      language.now = value;
    } else if (/** @type {any} */ (state)[name] !== value) {
      /** @type {any} */ (state)[name] = value;
      changed.add(name);
    }
  }
  if (!changed.size) return;
  const hash = writeHash();
  if (location.hash.slice(1) !== hash) {
    const address = "#" + hash;
    if (STEPS.some((name) => changed.has(name))) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  listeners.forEach((listener) => listener(changed));
}

/** @param {string} scene */
export function sceneExists(scene) {
  return Object.hasOwn(more.scenes[language.now], scene);
}

/** Name of the scene on show; when none is chosen, what the language can show at once. */
export function sceneName() {
  return state.scene && sceneExists(state.scene) ? state.scene : more.first[language.now];
}

/** Whether filters let the entity stand out. @param {number} index */
export function isShown(index) {
  const entity = entities[index];
  return !state.off.has(entity.group) && !state.statusOff.has(entity.status || "none");
}

/** Whether filters let the relation be drawn or listed. @param {number} i */
export function isTieShown(i) {
  const tie = ties[i];
  return !state.relOff.has(tie.predicate) && isShown(tie.from) && isShown(tie.to) &&
    (tie.style !== "inferred" || state.inferred);
}

function writeHash() {
  const parts = new URLSearchParams();
  if (state.view !== "map") parts.set("v", state.view);
  if (language.now !== "zh") parts.set("l", language.now);
  if (state.theme) parts.set("m", state.theme);
  if (state.node >= 0) parts.set("n", entities[state.node].key);
  if (state.scene) {
    const number = Number(state.scene);
    parts.set("z", Number.isInteger(number) ? entities[number].key : state.scene);
  }
  if (state.off.size) parts.set("off", [...state.off].sort().join("."));
  if (state.relOff.size) parts.set("roff", [...state.relOff].sort().join("."));
  if (state.statusOff.size) parts.set("soff", [...state.statusOff].sort().join("."));
  if (state.inferred) parts.set("i", "1");
  if (state.hops !== 1) parts.set("h", String(state.hops));
  if (state.one >= 0) parts.set("a", entities[state.one].key);
  if (state.other >= 0) parts.set("b", entities[state.other].key);
  if (state.through) parts.set("c", "1");
  if (state.grid !== "types") parts.set("g", state.grid);
  return parts.toString();
}

/** State of the address; whatever is not known is ignored. @returns {Record<string, any>} */
export function readHash() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const predicates = new Set(ties.map((tie) => tie.predicate));
  const known = (/** @type {string} */ name, /** @type {(word: string) => boolean} */ test) =>
    new Set((parts.get(name) || "").split(".").filter(test));
  const entity = (/** @type {string} */ name) => byKey.get(parts.get(name) || "") ?? -1;
  const zone = parts.get("z") || "";
  const scene = byKey.has(zone) ? String(byKey.get(zone)) : zone;
  return {
    language: parts.get("l") === "en" ? "en" : "zh",
    theme: ["dark", "light"].includes(parts.get("m") || "") ? parts.get("m") : "",
    view: VIEWS.includes(parts.get("v") || "") ? parts.get("v") : "map",
    node: entity("n"),
    scene: scene && sceneExists(scene) ? scene : "",
    off: known("off", (word) => groups.has(word)),
    relOff: known("roff", (word) => predicates.has(word)),
    statusOff: known("soff", (word) => word === "none" || more.statuses.includes(word)),
    inferred: parts.get("i") === "1",
    hops: ["2", "3"].includes(parts.get("h") || "") ? Number(parts.get("h")) : 1,
    one: entity("a"), other: entity("b"), through: parts.get("c") === "1",
    grid: GRIDS.includes(parts.get("g") || "") ? parts.get("g") : "types",
  };
}
