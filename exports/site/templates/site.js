"use strict";
// Search; every page works without it.
(() => {
  const box = document.querySelector(".search");
  const field = box.querySelector("input");
  const list = box.querySelector("ul");
  const status = box.querySelector('[role="status"]');
  const english = document.documentElement.lang === "en";
  let chosen = -1;
  box.hidden = false;

  /** Load the index once, when somebody wants to search. */
  let loading = null;
  function load() {
    loading ||= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = box.dataset.index;
      script.onload = () => resolve(window.onecityIndex);
      document.head.append(script);
    });
    return loading;
  }

  const plain = (text) => text.toLowerCase().replace(/[\s\-_·（）()“”"《》]/g, "");

  /** Lower is better; -1 when the entry does not fit. */
  function rank(entry, wanted) {
    const [zh, en, others, pinyin] = entry;
    const names = [zh, en].filter(Boolean).map(plain);
    if (names.includes(wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    const other = others.split("|").map(plain);
    if (other.includes(wanted)) return 1;
    if (names.some((name) => name.includes(wanted))) return 2;
    if (other.some((name) => name.includes(wanted))) return 3;
    const initials = pinyin.split("-").map((part) => part[0]).join("");
    if (initials.startsWith(wanted) || plain(pinyin).startsWith(wanted)) return 4;
    return wanted.length > 2 && plain(pinyin).includes(wanted) ? 5 : -1;
  }

  function find(index, text) {
    const wanted = plain(text);
    if (!wanted) return [];
    return index.entries
      .map((entry) => [rank(entry, wanted), entry])
      .filter(([score]) => score >= 0)
      .sort((a, b) => a[0] - b[0] || a[1][0].length - b[1][0].length || (a[1][5] < b[1][5] ? -1 : 1))
      .map(([, entry]) => entry);
  }

  function show(index, found) {
    list.replaceChildren();
    for (const [number, entry] of found.slice(0, 12).entries()) {
      const [zh, en, , , kind, page] = entry;
      const [kindZh, kindEn, group, badge] = index.kinds[kind];
      const item = document.createElement("li");
      item.id = `hit-${number}`;
      item.role = "option";
      item.ariaSelected = "false";
      const link = document.createElement("a");
      link.href = box.dataset.root.replace(/[^/]*$/, "") + page;
      link.tabIndex = -1;
      link.className = `thing g-${group}`;
      const mark = document.createElement("span");
      mark.className = "badge";
      mark.ariaHidden = "true";
      mark.textContent = badge;
      const word = document.createElement("span");
      word.className = "word";
      word.textContent = english && en ? en : zh;
      const sort = document.createElement("span");
      sort.className = "quiet";
      sort.textContent = english ? kindEn : kindZh;
      link.append(mark, word, sort);
      item.append(link);
      list.append(item);
    }
    list.hidden = !found.length;
    field.ariaExpanded = String(!list.hidden);
    status.textContent = found.length ? box.dataset.count.replace("#", found.length) : box.dataset.none;
    choose(found.length ? 0 : -1);
  }

  function choose(number) {
    chosen = number;
    for (const [place, item] of [...list.children].entries()) item.ariaSelected = String(place === number);
    if (number >= 0) field.setAttribute("aria-activedescendant", `hit-${number}`);
    else field.removeAttribute("aria-activedescendant");
    list.children[number]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    field.ariaExpanded = "false";
    field.removeAttribute("aria-activedescendant");
    chosen = -1;
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", async () => {
    const text = field.value;
    const index = await load();
    if (text !== field.value) return;
    if (plain(text)) show(index, find(index, text));
    else close();
  });
  field.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape") {
      close();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose((chosen + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (!list.hidden && event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].firstChild.click();
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });
})();
