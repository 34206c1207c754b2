import type { Chokepoint, ChokepointReport } from "../../answers/supply/chokepoint-report.ts";
import { present } from "../../base/collections.ts";
import { number, numberInterval, percent, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts, section, table } from "../blocks.ts";
import type { Block } from "../view.ts";
import { aloneName } from "./chokepoint-score.ts";

type Told = Pick<ChokepointReport, "names">;

/** Partners that are named of one year of imports. */
const namedPartners = 5;

/** Who else supplies, how long it would take, what would have to be built; and the import side where trade is loaded. */
export function remedyBlocks({ remedy, flags, imports }: Chokepoint, { names }: Told): readonly Block[] {
  return present<Block>(
    remedy && section("What could be done", [remedyFacts(remedy, names)]),
    flags &&
      section(say("chokepoint-remedy.strategic-dependency-eu-flags", { basis: flags.basis }), [
        facts(null, [
          ["Concentrated supply", flagWords(flags.cdi1)],
          ["Most of it foreign", flagWords(flags.cdi2)],
          ["Imports above exports", flagWords(flags.cdi3)],
        ]),
      ]),
    imports.length > 0 && importTable(imports, names),
  );
}

const flagWords = (flag: boolean | null): string => (flag === null ? "unknown, no data loaded" : flag ? "yes" : "no");

function remedyFacts(remedy: NonNullable<Chokepoint["remedy"]>, names: Told["names"]): Block {
  const { others, qualificationMonths, leadTimeMonths, timesGrade, toBuild } = remedy;
  const grade = timesGrade === null ? "" : `, ${timesGrade}`;
  const months = (interval: Chokepoint["score"] | null): string =>
    interval === null ? "unknown" : say("chokepoint-remedy.months", { interval: numberInterval(interval), grade });
  return facts(null, [
    [
      "Others who supply",
      others.map(({ economy, low, high }) => `${aloneName(names, economy)} ${percentRange(low, high)}`).join(", ") || "none known",
    ],
    ["To qualify another supplier", months(qualificationMonths)],
    ["Until a new one gives full output", months(leadTimeMonths)],
    ["To build", toBuild?.text],
  ]);
}

function importTable(imports: Chokepoint["imports"], names: Told["names"]): Block {
  return table(
    "Imports",
    ["period", "code", "value>", "from~"],
    imports.map(({ period, scheme, code, relation, currency, total, unknownOrigin, partners }) => {
      const part = (value: number): string => percent(total > 0 ? value / total : 0);
      const origins = partners.slice(0, namedPartners).map(({ economy, value }) => `${aloneName(names, economy)} ${part(value)}`);
      const unnamed = unknownOrigin > 0 ? [say("chokepoint-remedy.origin-not-named", { part: part(unknownOrigin) })] : [];
      return [period, `${scheme.toUpperCase()} ${code} (${relation})`, `${currency} ${number(total)}`, [...origins, ...unnamed].join(", ")];
    }),
  );
}
