import { homeSetting } from "../../leverage/chokepoint-score.ts";
import { corners } from "../../leverage/ends.ts";
import { membersOf } from "../../leverage/members.ts";
import { createParameterLookup } from "../../leverage/parameters.ts";
import { isDenied } from "../../leverage/potential.ts";
import { type Reach, withheldFrom } from "../../leverage/reach.ts";
import type { Target } from "../../leverage/target.ts";
import type { Withholding } from "../../leverage/withholding.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import type { FeltTerms } from "../worlds/felt.ts";
import type { ActFacts, FeltShortfall } from "./bet-facts.ts";
import type { HomeNetwork } from "./home-networks.ts";

const [, middle] = corners;

/** A shortfall that is smaller is none. */
const least = 0.01;

/** Parts of what could be withheld at which a shortfall is told. */
const parts = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** Coalitions that are told apart, those who could withhold most first. */
const mostCoalitions = 12;

export interface HomeUnderActs {
  readonly target: Target;
  readonly reach: Reach;
  readonly networks: readonly HomeNetwork[];
  /** Codes of the home by which a control may name it. */
  readonly names: readonly string[];
  /** Always among the coalitions, where it is abroad. */
  readonly against: string | null;
}

/**
 * Who could withhold what from a home: together those who have a control on it in force, each other foreign holder alone, and whoever the plan
 * names (where it is one of those together, alone only as a reply); each a kind of supply at a time, as states act by rule. What a control keeps from the home today is no act, as today's sales stand without it.
 */
export function possibleActs(withholding: Withholding, home: HomeUnderActs): readonly ActFacts[] {
  const { model } = withholding;
  const { technologies } = model.map;
  const setting = homeSetting(withholding, home.target, home.reach);
  const seeds = [...new Set(home.networks.flatMap(({ has }) => [...has]))].filter(
    (t) => technologies[t]!.supply !== null && withholding.seeds(t).includes(t) && !isDenied(home.target, t),
  );
  const controlling = issuersOn(model, home.names);
  const together = [...controlling].filter((issuer) => !home.names.includes(issuer));
  const isJoint = together.length > 1;
  const within = new Set(isJoint ? together.flatMap((issuer) => [issuer, ...membersOf(model, issuer)]) : []);
  const alone = [...new Set(seeds.flatMap((t) => setting.holders(t)))].filter((holder) => !within.has(holder));
  const named = home.against === null ? [] : [home.against];
  const coalitions = [...[...alone, ...named].map((code) => [code]), ...(isJoint ? [together] : [])];
  const felt = feltTerms(withholding);
  const found = distinct(coalitions).map((coalition) => {
    const senders = [...new Set(coalition.flatMap((code) => [code, ...membersOf(model, code)]))];
    const shortfalls = home.networks.flatMap(({ target, nameOf, has }) => {
      const act = { target, senders, reach: home.reach };
      return seeds
        .filter((t) => has.has(t))
        .map((t): FeltShortfall & { readonly mode: string } => ({
          node: nameOf(t),
          technology: technologies[t]!.id,
          shortfall: parts.map((part) => withholding.shortfall({ ...act, part }, t, middle)),
          felt: felt(technologies[t]!),
          mode: technologies[t]!.mode,
        }))
        .filter(({ shortfall }) => shortfall.at(-1)! > least);
    });
    return { coalition, shortfalls, size: shortfalls.reduce((sum, { shortfall }) => sum + shortfall.at(-1)!, 0) };
  });
  const isNamed = (coalition: readonly string[]): boolean => coalition.length > 1 || coalition[0] === home.against;
  const kept = found
    .filter(({ size }) => size > 0)
    .sort((a, b) => Number(isNamed(b.coalition)) - Number(isNamed(a.coalition)) || b.size - a.size)
    .slice(0, mostCoalitions);
  return kept.flatMap(({ coalition, shortfalls }) =>
    [...new Set(shortfalls.map(({ mode }) => mode))].sort().map(
      (mode): ActFacts => ({
        id: `${coalition.join("+")}|${mode}`,
        coalition,
        mode,
        again: coalition.some((code) => controlling.has(code)),
        isReply: coalition.length === 1 && coalition[0] === home.against && within.has(coalition[0]),
        shortfalls: shortfalls.filter((each) => each.mode === mode).map(({ mode: _, ...each }) => each),
      }),
    ),
  );
}

/** Who has a control on any of these names in force. */
function issuersOn(model: Withholding["model"], names: readonly string[]): ReadonlySet<string> {
  return new Set([...withheldFrom(model, names, true).values()].flatMap((rows) => rows.map(({ issuer }) => issuer)));
}

const distinct = (coalitions: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(coalitions.map((coalition) => [[...coalition].sort().join("+"), coalition])).values(),
];

function feltTerms({ model: { map } }: Withholding): (technology: Technology) => FeltTerms {
  const lookup = createParameterLookup(map);
  return (technology) => {
    const of = (name: string): number => lookup(technology, name)?.ends[1] ?? 0;
    return {
      mode: technology.mode,
      stock: of("stock"),
      life: of("service-life"),
      renewal: of("renewal"),
      recovery: { chance: of("recovery-chance"), ceiling: of("recovery-ceiling"), lead: of("lead-time") },
    };
  };
}
