"use strict";
const root = document.documentElement;
document.getElementById("language").addEventListener("click", () => {
  const language = root.dataset.language === "zh" ? "en" : "zh";
  root.dataset.language = language;
  root.lang = language;
});
