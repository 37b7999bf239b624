// @ts-check
/** An entity or a relation as something to click, the same in every view. */
import { disc, entities, inverse, isForeign, make, more, nameOf, t, tag, term, ties } from "./data.js";
import { change } from "./state.js";
import { closeSheet, quoteButton } from "./quotes.js";

/** @param {number} index */
function go(index) {
  closeSheet();
  change({ node: index });
}

/** A row that goes to an entity. @param {number} index @param {string} [note] */
export function entityButton(index, note) {
  const entity = entities[index];
  return make("button", { type: "button", class: "row", "data-node": entity.key, click: () => go(index) },
    tag(entity.group, entity.badge), make("span", { lang: isForeign(index) ? "zh" : null }, nameOf(index)), disc(entity.status),
    note ? make("small", {}, note) : null);
}

/** A name in a sentence that goes to its entity. @param {number} index */
export function entityLink(index) {
  return make("button", { type: "button", class: "other", lang: isForeign(index) ? "zh" : null, click: () => go(index) }, nameOf(index));
}

/** How an entity is tied to the other end of a relation, as words. @param {number} i @param {number} from */
export function tieWords(i, from) {
  const tie = ties[i];
  return tie.from === from ? term(tie.predicate) : inverse(tie.predicate);
}

/** What marks a relation that is not plainly stated. @param {number} i */
export function tieFlag(i) {
  if (ties[i].style === "planned") return make("span", { class: "flag" }, t("planned.tag"));
  if (ties[i].style === "inferred") return make("span", { class: "flag solid" }, t("inferred.tag"));
  return null;
}

/** Whole relation: both ends, the words between, its sentences; a post where the number is below zero. @param {number} number */
export function tieRow(number) {
  if (number < 0) {
    const post = more.posts[-1 - number];
    return make("div", { class: "fact" }, entityLink(post.person), make("span", { class: "note", lang: "zh" }, " " + post.title + " "),
      entityLink(post.body), quoteButton(`${nameOf(post.person)} ${post.title} ${nameOf(post.body)}`, post.proofs));
  }
  const tie = ties[number];
  const words = `${nameOf(tie.from)} ${term(tie.predicate)} ${nameOf(tie.to)}`;
  return make("div", { class: "fact" }, entityLink(tie.from), make("span", { class: "note" }, " " + term(tie.predicate) + " "),
    entityLink(tie.to), tieFlag(number), quoteButton(words, tie.proofs));
}
