// @ts-check
/** Source text: the quotes behind a fact with their words marked, and how to cite them. */
import { make, more, t, term } from "./data.js";

/** @param {any} proof */
function citation(proof) {
  const article = more.articles[proof.article];
  const words = proof.quotes.map((/** @type {any[]} */ q) => "“" + q[2] + "”").join(" … ");
  const from = article ? [article.publisher, "《" + article.title + "》", article.date].filter(Boolean).join(", ") : "";
  const spans = proof.quotes.map((/** @type {any[]} */ q) => q[4] + "–" + q[5]).join(", ");
  return [words, proof.speaker, from, t("chars", { start: spans.split("–")[0], end: spans.slice(spans.indexOf("–") + 1) }),
    article ? article.iri : ""].filter(Boolean).join(" — ");
}

/** @param {any[]} quote */
function line(quote) {
  const [role, prefix, exact, suffix] = quote;
  const note = t("role." + role);
  return make("p", { lang: "zh" }, prefix ? "…" + prefix : "", make("mark", {}, exact), suffix ? suffix + "…" : "",
    note && note !== "role." + role ? make("span", { class: "note", lang: document.documentElement.lang }, " (" + note + ")") : null);
}

/** One statement as a quotation with its source. @param {number} number */
export function quotation(number) {
  const proof = more.proofs[number];
  const article = more.articles[proof.article];
  const from = [
    proof.speaker ? t("said", { name: proof.speaker }) : "",
    article ? "《" + article.title + "》" : "", article ? article.publisher : "", article ? article.date : "",
    proof.confidence < 1 ? t("confidence", { value: proof.confidence.toFixed(2) }) : "",
    proof.modality !== "asserted" ? term(proof.modality) : "",
    proof.quotes.length ? t("chars", { start: proof.quotes[0][4], end: proof.quotes[0][5] }) : "",
  ].filter(Boolean).join(" · ");
  const copy = make("button", { type: "button" }, t("copy"));
  copy.addEventListener("click", async () => {
    await copyText(citation(proof));
    copy.textContent = t("copied");
  });
  return make("blockquote", {}, ...proof.quotes.map(line), make("footer", {}, from + " ", copy));
}

/** All statements behind a fact; a fact without one says so and shows no quotation. @param {number[]} numbers */
export function quotations(numbers) {
  const quoted = numbers.filter((n) => more.proofs[n].quotes.length);
  if (!quoted.length) return [make("p", { class: "note" }, t("noquote"))];
  return quoted.map(quotation);
}

/** Copy without asking for a permission when the clipboard is closed to files. @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = make("textarea", {});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
