import { readdirSync, readFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { bundledFile } from "../../src/base/built-file.ts";

/** Reading the bundled data as it lies there, for tests of what it says. */

export type Cells = Readonly<Record<string, string>>;

/** The records of a bundled table by its path in `data/`, as text. */
export const cells = (path: string): readonly Cells[] =>
  parseCsv(readFileSync(bundledFile(path)), { columns: true, skip_empty_lines: true });

const column = (path: string, name: string): ReadonlySet<string> => new Set(cells(path).map((row) => row[name] ?? ""));

/** What ids the atlas declares. */
export const declared = {
  technologies: column("atlas/technologies.csv", "id"),
  organisations: column("atlas/organisations.csv", "id"),
  economies: new Set([...column("atlas/economies.csv", "id"), ...column("atlas/groups.csv", "group")]),
};

/** The YAML files of a folder of `data/` by their names without ending. */
export const yamlFiles = (folder: string): readonly (readonly [string, unknown])[] =>
  readdirSync(bundledFile(folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name.slice(0, -".yaml".length), parseYaml(readFileSync(bundledFile(`${folder}/${name}`), "utf8"))] as const);

/** Years in which a document of the record can have come out. */
export const isYear = (year: unknown): boolean => Number.isInteger(Number(year)) && Number(year) >= 1990 && Number(year) <= 2026;

/** An address of the web, in full. */
export const isAddress = (url: unknown): boolean => typeof url === "string" && /^https?:\/\/\S+$/.test(url) && URL.canParse(url);
