// @ts-check
/** Source text: the quotes behind a fact with their words marked, and how to cite them. */
import { byId, language, make, more, proofOf, t, term } from "./data.js";

/**
 * After GB/T 7714-2015, 4.4: title[N]. publisher, date: place.
 * @param {import("./data.js").Proof} proof
 */
export function citation(proof) {
  const article = more.articles[proof.article];
  const words = "“" + proof.quotes.map((quote) => quote.exact).join(" … ") + "”";
  const said = proof.speaker ? t("said", { name: proof.speaker }) + " " : "";
  if (!article) return said + words;
  const place = proof.quotes.length ? ": " + span(proof) : "";
  const from = [article.publisher, article.date].filter(Boolean).join(", ");
  return `${said}${words}. ${article.title}[N]. ${from}${place}. ${article.iri}`;
}

/** Where the words stand, from the first to the last of them. @param {import("./data.js").Proof} proof */
function span(proof) {
  return t("chars", {
    start: Math.min(...proof.quotes.map((quote) => quote.start)),
    end: Math.max(...proof.quotes.map((quote) => quote.end)),
  });
}

/** @param {import("./data.js").Quote} quote */
export function quoteLine(quote) {
  const note = t("role." + quote.role);
  return make("p", { lang: "zh" }, quote.prefix ? "…" + quote.prefix : "", make("mark", {}, quote.exact),
    quote.suffix ? quote.suffix + "…" : "",
    note && note !== "role." + quote.role ? make("span", { class: "note", lang: language.now }, " (" + note + ")") : null);
}

/** One statement as a quotation with its source. @param {number} number */
export function quotation(number) {
  const proof = proofOf(number);
  const article = more.articles[proof.article];
  const from = [
    proof.speaker ? t("said", { name: proof.speaker }) : "",
    article ? "《" + article.title + "》" : "", article ? article.publisher : "", article ? article.date : "",
    proof.confidence < 1 ? t("confidence", { value: proof.confidence.toFixed(2) }) : "",
    proof.modality !== "asserted" ? term(proof.modality) : "",
    proof.quotes.length ? span(proof) : "",
  ].filter(Boolean).join(" · ");
  const copy = make("button", { type: "button" }, t("copy"));
  copy.addEventListener("click", async () => {
    await copyText(citation(proof));
    copy.textContent = t("copied");
  });
  return make("blockquote", {}, ...proof.quotes.map(quoteLine), make("footer", {}, from + " ", copy));
}

/** All statements behind a fact; a fact without one says so and shows no quotation. @param {number[]} numbers */
export function quotations(numbers) {
  const quoted = numbers.filter((n) => (more.proofs[n][1] || []).length);
  if (!quoted.length) return [make("p", { class: "note" }, t("noquote"))];
  return quoted.map(quotation);
}

/** A button that opens the sentences behind a fact. @param {string} title @param {number[]} numbers */
export function quoteButton(title, numbers) {
  const count = numbers.filter((n) => (more.proofs[n][1] || []).length).length;
  if (!count) return make("span", { class: "note" }, t("noquote.short"));
  return make("button", {
    type: "button", class: "cite", "aria-label": title + ": " + t("sentences", { count }),
    click: () => openSheet(title, quotations(numbers)),
  }, "“”", count > 1 ? make("small", {}, String(count)) : null);
}

/** Show some content over the page until it is closed. @param {string} title @param {any[]} content */
export function openSheet(title, content) {
  const sheet = byId("sheet");
  const close = make("button", { type: "button", "aria-label": t("close"), click: () => sheet.close() }, "×");
  sheet.setAttribute("aria-label", title);
  sheet.replaceChildren(make("div", { class: "top" }, make("h2", {}, title), close),
    make("div", { class: "sheetbody", tabindex: "0", role: "group", "aria-label": title }, ...content));
  if (!sheet.open) sheet.showModal();
}

/** Close what lies over the page, before the page shows something else. */
export function closeSheet() {
  if (byId("sheet").open) byId("sheet").close();
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
