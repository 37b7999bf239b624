// @ts-check
/** 分区图: the board on a canvas by vis-network, every place computed beforehand. */
import { byId, entities, language, make, more, nameOf, page, t, ties, tiesOf } from "./data.js";
import { change, isTieShown, sceneExists, sceneName, state } from "./state.js";
import { plotter } from "./plot.js";
import { colour, loadPalette, paintCard, paintFrame, paintLane } from "./paint.js";

const KINDS = ["card", "chip", "title", "banner"];
/** @type {any} */
let network = null;
/** @type {any} */
let nodeSet = null;
/** @type {any} */
let edgeSet = null;
/** @type {Map<number, import("./paint.js").Card>} */
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
  while (here >= 0 && !cards.has(here)) here = entities[here].home;
  return here;
}

/** @param {number} inner @param {number} outer */
function isInside(inner, outer) {
  for (let here = entities[inner].home; here >= 0; here = entities[here].home) if (here === outer) return true;
  return false;
}

/** A name on its lines, each of so many characters. @param {string} name @param {number[]} breaks */
function linesOf(name, breaks) {
  const text = name.split(/\s+/).filter(Boolean).join(" ");
  let at = 0;
  return breaks.length ? breaks.map((size) => {
    while (text[at] === " ") at += 1;
    const line = text.slice(at, at + Math.abs(size)).trim();
    at += Math.abs(size);
    return size < 0 || (size === 0 && text) ? line + "…" : line;
  }) : [text];
}

/** Nodes for vis-network, from those that pyvis wrote, with the places of the scene. */
function sceneNodes() {
  cards = new Map(scene().cards.map((/** @type {number[]} */ [index, kind, x, y, w, h, ...breaks]) => {
    const entity = entities[index];
    const name = language.now === "en" ? entity.en || entity.zh : entity.zh || entity.en;
    return [index, { index, kind: KINDS[kind], x, y, w, h, lines: linesOf(name, breaks) }];
  }));
  return [...cards.values()].map((card) => ({
    ...page.nodes[card.index], label: undefined, x: card.x + card.w / 2, y: card.y + card.h / 2,
    ctxRenderer: (/** @type {any} */ request) => drawNode(request, card),
  }));
}

/** @param {any} the vis-network drawing request @param {import("./paint.js").Card} card */
function drawNode({ ctx, x, y }, card) {
  return {
    drawNode() {
      paintCard(ctx, card, x - card.w / 2, y - card.h / 2, {
        selected: card.index === state.node, pointed: card.index === pointed,
        faded: lit.size > 0 && !lit.has(card.index), opens: opens(card),
      });
    },
    nodeDimensions: { width: card.w, height: card.h },
  };
}

/** Whether the bar of a frame opens it. @param {import("./paint.js").Card} card */
function opens(card) {
  return card.kind === "title" && sceneExists(String(card.index)) && sceneName() !== String(card.index);
}

/** Lines of the chosen entity; several between two ends are one. Cross links of the whole are lanes. */
function sceneEdges() {
  lit = new Set();
  if (state.node < 0) return [];
  const chosen = standIn(state.node);
  /** @type {Map<string, {id: number, from: number, to: number, style: string, count: number}>} */
  const found = new Map();
  for (const i of tiesOf[state.node]) {
    const tie = ties[i];
    if (tie.style === "claim" || !isTieShown(i)) continue;
    const a = standIn(tie.from), b = standIn(tie.to);
    if (a < 0 || b < 0 || a === b || isInside(a, b) || isInside(b, a)) continue;
    const old = found.get(a + ">" + b);
    if (old) {
      old.count += 1;
      if (tie.style === "stated") old.style = "stated";
    } else found.set(a + ">" + b, { id: tie.id, from: a, to: b, style: tie.style, count: 1 });
  }
  if (chosen >= 0) {
    lit.add(chosen);
    for (const edge of found.values()) lit.add(edge.from).add(edge.to);
    for (const index of cards.keys()) if (entities[index].home === chosen) lit.add(index);
    for (let here = entities[chosen].home; here >= 0; here = entities[here].home) lit.add(here);
  }
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, 400).map((edge) => ({
    id: edge.id, from: entities[edge.from].id, to: entities[edge.to].id, width: 1.8 + Math.min(3, (edge.count - 1) * 0.5),
    dashes: edge.style === "planned" ? [6, 4] : edge.style === "inferred" ? [1.5, 3.5] : false,
    color: { color: colour("accent"), opacity: 0.95 },
  }));
}

/** The cross links, while nothing is chosen. @param {CanvasRenderingContext2D} ctx */
function paintLanes(ctx) {
  if (state.node >= 0) return;
  for (const [from, to, numbers, planned, points] of scene().lanes) {
    if (numbers.some(isTieShown)) paintLane(ctx, points, Boolean(planned), pointed === from || pointed === to);
  }
}

function fit() {
  const place = byId("canvas");
  const { w, h } = scene();
  if (!network || !place.clientWidth) return;
  const whole = Math.min((place.clientWidth - 18) / (w + 10), (place.clientHeight - 18) / (h + 10));
  // What is too much for the window begins at its left top corner, as wide as it is.
  const least = place.clientWidth < 700 ? 11 / 12 : Math.min(1, (place.clientWidth - 18) / (w + 10));
  const scale = whole * 12 >= 8 ? Math.min(whole, 1.5) : Math.max(whole, least);
  const x = scale * w > place.clientWidth ? place.clientWidth / 2 / scale - 8 : w / 2;
  const y = scale * h > place.clientHeight ? place.clientHeight / 2 / scale - 8 : h / 2;
  network.moveTo({ position: { x, y }, scale, animation: false });
}

/** What is under the pointer: a card, else the frame; and what it opens. @param {{x: number, y: number}} at */
function hit(at) {
  for (const card of cards.values()) {
    if (at.x >= card.x - 2 && at.x <= card.x + card.w + 2 && at.y >= card.y - 2 && at.y <= card.y + card.h + 2) {
      return { node: card.index, opens: opens(card) && at.x > card.x + card.w - 28 ? String(card.index) : "" };
    }
  }
  const found = { node: -1, opens: "" };
  for (const [node, x, y, w, h, depth, label = "", counts = []] of scene().frames) {
    if (at.x < x || at.x > x + w || at.y < y || at.y > y + h || depth === 0) continue;
    const key = node >= 0 ? String(node) : label === "board.rest" ? "rest" : "";
    Object.assign(found, { node, opens: counts.length && sceneExists(key) ? key : "" });
  }
  return found;
}

/** @param {{x: number, y: number}} at */
function press(at) {
  const { node, opens: key } = hit(at);
  if (key && sceneName() !== key) change({ scene: key, node: -1 });
  else change({ node });
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
    paintLanes(ctx);
  });
  network.once("afterDrawing", ready);
  network.on("click", (/** @type {any} */ event) => press(event.pointer.canvas));
  network.on("doubleClick", (/** @type {any} */ event) => openZone(hit(event.pointer.canvas).node));
  network.on("resize", fit);
  place.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (event.buttons) return;
    const corner = place.getBoundingClientRect();
    const { node, opens: key } = hit(network.DOMtoCanvas({ x: event.clientX - corner.left, y: event.clientY - corner.top }));
    place.classList.toggle("pointing", node >= 0 || key !== "");
    place.title = key ? t("open") : node >= 0 ? nameOf(node) : "";
    if (node === pointed) return;
    pointed = node;
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
  else if (sceneName() === "rest") bar.append(make("b", {}, t("board.rest")));
  bar.append(make("button", { type: "button", id: "save", click: saveDrawing }, t("save")));
  bar.append(make("button", { type: "button", class: "only-small", click: openFullMap }, t("map.open")));
}

/** The scene on show as SVG, with its lines and everything that stands out. @returns {SVGElement} */
function sceneDrawing() {
  const { w, h, frames } = scene();
  const plot = plotter(w, h);
  const ctx = /** @type {any} */ (plot);
  for (const frame of frames) paintFrame(ctx, frame);
  paintLanes(ctx);
  for (const card of cards.values()) {
    paintCard(ctx, card, card.x, card.y, { selected: false, pointed: false, faded: false, opens: false });
  }
  return plot.svg;
}

/** Keep the board on show as a file. */
function saveDrawing() {
  const text = new XMLSerializer().serializeToString(sceneDrawing());
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  make("a", { href: address, download: document.title + ".svg" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Before printing: the opened zone stands in for the drawing that the page came with. */
export function drawForPrint() {
  const theme = document.documentElement.dataset.theme || "light";
  document.documentElement.dataset.theme = "light";
  loadPalette();
  byId("stage").querySelector(".now")?.remove();
  const own = sceneName() !== more.first[language.now];
  document.documentElement.classList.toggle("own", own);
  if (own) {
    const drawing = sceneDrawing();
    drawing.setAttribute("class", "now");
    byId("stage").append(drawing);
  }
  document.documentElement.dataset.theme = theme;
  loadPalette();
}

/** Move the board sideways. @param {number} by */
export function pan(by) {
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + by, y }, animation: false });
}

/** The window's view of a card, for tests and for focus. @param {number} index */
export function whereIs(index) {
  const card = cards.get(index);
  return card ? network.canvasToDOM({ x: card.x + card.w / 2, y: card.y + card.h / 2 }) : null;
}
