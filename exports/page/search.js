// @ts-check
/** Search as one types, over names, other names and English; in the head and wherever one picks an entity. */
import { byId, entities, make, nameOf, t, tag } from "./data.js";
import { change } from "./state.js";

const fold = (/** @type {string} */ text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
/** Names to search in, folded when somebody first searches. @type {string[][]} */
let texts = [];

/** Entities whose name begins with, then contains, the words. @param {string} words */
export function findEntities(words) {
  const wanted = fold(words);
  if (!wanted) return [];
  /** @type {{index: number, best: number, size: number}[]} */
  const ranked = [];
  if (!texts.length) texts = entities.map((e) => [e.zh, e.en, ...e.aliases].map(fold));
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

/** What of an entity answers the words when its name does not show it. @param {number} index @param {string} words */
function reason(index, words) {
  const entity = entities[index];
  if (fold(nameOf(index)).includes(words)) return "";
  const alias = entity.aliases.find((form) => fold(form).includes(words));
  return alias || (fold(entity.en).includes(words) ? entity.en : entity.zh);
}

/**
 * Let one pick an entity in a box with its list of hits.
 * @param {any} box @param {any} list @param {(index: number) => void} choose
 */
export function startPicker(box, list, choose) {
  /** @type {number[]} */
  let found = [];
  let active = 0;
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (/** @type {number} */ place) => {
    if (found[place] === undefined) return;
    close();
    choose(found[place]);
  };
  const paint = () => {
    const words = fold(box.value);
    list.replaceChildren(...found.slice(0, 12).map((index, place) => {
      const shown = reason(index, words);
      return make("li", {
        role: "option", id: `${list.id}-${place}`, "aria-selected": String(place === active),
        pointerdown: (/** @type {Event} */ e) => { e.preventDefault(); take(place); },
      }, tag(entities[index].group, entities[index].badge), make("span", {}, nameOf(index)), shown ? make("small", {}, shown) : null);
    }));
    if (!found.length) list.append(make("li", { class: "note", role: "option", "aria-disabled": "true" }, t("search.none")));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    if (found.length) box.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    byId("live").textContent = t("search.count", { count: found.length });
  };
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
    else if (event.key === "Enter") return list.hidden ? undefined : take(active);
    else if (event.key === "Escape") {
      if (list.hidden && !box.value) return;
      box.value = "";
      close();
      event.stopPropagation();
      return;
    } else return;
    event.preventDefault();
    if (found.length) paint();
  });
}

/**
 * A labelled box in which one picks an entity; it shows the one that is picked.
 * @param {string} id @param {string} label @param {number} picked @param {(index: number) => void} choose
 */
export function picker(id, label, picked, choose) {
  const box = make("input", {
    id, type: "search", autocomplete: "off", spellcheck: "false", role: "combobox", "aria-expanded": "false",
    "aria-controls": id + "-hits", "aria-autocomplete": "list", placeholder: t("pick"),
  });
  box.value = picked >= 0 ? nameOf(picked) : "";
  const list = make("ul", { id: id + "-hits", class: "hits", role: "listbox", "aria-label": label, hidden: true });
  startPicker(box, list, (index) => { box.value = nameOf(index); choose(index); });
  return make("div", { class: "picker" }, make("label", { for: id }, label), box, list);
}

export function startSearch() {
  const box = byId("query");
  startPicker(box, byId("hits"), (index) => {
    box.value = "";
    change({ node: index });
    byId("panel-name")?.focus();
  });
  box.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") box.blur();
  });
}

export function updateSearch() {
  byId("query").placeholder = t("search");
  byId("query").setAttribute("aria-label", t("search"));
  byId("hits").setAttribute("aria-label", t("search"));
}
