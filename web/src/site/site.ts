import "../styles/base.css";
import "../styles/sizes.css";
import "../styles/controls.css";
import "../styles/list.css";
import "../styles/map.css";
import "../styles/load-list.css";
import "../styles/palette.css";
import "../styles/screen-table.css";
import "../styles/site.css";
import "../styles/site-pictures.css";
import "../styles/site-narrow.css";
import "../styles/site-sizes.css";
import "../styles/site-unscripted.css";
import { copy } from "../words/clipboard.ts";
import { learnPageLanguage } from "../words/page-language.ts";
import { say } from "../words/spoken.ts";
import { addKeptSearches } from "./keep-searches.ts";
import { addLoadList } from "./load-lists.ts";
import { addLights } from "./map-lights.ts";
import { addPalette } from "./palette.ts";
import { addScreenTable } from "./screen-table.ts";
import { addSliders } from "./stored-answers.ts";

await learnPageLanguage();

/** What the pages of the site can do beyond what the server has drawn. Without it they can all be read. */
for (const holder of document.querySelectorAll<HTMLElement>(".copy")) {
  holder.hidden = false;
  holder.querySelector("button")?.addEventListener("click", async () => {
    const told = holder.querySelector("[role=status]");
    const done = await copy(holder.querySelector("template")?.content.textContent ?? "");
    if (told) told.textContent = say(done ? "Copied as CSV." : "The browser did not allow copying.");
  });
}

const search = document.querySelector<HTMLFormElement>("search form");
if (search) addPalette(search.action.replace(/search$/, ""));

addKeptSearches();

for (const stored of document.querySelectorAll<HTMLElement>("[data-answers]")) addSliders(stored);

const map = document.querySelector<HTMLElement>("[data-map]");
if (map) addLights(map);

const list = document.querySelector<HTMLFormElement>("form[data-jobs]");
if (list) addLoadList(list);

const session = document.querySelector<HTMLFormElement>("form[data-session]");
session?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const token = session.querySelector<HTMLInputElement>("input")?.value.trim() ?? "";
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ token });
  const response = await fetch(session.dataset.session ?? "session", { method: "POST", headers, body }).catch(() => null);
  if (response?.ok) window.location.reload();
  else
    session.querySelector("[role=alert]")!.textContent = say(
      response ? "The server did not take that token." : "The server does not answer.",
    );
});

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-png]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const picture = new Image();
    picture.src = button.dataset.png ?? "";
    await picture.decode();
    const canvas = document.createElement("canvas");
    // Twice its size, for print and slides
    [canvas.width, canvas.height] = [2 * picture.naturalWidth, 2 * picture.naturalHeight];
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const link = document.createElement("a");
    link.href = canvas.toDataURL("image/png");
    link.download = `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}.png`;
    link.click();
  });
}

const table = document.querySelector<HTMLElement>("[data-screen-table]");
if (table) addScreenTable(table);
