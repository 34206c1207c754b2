import { say } from "../../base/message.ts";
import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import { type Control, hits, mayBind } from "../../screen/control-state.ts";
import type { Rule } from "../../screen/rules/timeline.ts";
import { citesRule } from "../../screen/rules/timeline.ts";
import type { ReadModel } from "../shared/read-model.ts";
import type { ExposedParty, Touched } from "./controls-report.ts";
import { controlLink, dealings, familyLink, type Linked } from "./exposure-links.ts";

/** What a rule touches: the controls of the atlas that cite it. */
export function touchedByRule(read: ReadModel, rule: Rule): readonly Linked[] {
  const { withheld, reach } = read.map.rows;
  return [
    ...withheld.flatMap((row) => (citesRule(row, rule) ? [controlLink("withheld-by-rule", row, read)] : [])),
    ...reach.flatMap((row) => (citesRule(row, rule) ? [controlLink("reach-by-rule", row, read)] : [])),
  ];
}

/** What a listed organisation deals in. */
export const dealtInBy = (read: ReadModel, organisation: string): readonly Linked[] => dealings(read).get(organisation) ?? [];

/**
 * What is kept from a party: by controls in force, or that may be again, that name it, its economy or a group of that, or are against
 * everyone; and, where its listing asks for a licence for all items, the inputs of what it deals in.
 */
export function keptFrom(read: ReadModel, party: KeptFrom, entries: readonly ExposedParty[]): readonly Linked[] {
  const { withheld, reach } = read.map.rows;
  const whom = whomIn(read, party);
  const kept = [
    ...withheld.flatMap((row) => whom(row).map((who) => controlLink(`withheld-from-${who}`, row, read))),
    ...reach.flatMap((row) => whom(row).map((who) => controlLink(`reach-to-${who}`, row, read))),
  ];
  return [...kept.filter(({ link: { state } }) => state !== null && mayBind(state)), ...inputsOfOwn(read, party.organisation, entries)];
}

interface KeptFrom {
  readonly organisation: string | null;
  readonly economy: string | null;
}

type Whom = "party" | "economy" | "all";

/** Whom a control hits a party as, in a list that is empty where it does not. */
function whomIn({ map: { groups } }: ReadModel, { organisation, economy }: KeptFrom): (control: Control) => readonly Whom[] {
  const places =
    economy === null ? [] : [economy, ...[...groups].flatMap(([group, members]) => (members.includes(economy) ? [group] : []))];
  const names = organisation === null ? places : [organisation, ...places];
  return (control) => {
    const hit = hits(control, names);
    return hit === null ? [] : [hit === "*" ? "all" : hit === organisation ? "party" : "economy"];
  };
}

const allItems = /\ball items\b/i;

function inputsOfOwn(read: ReadModel, organisation: string | null, entries: readonly ExposedParty[]): readonly Linked[] {
  const bound = entries.find(({ requirement }) => allItems.test(requirement ?? ""));
  if (bound === undefined || organisation === null) return [];
  const own = new Set(dealtInBy(read, organisation).map(({ technology }) => technology));
  return [...own].flatMap((technology) =>
    inputsOf(read.map, technology).map((input) => ({
      technology: input,
      link: {
        rule: "input-of-own" as const,
        id: technology,
        what: say("exposure-touched.rests-on-it-the", { technology, requirement: bound.requirement }),
        citation: bound.citation,
        published: null,
        effective: bound.standing.since,
        until: bound.standing.until,
        state: bound.standing.since === null ? ("start unknown" as const) : ("in force" as const),
        source: null,
        grade: "derived" as const,
      },
    })),
  );
}

const inputsOf = (map: SupplyMap, technology: string): readonly string[] => {
  const user = map.indexOf.get(technology);
  return map.requirements.filter((edge) => edge.user === user).map(({ input }) => map.technologies[input]!.id);
};

/** Links by technology, members of touched families among them, in the order of the map. */
export function byTechnology({ map }: ReadModel, links: readonly Linked[]): readonly Touched[] {
  const named = new Set(links.map(({ technology }) => technology));
  const folded = [...map.familyOf].flatMap(([member, family]) => {
    const [one, other] = [map.technologies[member]!.id, map.technologies[family]!.id];
    return named.has(other) && !named.has(one) ? [familyLink(one, other)] : [];
  });
  const all = [...links, ...folded];
  const order = (id: string): number => map.indexOf.get(id) ?? -1;
  return [...new Set(all.map(({ technology }) => technology))]
    .sort((a, b) => order(a) - order(b))
    .map((technology) => ({
      technology,
      name: map.technologies[order(technology)]?.name ?? (technology === "*" ? "all technologies" : technology),
      links: all.filter((each) => each.technology === technology).map(({ link }) => link),
    }));
}
