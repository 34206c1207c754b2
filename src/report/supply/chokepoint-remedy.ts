import type { Chokepoint, ChokepointReport } from "../../answers/supply/chokepoint-report.ts";
import { number, numberInterval, percent } from "../../base/format.ts";
import { section, table } from "../blocks.ts";
import type { Block, Fact } from "../view.ts";
import { aloneName } from "./chokepoint-score.ts";

type Told = Pick<ChokepointReport, "names">;

/** Partners that are named of one year of imports. */
const namedPartners = 5;

/** Who else supplies, how long it would take, what would have to be built; and the import side where trade is loaded. */
export function remedyBlocks({ remedy, flags, imports }: Chokepoint, { names }: Told): readonly Block[] {
  return [
    ...(remedy === null ? [] : [facts("What could be done", remedyFacts(remedy, names))]),
    ...(flags === null
      ? []
      : [
          facts(`Strategic dependency (EU flags), by ${flags.basis}`, [
            { label: "Concentrated supply", value: flagWords(flags.cdi1) },
            { label: "Most of it foreign", value: flagWords(flags.cdi2) },
            { label: "Imports above exports", value: flagWords(flags.cdi3) },
          ]),
        ]),
    ...importBlocks(imports, names),
  ];
}

const facts = (title: string, told: readonly Fact[]): Block => section(title, [{ kind: "facts", facts: told }]);

const flagWords = (flag: boolean | null): string => (flag === null ? "unknown, no data loaded" : flag ? "yes" : "no");

function remedyFacts(remedy: NonNullable<Chokepoint["remedy"]>, names: Told["names"]): readonly Fact[] {
  const { others, qualificationMonths, leadTimeMonths, timesGrade, toBuild } = remedy;
  const grade = timesGrade === null ? "" : `, ${timesGrade}`;
  const months = (interval: Chokepoint["score"] | null): string =>
    interval === null ? "unknown" : `${numberInterval(interval)} months${grade}`;
  return [
    {
      label: "Others who supply",
      value:
        others.length === 0
          ? "nobody known"
          : others.map(({ economy, share }) => `${aloneName(names, economy)} ${percent(share)}`).join(", "),
    },
    { label: "To qualify another supplier", value: months(qualificationMonths) },
    { label: "Until a new one gives full output", value: months(leadTimeMonths) },
    ...(toBuild === null ? [] : [{ label: "To build", value: toBuild.text }]),
  ];
}

function importBlocks(imports: Chokepoint["imports"], names: Told["names"]): readonly Block[] {
  if (imports.length === 0) return [];
  return [
    table(
      "Imports",
      [{ title: "period" }, { title: "code" }, { title: "value", align: "right" }, { title: "from", flexible: true }],
      imports.map(({ period, scheme, code, relation, currency, total, unknownOrigin, partners }) => {
        const part = (value: number): string => percent(total > 0 ? value / total : 0);
        const origins = partners.slice(0, namedPartners).map(({ economy, value }) => `${aloneName(names, economy)} ${part(value)}`);
        const unnamed = unknownOrigin > 0 ? [`origin not named ${part(unknownOrigin)}`] : [];
        return [
          period,
          `${scheme.toUpperCase()} ${code} (${relation})`,
          `${currency} ${number(total)}`,
          [...origins, ...unnamed].join(", "),
        ];
      }),
    ),
  ];
}
