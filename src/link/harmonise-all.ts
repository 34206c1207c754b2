import { type Harmoniser, type Holder, type HolderRule, isOtherScript, ownId, statedIn } from "./harmonise.ts";
import { createNameGroups, type NameGroups } from "./name-groups.ts";
import { type NameParts, parseName } from "./name-parse.ts";

/** A distinct name, its frequency, and the economy of its address (ISO alpha-2). */
export interface CountedName {
  readonly name: string;
  readonly count: number;
  readonly economy?: string | null;
}

/**
 * Holders of many distinct names, in order: known organisations first, the others joined by equal `parseName` keys, strictest first,
 * compared within a key only. Legal forms of different economies keep names apart (GmbH, LLC); a name without one joins the dominant form if
 * it has nine tenths. The most frequent name is used.
 */
export function harmoniseAll(harmoniser: Harmoniser, names: readonly CountedName[]): readonly Holder[] {
  const parts = names.map(({ name }) => parseName(name));
  const found = parts.map((each, i) => harmoniser.find(each, names[i]?.economy) ?? statedIn(each, harmoniser.find, names[i]?.economy));
  const rest = names.flatMap((_, i) => (found[i] ? [] : [i]));
  const unknown = rest.map((i) => parts[i] as NameParts);
  const groups = createNameGroups(
    unknown,
    rest.map((i) => names[i]?.count ?? 0),
  );
  joinByKeys(groups, unknown);
  const own = groups.leaders();
  const place = new Map(rest.map((i, at) => [i, at]));
  const ids = leaderIds(own, rest, parts);
  return names.map((_, i): Holder => {
    const known = found[i];
    if (known) return { holder: known.organisation, name: known.name, organisation: known.organisation, rule: known.rule };
    const at = place.get(i) ?? 0;
    const leader = own[at] ?? at;
    const first = parts[rest[leader] ?? i] as NameParts;
    return {
      holder: ids.get(leader) ?? ownId(first),
      name: first.text,
      organisation: null,
      rule: leader === at ? "own" : ruleOf(parts[i] as NameParts, first, groups.mostFrequent(at)),
    };
  });
}

/** Strictest key first. */
function joinByKeys(groups: NameGroups, parts: readonly NameParts[]): void {
  const single = new Set<string>();
  const stated = new Map<number, string>();
  parts.forEach(({ readings, stated: other }, at) => {
    if (readings.length === 1 && readings[0]) single.add(readings[0]);
    if (other) stated.set(at, parseName(other).core);
  });
  const statedCores = new Set(stated.values());
  groups.join((at, each) => each(parts[at]?.key), true);
  groups.join((at, each) => each(parts[at]?.core));
  groups.join((at, each) => {
    const { readings, respelled } = parts[at] as NameParts;
    const known = readings.length === 1 ? readings : readings.filter((reading) => single.has(reading));
    if (known.length === 1) each(known[0]);
    for (const reading of respelled) each(reading);
  });
  groups.join((at, each) => each(parts[at]?.organised ? parts[at].ordered : null));
  groups.join((at, each) => {
    const { core } = parts[at] as NameParts;
    if (stated.has(at) || statedCores.has(core)) each(core);
    each(stated.get(at));
  });
}

export function ruleOf(one: NameParts, other: NameParts, mostFrequent = false): HolderRule {
  if (mostFrequent) return "most-frequent-form";
  if (one.core === other.core && isOtherScript(one, other)) return "script";
  if (one.key === other.key) return "key";
  if (one.core === other.core) return "key-without-legal-form";
  const readings = new Set(other.readings);
  if (one.readings.some((each) => readings.has(each))) return "abbreviation";
  if (one.respelled.some((each) => readings.has(each)) || other.respelled.some((each) => one.readings.includes(each))) return "respelled";
  if (one.ordered !== null && one.ordered === other.ordered) return "word-order";
  if (one.stated !== null || other.stated !== null) return "stated-alias";
  return "through-another";
}

/** Group ids by leader; legal-form economies distinguish equal keys. */
function leaderIds(own: readonly number[], rest: readonly number[], parts: readonly NameParts[]): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  const ids = new Map<number, string>();
  for (const leader of [...new Set(own)].sort((a, b) => a - b)) {
    const first = parts[rest[leader] ?? 0] as NameParts;
    const plain = ownId(first);
    const formed = `${plain}:${first.economies?.join("-").toLowerCase() ?? (first.formed ? "any" : "bare")}`;
    const id = [plain, formed].find((each) => !taken.has(each)) ?? `${formed}:${first.key}`;
    taken.add(id);
    ids.set(leader, id);
  }
  return ids;
}
