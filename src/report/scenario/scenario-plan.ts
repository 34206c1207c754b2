import type { PlannedMeasure, PlannedTechnology, ScenarioList, ScenarioPlan } from "../../answers/scenario/simulate-report.ts";
import { outsiderWords } from "../../answers/shared/outsider-words.ts";
import { percentRange, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { spaced } from "../../base/words.ts";
import { facts, table } from "../blocks.ts";
import { technologyCell } from "../cell.ts";
import type { TableBlock, View } from "../view.ts";
import { allMeasures, shortMeasures } from "./measure-words.ts";

/** What would be run, measure by measure, and on which figures. */
export function scenarioPlanView(plan: ScenarioPlan): View {
  const { scenario, targets, followers, measures } = plan;
  const unknown = measures.flatMap(({ technologies }) => technologies).filter(({ state }) => state === "shares unknown").length;
  const join = followers.length > 0 ? say("scenario-plan.these-join", { followers: followers.join(", ") }) : "";
  return {
    finding: `${scenario.name}: ${plan.finding}`,
    ...(unknown > 0 ? { limit: say("scenario-plan.unknown-shares-technologies-would", { technologies: unknown }) } : {}),
    blocks: [
      shortMeasures(plan),
      technologyTable(measures),
      table(
        "Who is hit",
        ["target", "kind", "what it makes"],
        targets.map(({ name, kind, gap }) => [name, kind, makingWords[gap ?? "known"]]),
      ),
    ],
    details: [
      facts("The scenario", [
        ["About", scenario.about],
        ["Data", say("scenario-plan.as-known-on", { asOf: scenario.asOf })],
        ["All others", `${outsiderWords[scenario.outsiders]}.${join}`],
      ]),
      ...allMeasures(plan),
      figuresTable(measures),
    ],
    more: "about the scenario, what is sourced and assumed",
    evidence: plan.evidence,
  };
}

const makingWords = {
  known: "known",
  "value-unknown": "known, but not its value",
  "making-unknown": "unknown",
  "makes-nothing": "no final product",
  firm: "made for it by others",
} as const;

const states = {
  modelled: "",
  "not held": "none held by the senders",
  "shares unknown": "unknown shares: left out",
} as const;

/** The technologies of all measures, each with the number of its measure. */
const numbered = (measures: readonly PlannedMeasure[]): readonly (readonly [string, PlannedTechnology])[] =>
  measures.flatMap(({ technologies }, i) => technologies.map((each) => [`${i + 1}`, each] as const));

const technologyTable = (measures: readonly PlannedMeasure[]): TableBlock =>
  table(
    "What would be cut off",
    ["measure no.>", "technology~", "policy", "from", "shares known", "stops of others~"],
    [...numbered(measures)]
      .sort(([, one], [, other]) => Number(other.state === "modelled") - Number(one.state === "modelled"))
      .map(([number, each]) => [
        number,
        technologyCell(each.technology, each.name),
        each.class === null ? "outage" : spaced(each.class),
        each.from,
        sharesOf(each),
        reachOf(each),
      ]),
    { most: 12 },
  );

const figuresTable = (measures: readonly PlannedMeasure[]): TableBlock =>
  table(
    "Figures behind it",
    ["measure no.>", "technology~", "from documents~", "assumed>", "market~", "withheld already~"],
    numbered(measures).map(([number, { technology, name, published, assumed, marketKnown, familyMarket, withheldSince }]) => [
      number,
      technologyCell(technology, name),
      published.join(", ") || "none",
      `${assumed.length}`,
      marketKnown
        ? "known"
        : familyMarket
          ? say("scenario-plan.unknown-at-most-its", { low: usdRange(familyMarket.low, familyMarket.high) })
          : "unknown",
      withheldSince.map(({ issuer, since }) => say("scenario-plan.by-since", { issuer, since: since ?? "an unknown day" })).join("; "),
    ]),
  );

const sharesOf = ({ shares, through, technology }: PlannedTechnology): string => {
  if (through.length > 0 && !through.includes(technology)) return say("scenario-plan.of-varieties", { varieties: through.length });
  return shares === null ? "none" : `${shares.basis}${shares.year === null ? "" : ` ${shares.year}`}`;
};

const reachOf = ({ reaches, state }: PlannedTechnology): string =>
  states[state] ||
  reaches
    .map(({ sender, provider, low, high }) => say("scenario-plan.reaches-of", { sender, low: percentRange(low, high), provider }))
    .join("; ");

/** The ready scenarios. */
export const scenariosView = ({ scenarios }: ScenarioList): View => ({
  finding: say("scenario-plan.scenarios-can-be-run", { scenarios: scenarios.length }),
  limit: "Run one: `levermap simulate NAME`; --dry-run only says what would be run.",
  blocks: [
    table(
      "Ready scenarios",
      ["scenario", "from", "measures", "name~"],
      scenarios.map(({ id, from, kinds, name }) => [id, from ?? "", kinds.join(", "), name]),
    ),
  ],
  details: [
    {
      kind: "facts",
      title: "What each is about",
      facts: scenarios.flatMap(({ id, about }) => (about === null ? [] : [{ label: id, value: about }])),
    },
  ],
});
