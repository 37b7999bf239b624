// @ts-check
/** Legend and filter in one: types, progress and relations with their counts. */
import { byId, disc, entities, language, make, more, t, tag, term, ties } from "./data.js";
import { change, state } from "./state.js";

/** @param {string} name @param {string} key @param {any} mark @param {string} label @param {number} count */
function line(name, key, mark, label, count) {
  const set = /** @type {any} */ (state)[name];
  const box = make("input", { type: "checkbox", "data-filter": name, value: key });
  box.checked = !set.has(key);
  box.addEventListener("change", () => {
    const next = new Set(/** @type {any} */ (state)[name]);
    if (box.checked) next.delete(key);
    else next.add(key);
    change({ [name]: next });
  });
  return make("label", {}, box, mark, make("span", {}, label), make("span", { class: "n" }, String(count)));
}

/** @param {string[]} keys @returns {Map<string, number>} */
function tally(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
  return counts;
}

/** @param {string} key @param {string} name @param {Map<string, number>} counts */
function heading(key, name, counts) {
  const off = /** @type {any} */ (state)[name];
  const all = make("button", { type: "button" }, off.size ? t("show.all") : "–");
  all.setAttribute("aria-label", t(key) + ": " + t("show.all"));
  all.addEventListener("click", () => change({ [name]: off.size ? new Set() : new Set(counts.keys()) }));
  return make("h3", {}, t(key), all);
}

/** Rebuild the legend; counts are of what the page holds, not of what is ticked. */
export function updateFilters() {
  const place = byId("filters");
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  const again = focused && focused.dataset.filter ? `[data-filter="${focused.dataset.filter}"][value="${CSS.escape(focused.value)}"]` : "";
  place.setAttribute("aria-label", t("filters"));
  const types = tally(entities.map((e) => e.group));
  const statuses = tally(entities.filter((e) => e.status).map((e) => e.status));
  const drawn = ties.filter((tie) => tie.style !== "claim" && (tie.style !== "inferred" || state.inferred));
  const relations = tally(drawn.map((tie) => tie.predicate));
  statuses.set("none", entities.length - [...statuses.values()].reduce((a, b) => a + b, 0));
  const inferred = ties.filter((tie) => tie.style === "inferred").length;
  const made = [heading("types", "off", types)];
  for (const group of more.groups) {
    const count = types.get(group.id);
    if (count) made.push(line("off", group.id, tag(group.id), group[language.now], count));
  }
  made.push(heading("statuses", "statusOff", statuses));
  for (const status of [...more.statuses, "none"]) {
    const count = statuses.get(status);
    if (count) made.push(line("statusOff", status, disc(status), status === "none" ? t("status.none") : term(status), count));
  }
  made.push(heading("relations", "relOff", relations));
  for (const [predicate, count] of [...relations].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    made.push(line("relOff", predicate, null, term(predicate), count));
  }
  if (inferred) {
    const box = make("input", { type: "checkbox" });
    box.checked = state.inferred;
    box.addEventListener("change", () => change({ inferred: box.checked }));
    made.push(make("label", {}, box, make("span", {}, t("inferred")), make("span", { class: "n" }, String(inferred))));
  }
  place.replaceChildren(...made);
  if (again) place.querySelector(again)?.focus();
}
