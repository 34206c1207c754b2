import type { FactReport } from "../../../src/answers/facts/fact-questions.ts";
import type { GapReport } from "../../../src/answers/facts/gaps.ts";
import { count, percent, usdBn } from "../../../src/base/format.ts";
import { reasonOf } from "./known-doubts.ts";

/** The page of gaps and of known doubts as Markdown. */
export function gapsPage({ finding, asOf, homes, total, gaps, evidence }: GapReport, { finding: doubtful, doubts }: FactReport): string {
  const rows = gaps.map(
    ({ technology, unknown, grade, moves, homes: touched, value, neededBy, most, mostOf }, at) =>
      `| ${at + 1} | \`${technology}\` | ${unknown} | ${grade ?? "nothing"} | ${percent(moves)} | ${count(touched)} | ${usdBn(value)} | ${count(neededBy)} | ${percent(most)} (${mostOf}) |`,
  );
  return [
    "# Gaps\n",
    "Generated from the bundled atlas by `test/answers/facts/gaps.test.ts`. Do not edit. `levermap check gaps` gives the same of your own workspace.\n",
    `${finding} As of ${asOf}, for the ${homes.length} homes of which a source says what they make: ${homes.join(", ")}. The first ${gaps.length} of ${total}.\n`,
    ...evidence.limits.map((limit) => `${limit}\n`),
    "*Moves*: by how much it moves the loss of final chip output that the worst holder could cause, on average over the homes it touches. *Value*: final output moved in all of them, a year. *Needed by*: technologies that cannot be made without it.\n",
    "| # | technology | not known | instead | moves | homes | value | needed by | most |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "## Doubts that are known\n",
    `${doubtful} \`levermap check facts\` lists the same with their sources; a doubt that is not in this list fails the test.\n`,
    "| doubt | about | what | why it stands |",
    "|---|---|---|---|",
    ...doubts.map((doubt) => `| ${doubt.check} | \`${doubt.about}\` | ${doubt.text} | ${reasonOf(doubt) ?? "not looked into"} |`),
    "",
  ].join("\n");
}
