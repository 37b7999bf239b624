// @ts-check
/** 分区图: the board on a canvas by vis-network, every place computed beforehand. */
import { byId, childrenOf, entities, language, make, more, nameOf, page, t, ties, tiesOf } from "./data.js";
import { change, isTieShown, sceneExists, sceneName, state } from "./state.js";
import { colour, loadPalette, paintCard, paintFrame } from "./paint.js";

/** Lines drawn while nothing is chosen: the strongest, so that a crowd stays readable. */
const MOST_LINES = 30;
/** @type {any} */
let network = null;
/** @type {any} */
let nodeSet = null;
/** @type {any} */
let edgeSet = null;
/** @type {Map<string, any[]>} */
let cards = new Map();
let shownScene = "";
let pointed = -1;
/** @type {Set<number>} */
let lit = new Set();

/** @returns {any} */
export function scene() {
  return more.scenes[language.now][sceneName()];
}

/** The card that stands for an entity: its own, or that of the nearest frame around it. @param {number} index */
export function standIn(index) {
  let here = index;
  while (here >= 0 && !cards.has(entities[here].id)) here = entities[here].home;
  return here;
}

/** @param {number} inner @param {number} outer */
function isInside(inner, outer) {
  for (let here = entities[inner].home; here >= 0; here = entities[here].home) if (here === outer) return true;
  return false;
}

/** Nodes for vis-network, from those that pyvis wrote, with the places of the scene. */
function sceneNodes() {
  cards = new Map(scene().cards.map((/** @type {any[]} */ card) => [entities[card[0]].id, card]));
  return scene().cards.map((/** @type {any[]} */ card) => ({
    ...page.nodes[card[0]], label: undefined, x: card[2] + card[4] / 2, y: card[3] + card[5] / 2,
    ctxRenderer: drawNode,
  }));
}

/** @param {any} the vis-network drawing request */
function drawNode({ ctx, id, x, y }) {
  const card = cards.get(id);
  if (!card) return { drawNode() {}, nodeDimensions: { width: 1, height: 1 } };
  const [index, , , , w, h] = card;
  return {
    drawNode() {
      paintCard(ctx, card, x - w / 2, y - h / 2, {
        selected: index === state.node, pointed: index === pointed,
        faded: lit.size > 0 && !lit.has(index),
      });
    },
    nodeDimensions: { width: w, height: h },
  };
}

/** Lines between frames, and all lines of the chosen entity; several between two ends are one. */
function sceneEdges() {
  const chosen = state.node >= 0 ? standIn(state.node) : -1;
  /** @type {Map<string, any>} */
  const found = new Map();
  const wanted = state.node >= 0 ? tiesOf[state.node] : ties.keys();
  for (const i of wanted) {
    const tie = ties[i];
    if (tie.style === "claim" || !isTieShown(i)) continue;
    const a = standIn(tie.from), b = standIn(tie.to);
    if (a < 0 || b < 0 || a === b || isInside(a, b) || isInside(b, a)) continue;
    const plain = state.node < 0;
    if (plain && (isChip(a) || isChip(b) || isNeighbour(tie.from, tie.to))) continue;
    const key = a + ">" + b;
    const old = found.get(key);
    if (old) {
      old.count += 1;
      if (tie.style === "stated") old.style = "stated";
    } else found.set(key, { id: tie.id, from: a, to: b, style: tie.style, count: 1 });
  }
  lit = new Set();
  if (chosen >= 0) {
    lit.add(chosen);
    for (const edge of found.values()) lit.add(edge.from).add(edge.to);
    for (const card of cards.values()) if (entities[card[0]].home === chosen) lit.add(card[0]);
    for (let here = entities[chosen].home; here >= 0; here = entities[here].home) lit.add(here);
  }
  const strong = chosen >= 0;
  const drawn = [...found.values()].sort((a, b) => b.count - a.count);
  return drawn.slice(0, strong ? 400 : MOST_LINES).map((edge) => ({
    id: edge.id, from: entities[edge.from].id, to: entities[edge.to].id,
    width: (strong ? 1.8 : 1.1) + Math.min(3, (edge.count - 1) * 0.5),
    dashes: edge.style === "planned" ? [6, 4] : edge.style === "inferred" ? [1.5, 3.5] : false,
    color: { color: strong ? colour("accent") : colour("frame-edge"), opacity: strong ? 0.95 : drawn.length > 20 ? 0.5 : 0.8 },
  }));
}

/** Whether two entities stand side by side in one frame, where a line would say little. @param {number} a @param {number} b */
function isNeighbour(a, b) {
  const frames = childrenOf[a].length && childrenOf[b].length;
  return !frames && entities[a].home === entities[b].home;
}

/** @param {number} index */
function isChip(index) {
  const card = cards.get(entities[index].id);
  return Boolean(card) && /** @type {any[]} */ (card)[1] === "chip" && !more.zones.includes(index);
}

function fit() {
  const place = byId("canvas");
  const { w, h } = scene();
  if (!network || !place.clientWidth) return;
  const whole = Math.min((place.clientWidth - 18) / (w + 10), (place.clientHeight - 18) / (h + 10));
  const small = place.clientWidth < 700;
  const scale = whole * 12 < (small ? 8 : 9.5) ? (small ? 0.95 : 11.5 / 12) : Math.min(whole, 1.5);
  const x = scale * w > place.clientWidth ? place.clientWidth / 2 / scale - 8 : w / 2;
  const y = scale * h > place.clientHeight ? place.clientHeight / 2 / scale - 8 : h / 2;
  network.moveTo({ position: { x, y }, scale, animation: false });
}

/** What is under the pointer: a card, else the frame. @param {{x: number, y: number}} at */
function hit(at) {
  const inside = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h) =>
    at.x >= x && at.x <= x + w && at.y >= y && at.y <= y + h;
  for (const card of scene().cards) if (inside(card[2] - 2, card[3] - 2, card[4] + 4, card[5] + 4)) return card[0];
  let found = -1;
  for (const frame of scene().frames) if (inside(frame[1], frame[2], frame[3], frame[4]) && frame[5] > 0) found = frame[0];
  return found;
}

/** Draw the map for the first time. @param {() => void} ready called after the first picture */
export function startMap(ready) {
  const vis = /** @type {any} */ (window).vis;
  loadPalette();
  nodeSet = new vis.DataSet(sceneNodes());
  edgeSet = new vis.DataSet(sceneEdges());
  shownScene = language.now + sceneName();
  const place = byId("canvas");
  network = new vis.Network(place, { nodes: nodeSet, edges: edgeSet }, page.options);
  network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => {
    for (const frame of scene().frames) paintFrame(ctx, frame);
  });
  network.once("afterDrawing", ready);
  network.on("click", (/** @type {any} */ event) => change({ node: hit(event.pointer.canvas) }));
  network.on("doubleClick", (/** @type {any} */ event) => openZone(hit(event.pointer.canvas)));
  network.on("resize", fit);
  place.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (event.buttons) return;
    const corner = place.getBoundingClientRect();
    const found = hit(network.DOMtoCanvas({ x: event.clientX - corner.left, y: event.clientY - corner.top }));
    place.classList.toggle("pointing", found >= 0);
    if (found === pointed) return;
    pointed = found;
    place.title = found >= 0 ? nameOf(found) : "";
    network.redraw();
  });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("zoom-fit").addEventListener("click", fit);
  byId("map-close").addEventListener("click", () => document.documentElement.classList.remove("full"));
  fit();
}

/** @param {number} factor */
function zoom(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.1, network.getScale() * factor)), animation: false });
}

/** Open the zone in or around which the entity stands. @param {number} index */
export function openZone(index) {
  for (let here = index; here >= 0; here = entities[here].home) {
    if (!sceneExists(String(here))) continue;
    const narrow = matchMedia("(max-width: 820px)").matches;
    change({ view: "map", scene: String(here), node: narrow ? -1 : index });
    if (narrow) openFullMap();
    return;
  }
}

/** Full-screen map on narrow screens. */
export function openFullMap() {
  document.documentElement.classList.add("full");
  network.setSize("100%", "100%");
  network.redraw();
  fit();
}

/** Bring the map up to date. @param {Set<string>} changed */
export function updateMap(changed) {
  if (!network) return;
  if (changed.has("theme")) loadPalette();
  if (shownScene !== language.now + sceneName()) {
    shownScene = language.now + sceneName();
    edgeSet.clear();
    nodeSet.clear();
    nodeSet.add(sceneNodes());
    fit();
  }
  edgeSet.clear();
  edgeSet.add(sceneEdges());
  network.redraw();
  if (changed.has("view")) fit();
  paintCrumbs();
}

/** Where we are, and the ways back. */
export function paintCrumbs() {
  byId("canvas").setAttribute("aria-label", t("map.label", { count: entities.length }));
  const bar = byId("crumbs");
  bar.replaceChildren();
  if (state.view !== "map") return;
  const zone = Number(sceneName());
  const add = (/** @type {string} */ key, /** @type {string} */ name) => bar.append(make("button", {
    type: "button", "aria-pressed": String(sceneName() === name), click: () => change({ scene: name }),
  }, t(key)));
  add("overview", "overview");
  if (sceneExists("all")) add("everything", "all");
  if (Number.isInteger(zone)) bar.append(make("b", {}, nameOf(zone)));
  bar.append(make("button", { type: "button", class: "only-small", click: openFullMap }, t("map.open")));
}

/** The window's view of a card, for tests and for focus. @param {number} index */
export function whereIs(index) {
  const card = cards.get(entities[index].id);
  return card ? network.canvasToDOM({ x: card[2] + card[4] / 2, y: card[3] + card[5] / 2 }) : null;
}
