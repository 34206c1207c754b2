import type { Chokepoint, ChokepointReport } from "../../../src/answers/supply/chokepoint-report.ts";
import { numberRange, percentInterval } from "../../../src/base/format.ts";

/** First places of some homes at two horizons, and what stands behind each, as Markdown. */
export function ranksPage(reports: readonly ChokepointReport[]): string {
  const [{ asOf }] = reports as readonly [ChokepointReport];
  const documents = new Map(reports.flatMap(({ evidence }) => evidence.documents.map((document) => [document.id, document] as const)));
  const behind = new Map(
    reports.flatMap(({ ranked }) => ranked.map((entry) => [`${entry.name}, ${entry.holder!.economy}`, entry] as const)),
  );
  return [
    "# Ranks\n",
    "Generated from the bundled atlas by `test/answers/supply/ranks.long.test.ts`. Do not edit. `levermap chokepoints --home CODE --months 12` gives the same.\n",
    `What the worst single foreign holder could take of the final chip output of a home on average over the months after ${asOf}, in the model: median and middle 80% of draws. *Places*: those that the draws do not tell apart. How it is computed: [chokepoints](method/chokepoints.md).\n`,
    ...reports.flatMap(tableOf),
    "## What stands behind each\n",
    ...[...behind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => `- **${name}.** ${reasonOf(entry, documents)}`),
    "",
  ].join("\n");
}

function tableOf({ home, months, makingKnown, ranked, total }: ChokepointReport): readonly string[] {
  const unknown = makingKnown ? "" : ". No source says what it makes: the order is that of a maker of an unknown mix";
  return [
    `## ${home ?? "World, each holder against all others"}, ${months} months\n`,
    `The first ${ranked.length} of ${total}${unknown}.\n`,
    "| places | technology | holder | lost | growth lost |",
    "|---|---|---|---|---|",
    ...ranked.map(
      ({ rank, name, holder, score, growth }) =>
        `| ${numberRange(rank!.low, rank!.high)} | ${name} | ${holder!.economy} | ${score === null ? "unknown" : percentInterval(score)} | ${growth && growth[2] > 0 ? percentInterval(growth) : ""} |`,
    ),
    "",
  ];
}

type Documents = ReadonlyMap<string, ChokepointReport["evidence"]["documents"][number]>;

/** Why the holder can: what it has of supply by which document, and how the loss comes about. */
function reasonOf({ causes, supplyMode }: Chokepoint, documents: Documents): string {
  const told = causes
    .filter(({ kind }) => kind !== "unused")
    .map(({ text, sources }) => `${text} (${sources.map((id) => cited(id, documents)).join("; ")})`);
  return `${told.join("; ")}. ${how[supplyMode ?? "consumable"]}`;
}

function cited(id: string, documents: Documents): string {
  const document = documents.get(id);
  return document ? `${document.publisher ?? "no publisher"}: ${document.title}` : id;
}

const how: Readonly<Record<string, string>> = {
  consumable: "It is used up: output falls when stock is gone, until other makers are qualified or build.",
  capital: "Installed tools run on and wear out: output falls slowly, growth at once.",
  service: "It is bought as it is used: output falls as work in process runs out.",
};
