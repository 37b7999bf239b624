// @ts-check
/** A drawing context that makes SVG: what the canvas shows, for print and to keep as a file. */

const SPACE = "http://www.w3.org/2000/svg";

/** @param {number} value */
const short = (value) => String(Math.round(value * 10) / 10);

/**
 * As much of a canvas context as :file:`paint.js` uses. Text is set as text, never as markup.
 * @param {number} width @param {number} height
 */
export function plotter(width, height) {
  const svg = document.createElementNS(SPACE, "svg");
  svg.setAttribute("xmlns", SPACE);
  svg.setAttribute("viewBox", `-8 -8 ${short(width + 16)} ${short(height + 16)}`);
  let path = "";
  let corner = [0, 0];
  /** @type {any[]} */
  const kept = [];
  const look = {
    fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineJoin: "miter", globalAlpha: 1, font: "12px sans-serif",
    textAlign: "left", textBaseline: "middle", dashes: [0], move: "",
  };
  /** @param {string} name @param {Record<string, string>} values @param {string} [text] */
  const add = (name, values, text) => {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    if (look.globalAlpha < 1) made.setAttribute("opacity", short(look.globalAlpha));
    if (look.move) made.setAttribute("transform", look.move);
    // A file of XML may not hold these at all.
    if (text !== undefined) made.textContent = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
    svg.append(made);
  };
  const point = (/** @type {number} */ x, /** @type {number} */ y) => `${short(x)} ${short(y)}`;
  const to = (/** @type {string} */ letter, /** @type {number} */ x, /** @type {number} */ y) => {
    path += letter + point(x, y);
    corner = [x, y];
  };
  return Object.assign(look, {
    svg,
    beginPath() { path = ""; },
    closePath() { path += "Z"; },
    moveTo(/** @type {number} */ x, /** @type {number} */ y) { to("M", x, y); },
    lineTo(/** @type {number} */ x, /** @type {number} */ y) { to("L", x, y); },
    /** Straight to where the corner begins, then around it. */
    arcTo(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ nx, /** @type {number} */ ny, /** @type {number} */ radius) {
      const before = Math.hypot(corner[0] - x, corner[1] - y), after = Math.hypot(nx - x, ny - y);
      const cut = Math.min(radius, before, after);
      const part = (/** @type {number} */ px, /** @type {number} */ py, /** @type {number} */ length) =>
        length ? [x + (px - x) * cut / length, y + (py - y) * cut / length] : [x, y];
      const [ax, ay] = part(corner[0], corner[1], before);
      const [bx, by] = part(nx, ny, after);
      to("L", ax, ay);
      path += `Q${point(x, y)} ${point(bx, by)}`;
      corner = [bx, by];
    },
    arc(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {number} */ from, /** @type {number} */ until) {
      const at = (/** @type {number} */ turn) => [x + r * Math.cos(turn), y + r * Math.sin(turn)];
      const half = (from + until) / 2;
      const [a, b, c] = [at(from), at(half), at(until)];
      path += `${path ? "L" : "M"}${point(a[0], a[1])}A${r} ${r} 0 0 1 ${point(b[0], b[1])}A${r} ${r} 0 0 1 ${point(c[0], c[1])}`;
    },
    fill() { add("path", { d: path, fill: look.fillStyle }); },
    stroke() {
      /** @type {Record<string, string>} */
      const dashes = look.dashes.length > 1 ? { "stroke-dasharray": look.dashes.join(" ") } : {};
      add("path", { d: path, fill: "none", stroke: look.strokeStyle, "stroke-width": String(look.lineWidth), ...dashes });
    },
    fillText(/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) {
      const [, weight = "400", size, family] = /^(?:(\d+) )?([\d.]+px) (.*)$/.exec(look.font) || [];
      const anchor = look.textAlign === "center" ? "middle" : look.textAlign === "right" ? "end" : "start";
      add("text", {
        x: short(x), y: short(y), fill: look.fillStyle, "font-size": size || "12px", "font-weight": weight,
        "font-family": family || "sans-serif", "text-anchor": anchor, dy: "0.35em",
      }, text);
    },
    setLineDash(/** @type {number[]} */ dashes) { look.dashes = dashes; },
    translate(/** @type {number} */ x, /** @type {number} */ y) { look.move += `translate(${point(x, y)})`; },
    rotate(/** @type {number} */ turn) { look.move += `rotate(${short((turn * 180) / Math.PI)})`; },
    save() { kept.push({ ...look, svg: undefined }); },
    restore() {
      const { svg: _, ...old } = kept.pop();
      for (const name of Object.keys(old)) if (typeof old[name] !== "function") /** @type {any} */ (look)[name] = old[name];
    },
  });
}
