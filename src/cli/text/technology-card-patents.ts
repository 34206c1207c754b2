import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import type { CardPatents } from "../../answers/card/technology-card-patents.ts";
import { count, number, percent } from "../../base/format.ts";
import { expected, expectedOf, followUpBasis, followUpShare, shareText } from "../../report/patents/patent-figures.ts";
import type { Section } from "../page/section.ts";

/** The patents of a technology in short, or why nothing is told of them. */
export function cardPatentSections({ patents, patentsReason }: Pick<TechnologyCard, "patents" | "patentsReason">): Section[] {
  if (patents === null) return [{ title: "Patents", columns: [], rows: [], none: `unknown. ${patentsReason ?? ""}`.trim() }];
  return [holders(patents), measures(patents)];
}

function holders({ holders: lines, holdersTotal, shareBasis }: CardPatents): Section {
  return {
    title: `Loaded patents, first ${lines.length} of ${count(holdersTotal)} holders (shares with ${percent(shareBasis.level)} interval by bootstrap)`,
    columns: [
      { title: "holder", flexible: true },
      { title: "seat" },
      { title: "held", align: "right" },
      { title: "of counts", align: "right" },
      { title: "unexpired", align: "right" },
      { title: "of weight", align: "right" },
      { title: "rests on", align: "right" },
    ],
    rows: lines.map(({ name, economy, units, shares, citations }) => [
      name,
      economy ?? "",
      `${count(units)} of ${count(shareBasis.units)}`,
      shareText(shares.count),
      shareText(shares.countUnexpired),
      shareText(shares.weight),
      `${count(citations)} cit.`,
    ]),
    none: "nobody is known to hold one",
  };
}

type Spread = CardPatents["originality"];

function measures(patents: CardPatents): Section {
  const { originality, generality, followUp, inForce, asOf } = patents;
  const spread = ({ mean, median, documents, of }: Spread): string =>
    mean === null
      ? `unknown, of none of ${count(of)} documents`
      : `mean ${number(mean)}, median ${number(median)}, of ${count(documents)} of ${count(of)} documents`;
  return {
    title: "Loaded patents, original or follow-up, and what lapses when",
    columns: [{ title: "fact" }, { title: "value", flexible: true }],
    rows: [
      ["originality", spread(originality)],
      ["generality", spread(generality)],
      ["follow-up", `${followUpShare(followUp)}, ${followUpBasis(followUp)}`],
      [`in force ${asOf}`, inForceText(inForce)],
      ["terms end in", expiryText(patents)],
    ],
  };
}

function inForceText({ low, high, known, unknown, notGranted }: CardPatents["inForce"]): string {
  const parts = [
    known > 0 ? `${expected({ low, high })} expected of ${count(known)} granted documents` : "",
    unknown > 0 ? `unknown of ${count(unknown)}` : "",
    notGranted > 0 ? `${count(notGranted)} not granted` : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

const yearsShown = 5;

/** What ended before the year of the question in one the next years one by one, what comes after them in one figure. */
function expiryText({ asOf, expiry: { years, unknown } }: CardPatents): string {
  const now = Number(asOf.slice(0, 4));
  const sum = (holds: (year: number) => boolean): number =>
    years.filter(({ year }) => holds(year)).reduce((total, { byEvent, byTerm }) => total + byEvent + byTerm, 0);
  const [before, after] = [sum((year) => year < now), sum((year) => year >= now + yearsShown)];
  const parts = [
    before > 0 ? `before ${now}: ${count(before)}` : "",
    ...years
      .filter(({ year }) => year >= now && year < now + yearsShown)
      .map((line) => `${line.year}: ${count(line.byEvent + line.byTerm)} (in force ${expectedOf(line)})`),
    after > 0 ? `later: ${count(after)}` : "",
    unknown > 0 ? `unknown: ${count(unknown)}` : "",
  ];
  return parts.filter((part) => part !== "").join("; ") || "no granted document";
}
