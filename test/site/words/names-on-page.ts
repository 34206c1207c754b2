import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { saidOnPage } from "./said-on-page.ts";

const data = fileURLToPath(new URL("../../../data", import.meta.url));

/** Names of the atlas, of scenarios, plans and events: what pages say as it is recorded, in any language. */
export const recordedNames = (): ReadonlySet<string> =>
  new Set([
    ...readdirSync(`${data}/atlas`).flatMap((file) => (parse(readFileSync(`${data}/atlas/${file}`)) as string[][]).flat()),
    ...readdirSync(`${data}/events`).flatMap((file) =>
      [...readFileSync(`${data}/events/${file}`, "utf8").matchAll(/^- id: (.+)\n {2}what: "?(.+?)"?$/gm)].map(
        ([, id, what]) => `${id}: ${what}`,
      ),
    ),
    ...["scenarios", "plans"].flatMap((folder) =>
      readdirSync(`${data}/${folder}`).flatMap((file) => [
        file.replace(".yaml", ""),
        /^name: "?(.*?)"?$/m.exec(readFileSync(`${data}/${folder}/${file}`, "utf8"))?.[1] ?? "",
        /^home: \{ name: (.+?),/m.exec(readFileSync(`${data}/${folder}/${file}`, "utf8"))?.[1] ?? "",
      ]),
    ),
  ]);

/** What the interface says in English on a page in another language, but for names and what was asked for. */
export const englishLeft = (html: string, names: ReadonlySet<string>, asked: readonly string[] = []): readonly string[] =>
  saidOnPage(html)
    .filter(({ slot, isEnglish, text }) => slot !== null && (isEnglish || /[A-Za-z]{4}/.test(text)) && !/\p{Script=Han}/u.test(text))
    .map(({ text }) => text)
    .filter(
      (text) =>
        !kept.has(text) && !asked.includes(text) && !text.split(/, | and /).every((name) => isName(name, names)) && !isName(text, names),
    );

const isName = (text: string, names: ReadonlySet<string>): boolean => names.has(text) || names.has(text.replace(/^(?:the|\d+) /i, ""));

/** The same in any language. */
const kept = new Set(["Levermap", "English", "CRPS", "PageRank"]);
