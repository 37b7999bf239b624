// @ts-check
/** Search as one types, over names, other names and English. */
import { byId, entities, make, nameOf, t, tag } from "./data.js";
import { change } from "./state.js";

const fold = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const texts = entities.map((e) => [e.zh, e.en, ...e.aliases].map(fold));
/** @type {number[]} */
let found = [];
let active = 0;

/** Entities whose name begins with, then contains, the words. @param {string} words */
export function findEntities(words) {
  const wanted = fold(words);
  if (!wanted) return [];
  const ranked = [];
  texts.forEach((forms, index) => {
    let best = 9;
    forms.forEach((form, place) => {
      const at = form.indexOf(wanted);
      if (at < 0) return;
      best = Math.min(best, (form === wanted ? 0 : at === 0 ? 1 : 2) + (place > 1 ? 0.5 : 0));
    });
    if (best < 9) ranked.push({ index, best, size: forms[0].length });
  });
  ranked.sort((a, b) => a.best - b.best || a.size - b.size || a.index - b.index);
  return ranked.map((entry) => entry.index);
}

function close() {
  byId("hits").hidden = true;
  byId("query").setAttribute("aria-expanded", "false");
  byId("query").removeAttribute("aria-activedescendant");
}

function paint() {
  const list = byId("hits");
  list.replaceChildren(...found.slice(0, 12).map((index, place) => {
    const entity = entities[index];
    const words = fold(byId("query").value);
    const alias = entity.aliases.find((form) => fold(form).includes(words));
    const shown = fold(nameOf(index)).includes(words) ? "" : alias || (fold(entity.en).includes(words) ? entity.en : entity.zh);
    return make("li", { role: "option", id: "hit-" + place, "aria-selected": String(place === active), pointerdown: (/** @type {Event} */ e) => { e.preventDefault(); choose(place); } },
      tag(entity.group, entity.badge), make("span", {}, nameOf(index)), shown ? make("small", {}, shown) : null);
  }));
  if (!found.length) list.append(make("li", { class: "note" }, t("search.none")));
  list.hidden = false;
  byId("query").setAttribute("aria-expanded", "true");
  if (found.length) byId("query").setAttribute("aria-activedescendant", "hit-" + active);
  byId("live").textContent = t("search.count", { count: found.length });
}

/** @param {number} place */
function choose(place) {
  const index = found[place];
  if (index === undefined) return;
  close();
  byId("query").value = "";
  change({ node: index });
  byId("panel-name")?.focus();
}

export function startSearch() {
  const box = byId("query");
  box.addEventListener("input", () => {
    found = findEntities(box.value);
    active = 0;
    if (fold(box.value)) paint();
    else close();
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const last = Math.min(found.length, 12) - 1;
    if (event.key === "ArrowDown") active = Math.min(last, active + 1);
    else if (event.key === "ArrowUp") active = Math.max(0, active - 1);
    else if (event.key === "Enter") return choose(active);
    else if (event.key === "Escape") {
      box.value = "";
      close();
      box.blur();
      event.stopPropagation();
      return;
    } else return;
    event.preventDefault();
    if (found.length) paint();
  });
}

export function updateSearch() {
  byId("query").placeholder = t("search");
  byId("query").setAttribute("aria-label", t("search"));
}
