// @ts-check
/** 目录: the same containment as the map, as nested lists, for keyboards and narrow screens. */
import { byId, childrenOf, make, more, t } from "./data.js";
import { isShown, state } from "./state.js";
import { entityButton } from "./entry.js";

/** @param {number} index @param {number} depth @returns {any} */
function branch(index, depth) {
  const below = childrenOf[index];
  const inner = depth < 12 ? below.map((child) => branch(child, depth + 1)).filter(Boolean) : [];
  if (!isShown(index) && !inner.length) return null;
  return make("li", {}, entityButton(index, below.length ? t("start.items", { count: below.length }) : ""),
    inner.length ? make("ul", {}, ...inner) : null);
}

let painted = false;

/** @param {Set<string>} changed */
export function updateOutline(changed) {
  if (state.view !== "outline") {
    painted = false;
    return;
  }
  if (painted && changed.size === 1 && changed.has("node")) return;
  painted = true;
  const roots = [...more.roots].sort((a, b) => (b === more.top ? 1 : 0) - (a === more.top ? 1 : 0) ||
    (childrenOf[b].length ? 1 : 0) - (childrenOf[a].length ? 1 : 0));
  byId("view-outline").replaceChildren(make("ul", {}, ...roots.map((root) => branch(root, 0)).filter(Boolean)));
}
