import { groupBy } from "../../base/collections.ts";
import { number, percent, percentRange, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed, lowered } from "../../base/words.ts";
import type { FilingLine } from "../patents/portfolio/advice-report.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import { economyName } from "../shared/names.ts";
import { toldProgrammes } from "./dossier-next.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

type Office = FilingLine["offices"][number];
/** `isTold`: a programme on the technology is told above. */
type Entry = Office & { readonly technology: string; readonly isTold: boolean };
type Judged = Entry & Pick<{ ratio: NonNullable<Office["ratio"]>; cost: NonNullable<Office["cost"]> }, "ratio" | "cost">;

/** Where one more family of what is taken up would be worth filing: verdict by verdict, with the offices and what that rests on. */
export function filingSentences(sides: DossierSides, report: PlanReport): readonly DossierSentence[] {
  const { filing } = report.advice;
  if (filing.length === 0) return [sentence("Nothing is taken up, so that there is nothing to file.", { rests: "count" })];
  const introduced = new Set(toldProgrammes(report).map(({ technology }) => technology));
  const entries = filing.flatMap(({ technology: { id, name }, offices }) => {
    return offices.map((office) => ({ ...office, technology: lowered(name), isTold: introduced.has(id) }));
  });
  const abroad = entries.filter(({ reason }) => reason !== "at-home");
  const judged = abroad.filter((entry): entry is Judged => entry.ratio !== null && entry.cost !== null);
  const of = (verdict: Office["verdict"]): readonly Judged[] => judged.filter((each) => each.verdict === verdict);
  const [file, leave] = [of("file"), of("leave")];
  return [
    ...wanted(sides, "File at", file, []),
    ...wanted(sides, "Weigh", of("open"), file),
    ...(leave.length === 0 ? [] : [left(sides, leave, judged.length)]),
    beside(
      sides,
      report,
      abroad.filter(({ verdict }) => verdict === "unknown"),
    ),
  ];
}

/** `the EPO`, else the economy. */
const officeName = ({ read }: DossierSides, { office, market }: Pick<Office, "office" | "market">): string =>
  office === "EP" ? "the EPO" : economyName(read, market || office);

const namesOf = (sides: DossierSides, entries: readonly Office[]): string =>
  listed([...new Set(entries.map((each) => officeName(sides, each)))].sort());

/** The same, likeliest to cover its cost first, each with the part of the draws in which it does. */
const coveredNames = (sides: DossierSides, entries: readonly Judged[]): string =>
  listed(
    [...groupBy(entries, (each) => officeName(sides, each))]
      .map(([name, of]) => ({ name, covers: of.map(({ covers }) => covers ?? 0) }))
      .sort((a, b) => Math.max(...b.covers) - Math.max(...a.covers) || (a.name < b.name ? -1 : 1))
      .map(({ name, covers }) => `${name} (${percentRange(Math.min(...covers), Math.max(...covers))})`),
  );

/** Offices by the technologies that they are meant for. @param before what the sentence before tells of */
function wanted(sides: DossierSides, verb: string, entries: readonly Judged[], before: readonly Judged[]): readonly DossierSentence[] {
  if (entries.length === 0) return [];
  const isFirst = before.length === 0;
  const byTechnology = groupBy(entries, ({ technology }) => technology);
  const byOffices = groupBy([...byTechnology.values()], (own) => namesOf(sides, own));
  const named = (of: readonly Judged[]): string =>
    !isFirst && byOffices.size === 1 && technologiesOf(of) === technologiesOf(before) ? "the same" : technologiesOf(of);
  const words = [...byOffices.values()].map((groups) =>
    say("dossier-filing.for", { coveredNames: coveredNames(sides, groups.flat()), flat: named(groups.flat()) }),
  );
  return [
    sentence(
      say("dossier-filing.its-cost", { verb, words: words.join("; "), worth: isFirst ? "worth " : "", times: timesWords(entries) }),
      {
        unit: "times its cost",
        detail: `${say("dossier-filing.it-costs", { lowest: usdRange(lowest(entries), highest(entries)) })} ${entries.map(whyWords).join(" ")}`,
        command: filingCommand,
      },
    ),
  ];
}

/** Technologies that are told above by name, and how many more; by name too where none is. */
function technologiesOf(entries: readonly Entry[]): string {
  const names = (isTold: boolean): readonly string[] => [
    ...new Set(entries.flatMap((each) => (each.isTold === isTold ? [each.technology] : []))),
  ];
  const [told, others] = [names(true), names(false)];
  if (told.length === 0) return say("dossier-filing.also-taken-up", { others: listed(others) });
  return listed([...told, ...(others.length === 0 ? [] : [say("dossier-filing.more", { others: String(others.length) })])]);
}

function left(sides: DossierSides, entries: readonly Judged[], judged: number): DossierSentence {
  const isAll = entries.length === judged;
  const where = isAll ? namesOf(sides, entries) : "all else abroad";
  return sentence(
    say("dossier-filing.leave-out-at-most", {
      where,
      oneMore: isAll ? "one more family is worth " : "",
      max: percent(Math.max(...entries.map(({ ratio }) => ratio.high))),
    }),
    {
      unit: "part of its cost",
      detail: entries.map(whyWords).join(" "),
      command: filingCommand,
    },
  );
}

const unknownWords: Partial<Readonly<Record<Office["reason"], string>>> = {
  "stake-unknown": "sales there are",
  "royalty-unknown": "a royalty is",
  "cost-unknown": "fees there are",
};

/** What a worth is of, and where none can be told. */
function beside(sides: DossierSides, { plan: { objective, againstName } }: PlanReport, unknown: readonly Office[]): DossierSentence {
  const byReason = groupBy(unknown, ({ reason }) => reason);
  const words = [...byReason].map(([reason, own]) =>
    say("dossier-filing.unknown-as", { sides: namesOf(sides, own), unknownWords: unknownWords[reason] ?? "too little is known" }),
  );
  const counted =
    againstName === null || objective.clout === 0
      ? "What it earns alone counts"
      : say("dossier-filing.the-larger-counts-what", { clout: percent(objective.clout), againstName });
  return sentence(`${counted}${words.join("")}.`, {
    detail:
      "It earns royalties of others, those that are spared on own sales, or more of sales of the new product. The first filing is at home: those abroad are made from it.",
    command: "levermap portfolio HOLDER",
  });
}

const filingCommand = "levermap plan explain PROGRAMME --in FILE";

const whyWords = ({ office, technology, why }: Entry): string => `${office}, ${technology}: ${why ?? "no reason"}.`;
const lowest = (entries: readonly Judged[]): number => Math.min(...entries.map(({ cost }) => cost.low));
const highest = (entries: readonly Judged[]): number => Math.max(...entries.map(({ cost }) => cost.high));

/** `0.01 to 4.8 times`: least and greatest of what a family is worth for its cost. */
function timesWords(entries: readonly Judged[]): string {
  const told = (value: number): string => number(Number(value.toPrecision(value >= 0.995 ? 2 : 1)));
  return say("dossier-filing.to-times", {
    min: told(Math.min(...entries.map(({ ratio }) => ratio.low))),
    max: told(Math.max(...entries.map(({ ratio }) => ratio.high))),
  });
}
