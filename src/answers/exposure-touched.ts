import type { SupplyMap } from "../measure/supply-map.ts";
import type { Rule } from "../screen/rules/merge.ts";
import { controlLink, dealings, familyLink, type Linked } from "./exposure-links.ts";
import type { ExposedParty, Touched } from "./exposure-report.ts";
import type { ReadModel } from "./read-model.ts";

/** What a rule touches: the controls of the atlas that cite it. */
export function touchedByRule({ map }: ReadModel, rule: Rule): readonly Linked[] {
  const cites = (row: { readonly citation: string; readonly issuer: string }): boolean =>
    row.issuer === rule.issuer && rule.citation !== null && row.citation === rule.citation;
  return [
    ...map.rows.withheld.filter(cites).map((row) => controlLink("withheld-by-rule", row, map.asOf)),
    ...map.rows.reach.filter(cites).map((row) => controlLink("reach-by-rule", row, map.asOf)),
  ];
}

/** What a listed organisation deals in. */
export const dealtInBy = (read: ReadModel, organisation: string): readonly Linked[] => dealings(read).get(organisation) ?? [];

/**
 * What is kept from a party: by controls in force that name it or its economy, and, where its listing asks for a licence for all items, the
 * inputs of what it deals in.
 */
export function keptFrom(
  read: ReadModel,
  party: { readonly organisation: string | null; readonly economy: string | null },
  entries: readonly ExposedParty[],
): readonly Linked[] {
  const { map } = read;
  const whom = (names: readonly string[]): "party" | "economy" | null =>
    party.organisation !== null && names.includes(party.organisation)
      ? "party"
      : party.economy !== null && names.includes(party.economy)
        ? "economy"
        : null;
  const withheld = map.rows.withheld.flatMap((row) => {
    const by = whom(row.target.split(";"));
    return by === null ? [] : [controlLink(by === "party" ? "withheld-from-party" : "withheld-from-economy", row, map.asOf)];
  });
  const reach = map.rows.reach.flatMap((row) => {
    const by = whom(row.customers.split(";"));
    return by === null ? [] : [controlLink(by === "party" ? "reach-to-party" : "reach-to-economy", row, map.asOf)];
  });
  return [...withheld, ...reach]
    .filter(({ link }) => link.state === "in force" || link.state === "start unknown")
    .concat(inputsOfOwn(read, party.organisation, entries));
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
        what: `${technology} rests on it; the listing asks for a licence: ${bound.requirement}`,
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
