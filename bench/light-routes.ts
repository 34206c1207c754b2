import { readFileSync } from "node:fs";
import type { Question } from "../src/answers/shared/question.ts";
import { questions } from "../src/ask/questions.ts";
import { bundledFile } from "../src/base/built-file.ts";
import { ownHistory } from "../src/proof/answers/half-life/half-life-score.ts";

/** A route with all addresses that it can be asked by. */
export type Route = readonly [route: string, paths: readonly string[]];

/** Reads an answer of a server. */
export type Read = (path: string) => Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>;

/** What keeps a processor busy by its nature; all else has to be answered at once. */
const heavy: ReadonlySet<string> = new Set([
  "simulate",
  "compare",
  "published",
  "leverage",
  "dossier",
  "plan",
  "planExplain",
  "planCompare",
  "backtest",
  "planBacktest",
  "casesChanges",
]);

/** Names and cases are for the lists that are loaded. */
const onLists: ReadonlySet<string> = new Set(["screen", "owners", "cases", "caseRuns", "customerCases", "casesChanges"]);

type Values = Readonly<Record<string, readonly string[]>>;

/** Values that fields are asked with, by the name of the question and of the field, or of the field alone. */
async function valuesOf(read: Read): Promise<Values> {
  const ids = (rows: readonly Readonly<Record<string, unknown>>[] = [], field = "id"): string[] => rows.map((row) => String(row[field]));
  const { nodes, economies = [], organisations } = await read("/api/map");
  const { holders } = await read("/api/holders?top=300");
  const { rules } = await read("/api/controls/timeline");
  const homes = economies.flatMap(({ id, group }) => (group ? [] : [String(id)]));
  const patents = bundledColumn("patents.csv", "document");
  const technologies = ids(nodes);
  const words = technologies.map((id) => id.replaceAll("-", " "));
  return {
    technology: technologies,
    home: homes,
    economy: homes,
    organisation: ids(organisations),
    id: ids((await read("/api/plans")).plans),
    "control.id": ids(rules),
    number: patents,
    "holder.name": ids(holders, "name"),
    "portfolio.holder": ids(holders, "name"),
    "exposureToControls.target": ids(rules),
    source: [ownHistory],
    words,
    "item.query": words,
    like: patents,
    from: ["2022-10-07"],
    to: ["2025-01-31"],
    "screen.name": words,
    "owners.name": words,
  };
}

/** A column of a file of the atlas. */
function bundledColumn(file: string, column: string): readonly string[] {
  const [head = "", ...lines] = readFileSync(bundledFile(`atlas/${file}`), "utf8").split("\n");
  const at = head.split(",").indexOf(column);
  return lines.flatMap((line) => line.split(",")[at] || []);
}

/** Every light GET route that has something to tell of the workspace; those that have not, by name. */
export async function lightRoutes(
  read: Read,
  hasLists: boolean,
): Promise<{ readonly routes: readonly Route[]; readonly left: readonly string[] }> {
  const values = await valuesOf(read);
  const [routes, left]: [Route[], string[]] = [[], []];
  for (const { name, http, input, asked, examples } of Object.values<Question>(questions)) {
    if (http === undefined || heavy.has(name)) continue;
    const fields = Object.entries((asked?.input ?? input).shape);
    const inPath = /:(\w+)/.exec(http.path)?.[1];
    const [first = {}] = examples as readonly Readonly<Record<string, unknown>>[];
    const needed = fields.flatMap(([field, each]) =>
      each.safeParse(undefined).success && (http.names?.[field] ?? field) !== inPath ? [] : [field],
    );
    const of = (field: string): readonly string[] | undefined => values[`${name}.${field}`] ?? values[field];
    const unknown = needed.filter((field) => of(field) === undefined);
    if ((onLists.has(name) && !hasLists) || name === "changes" || unknown.length > 0) {
      left.push(unknown.length > 0 ? `${name} (${unknown.join(", ")} of ${JSON.stringify(first)})` : name);
      continue;
    }
    const most = Math.max(1, ...needed.map((field) => of(field)!.length));
    const paths = Array.from({ length: most }, (_, at) => {
      const given = needed.map((field) => [http.names?.[field] ?? field, of(field)![at % of(field)!.length]!] as const);
      const query = new URLSearchParams(
        given.filter(([word]) => word !== inPath).map(([word, value]): [string, string] => [word, value]),
      ).toString();
      const path = given.reduce((text, [word, value]) => text.replace(`:${word}`, encodeURIComponent(value)), http.path);
      return query === "" ? path : `${path}?${query}`;
    });
    const homes = fields.some(([field]) => field === "home")
      ? values.home!.map((home, at) => `${paths[at % paths.length]}?home=${home}`)
      : [];
    routes.push([http.path, [...paths, ...homes]]);
  }
  return { routes, left };
}
