import { groupBy } from "../../base/collections.ts";
import { usdRange } from "../../base/format.ts";
import { listed, lowered } from "../../base/words.ts";
import type { PlanReport } from "../plan/plan-report.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

/** Technologies whose filing is told. */
const mostFiled = 4;

/** Where one more family of what is taken up would be worth filing, by office, with what that rests on. */
export function filingSentences({ homeName }: DossierSides, { advice: { filing } }: PlanReport): readonly DossierSentence[] {
  if (filing.length === 0) return [sentence("Nothing is taken up, so that there is nothing to file.")];
  const groups = groupBy(filing.slice(0, mostFiled), ({ offices }) => officeWords(offices));
  const told = [...groups].map(([words, lines]) => {
    const ratios = lines.flatMap(({ offices }) => offices.flatMap(({ ratio }) => (ratio === null ? [] : [ratio])));
    return sentence(`One more family on ${listed(lines.map(({ technology }) => lowered(technology.name)))}: ${words}.`, {
      ...(ratios.length === 0
        ? {}
        : { interval: [Math.min(...ratios.map(({ low }) => low)), ...middleAndMost(ratios)], unit: "times its cost, over all offices" }),
    });
  });
  const isAtHome = filing.some(({ offices }) => offices.some(({ reason }) => reason === "at-home"));
  return [
    ...told,
    ...(isAtHome
      ? [
          sentence(
            `At home ${homeName} files first in any case: filings abroad are made from that one, and no royalty of others is earned by it.`,
          ),
        ]
      : []),
  ];
}

function middleAndMost(ratios: readonly { readonly low: number; readonly high: number }[]): readonly [number, number] {
  const most = Math.max(...ratios.map(({ high }) => high));
  const middles = ratios.map(({ low, high }) => (low + high) / 2).sort((a, b) => a - b);
  return [middles[Math.floor(middles.length / 2)]!, most];
}

type Office = PlanReport["advice"]["filing"][number]["offices"][number];

const unknownWords: Partial<Readonly<Record<Office["reason"], string>>> = {
  "stake-unknown": "what is sold there is not known",
  "royalty-unknown": "no royalty is known",
  "cost-unknown": "fees are not known",
};

const verdicts: readonly (readonly [Office["verdict"], string])[] = [
  ["file", "file at"],
  ["open", "weigh"],
  ["leave", "leave out"],
];

/** `file at US (worth USD 40,000 to 90,000, costs USD 20,000 to 30,000); leave out TW (...)`. */
function officeWords(offices: readonly Office[]): string {
  const abroad = offices.filter(({ reason }) => reason !== "at-home");
  const judged = verdicts.flatMap(([verdict, words]) => {
    const own = abroad.filter((office) => office.verdict === verdict);
    return own.length === 0 ? [] : [`${words} ${listed(own.map(withValue))}`];
  });
  const unknown = [
    ...groupBy(
      abroad.filter(({ verdict }) => verdict === "unknown"),
      ({ reason }) => reason,
    ),
  ];
  return [
    ...judged,
    ...unknown.map(
      ([reason, own]) =>
        `nothing is known of ${listed(own.map(({ office }) => office))}, since ${unknownWords[reason] ?? "too little is known"}`,
    ),
  ].join("; ");
}

const withValue = ({ office, value, cost }: Office): string =>
  value === null || cost === null ? office : `${office} (worth ${usdRange(value.low, value.high)}, costs ${usdRange(cost.low, cost.high)})`;
