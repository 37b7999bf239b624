// @ts-check
/** Drawing on the canvas: frames, cards, badges and discs of progress. */
import { entities, groups, more, t } from "./data.js";
import { isShown } from "./state.js";

/** @typedef {{index: number, kind: string, x: number, y: number, w: number, h: number, lines: string[]}} Card */

const FONTS = '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif';
/** @type {Record<string, string>} */
const palette = {};
const BADGE_FONT = `600 10.5px ${FONTS}`;

/** Take over the colours of the style sheet, so that there is one place for them. */
export function loadPalette() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "soft", "line", "accent", "lane", "badge-ink", "frame-edge", "frame0", "frame1", "frame2", "frame3"]) {
    palette[name] = style.getPropertyValue("--" + name).trim();
  }
}

/** @param {string} name */
export function colour(name) {
  return palette[name];
}

/** @param {string} group @returns {import("./data.js").Group} */
function groupOf(group) {
  return /** @type {any} */ (groups.get(group) || groups.get("other"));
}

/** Fill, edge and ink of a group. @param {string} group @returns {string[]} */
function inks(group) {
  return groupOf(group)[document.documentElement.dataset.theme === "dark" ? "dark" : "light"];
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} w @param {number} h @param {number} r */
function box(ctx, x, y, w, h, r) {
  const radius = Math.min(r, w / 2, h / 2);
  ctx.beginPath();
  ctx.moveTo(x + radius, y);
  ctx.arcTo(x + w, y, x + w, y + h, radius);
  ctx.arcTo(x + w, y + h, x, y + h, radius);
  ctx.arcTo(x, y + h, x, y, radius);
  ctx.arcTo(x, y, x + w, y, radius);
  ctx.closePath();
}

/** @param {CanvasRenderingContext2D} ctx @param {any[]} frame */
export function paintFrame(ctx, frame) {
  const [, x, y, w, h, depth, label = "", counts = [], countY = 0] = frame;
  box(ctx, x, y, w, h, 8);
  ctx.fillStyle = palette["frame" + Math.min(depth, 3)];
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette["frame-edge"];
  ctx.stroke();
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `12px ${FONTS}`;
  if (label) {
    ctx.fillStyle = palette.soft;
    ctx.fillText(t(label), x + 10, y + 14);
  }
  const perRow = Math.max(1, Math.floor((w - 18) / 46));
  counts.forEach((/** @type {[string, number]} */ [group, count], /** @type {number} */ i) => {
    const left = x + 9 + 46 * (i % perRow);
    const top = countY + 22 * Math.floor(i / perRow);
    paintBadge(ctx, left, top, 18, group, groupOf(group).badge);
    ctx.font = `12px ${FONTS}`;
    ctx.textAlign = "left";
    ctx.fillStyle = palette.soft;
    ctx.fillText(String(count), left + 22, top + 9.5);
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} size @param {string} group @param {string} badge */
function paintBadge(ctx, x, y, size, group, badge) {
  const [, edge] = inks(group);
  box(ctx, x, y, size, size, 4);
  ctx.fillStyle = edge;
  ctx.fill();
  ctx.font = BADGE_FONT;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = palette["badge-ink"];
  ctx.fillText(badge, x + size / 2, y + size / 2 + 0.6);
}

/**
 * A line through the gaps with an arrow at its end.
 * @param {CanvasRenderingContext2D} ctx @param {number[][]} points @param {boolean} planned @param {boolean} lit
 */
export function paintLane(ctx, points, planned, lit) {
  const [last, before] = [points[points.length - 1], points[points.length - 2]];
  const turn = Math.atan2(last[1] - before[1], last[0] - before[0]);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = lit ? palette.accent : palette.lane;
  ctx.lineWidth = lit ? 2.2 : 1.4;
  ctx.lineJoin = "round";
  ctx.setLineDash(planned ? [5, 3] : []);
  ctx.beginPath();
  ctx.moveTo(points[0][0], points[0][1]);
  for (let i = 1; i < points.length - 1; i++) {
    ctx.arcTo(points[i][0], points[i][1], points[i + 1][0], points[i + 1][1], 4);
  }
  ctx.lineTo(last[0], last[1]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(points[0][0], points[0][1], 2.2, 0, 2 * Math.PI);
  ctx.fill();
  ctx.translate(last[0], last[1]);
  ctx.rotate(turn);
  ctx.beginPath();
  ctx.moveTo(0.5, 0);
  ctx.lineTo(-6, -3);
  ctx.lineTo(-6, 3);
  ctx.closePath();
  ctx.fill();
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} r @param {string} status */
function paintDisc(ctx, x, y, r, status) {
  const rung = more.statuses.indexOf(status);
  if (rung < 0) return;
  const share = Math.min(1, (rung + 1) / (more.statuses.length - 1));
  ctx.setLineDash([]);
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.strokeStyle = palette.ink;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.arc(x, y, r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  ctx.closePath();
  ctx.fillStyle = palette.ink;
  ctx.fill();
}

/**
 * Paint one card with its corner at (x, y).
 * @param {CanvasRenderingContext2D} ctx @param {Card} card @param {number} x @param {number} y
 * @param {{selected: boolean, faded: boolean, pointed: boolean, opens: boolean}} look
 */
export function paintCard(ctx, card, x, y, look) {
  const { index, kind, w, h, lines } = card;
  const entity = entities[index];
  const colours = inks(entity.group);
  const edge = colours[1];
  const shown = isShown(index);
  const strong = entity.strong && shown && !look.faded;
  const fill = strong ? edge : colours[0];
  const ink = strong ? colours[0] : edge;
  const unbuilt = more.unbuilt.includes(entity.status);
  const solid = kind === "title" || kind === "banner";
  ctx.save();
  ctx.globalAlpha = shown ? (look.faded ? (solid ? 0.55 : 0.3) : 1) : solid ? 0.4 : 0.08;
  if (look.selected || look.pointed) {
    box(ctx, x - 4, y - 4, w + 8, h + 8, kind === "chip" ? 15 : 9);
    ctx.fillStyle = palette.accent;
    ctx.globalAlpha *= look.selected ? 1 : 0.35;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  box(ctx, x, y, w, h, kind === "card" ? 5 : kind === "chip" ? h / 2 : 8);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = 1.2;
  ctx.setLineDash(unbuilt ? [4, 2.5] : []);
  ctx.strokeStyle = edge;
  ctx.stroke();
  ctx.setLineDash([]);
  const size = solid && lines.length ? (h - 10) / lines.length - 3 : 12;
  const step = size + (kind === "card" ? 3 : 4);
  ctx.font = `${solid ? "600 " : ""}${size}px ${FONTS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = ink;
  const middle = x + w / 2 + (kind === "chip" ? 8.5 : 0);
  const top = y + h / 2 - (step * (lines.length - 1)) / 2 + 0.5;
  lines.forEach((/** @type {string} */ line, /** @type {number} */ i) => ctx.fillText(line, middle, top + i * step));
  if (entity.badge) {
    if (kind === "card") paintBadge(ctx, x - 6, y - 6, 15, entity.group, entity.badge);
    else paintBadge(ctx, x + 5, y + h / 2 - 7.5, 15, entity.group, entity.badge);
  }
  if (look.opens) {
    ctx.font = `600 13px ${FONTS}`;
    ctx.fillStyle = ink;
    ctx.textAlign = "right";
    ctx.fillText("⤢", x + w - 8, y + h / 2);
  }
  if (kind !== "chip") paintDisc(ctx, x + w - 3, y + 0.5, 4.5, entity.status);
  ctx.restore();
}
