import { type Found, type Harmoniser, type Holder, type HolderRule, holderOf, isOtherScript, ownId, statedIn } from "./harmonise.ts";
import { type NameParts, parseName } from "./name-parse.ts";
import { correctedName } from "./name-spelling.ts";

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
  const named = parts.map((each, i) => harmoniser.find(each, names[i]?.economy) ?? statedIn(each, harmoniser.find, names[i]?.economy));
  const found = withInitials(parts, named);
  const rest = names.flatMap((_, i) => (found[i] ? [] : [i]));
  const unknown = rest.map((i) => parts[i] as NameParts);
  const groups = createNameGroups(
    unknown,
    rest.map((i) => names[i]?.count ?? 0),
  );
  joinByKeys(groups, unknown);
  joinInitials(groups, unknown);
  const spelled = joinMisspelt(groups, unknown, harmoniser);
  const own = groups.leaders();
  const place = new Map(rest.map((i, at) => [i, at]));
  const ids = leaderIds(own, rest, parts);
  return names.map((_, i): Holder => {
    const known = found[i];
    if (known) return holderOf(known);
    const at = place.get(i) ?? 0;
    const leader = own[at] ?? at;
    const right = spelled.get(leader);
    if (right) return { ...holderOf(right), rule: "misspelling" };
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

/** Names that are the initials which names of one known organisation alone state: KAIST. */
function withInitials(parts: readonly NameParts[], named: readonly (Found | null)[]): readonly (Found | null)[] {
  const stated = new Map<string, Found | null>();
  parts.forEach(({ initials }, i) => {
    if (!initials) return;
    const [found, held] = [named[i] ?? null, stated.get(initials)];
    stated.set(initials, held === undefined || held?.organisation === found?.organisation ? found : null);
  });
  if (stated.size === 0) return named;
  return named.map((found, i) => {
    const { core, formed } = parts[i] as NameParts;
    const known = formed ? null : (stated.get(core) ?? null);
    return found ?? (known && { ...known, rule: "initials" });
  });
}

/** Initials that the names of one group alone state join it: IMEC, Interuniversitair Microelektronica Centrum (IMEC). */
function joinInitials(groups: NameGroups, parts: readonly NameParts[]): void {
  const groupsOf = new Map<string, Set<number>>();
  parts.forEach(({ initials }, at) => {
    if (initials) groupsOf.set(initials, (groupsOf.get(initials) ?? new Set()).add(groups.leader(at)));
  });
  if (groupsOf.size === 0) return;
  const keys = new Map<number, string>();
  parts.forEach(({ core, formed, initials }, at) => {
    const key = !formed && groupsOf.has(core) ? core : initials;
    if (key && groupsOf.get(key)?.size === 1) keys.set(at, key);
  });
  groups.joinSome(keys);
}

/** Names misspelt by a letter join the name so corrected; answers the known organisations by the place of a name in its group's lead. */
function joinMisspelt(groups: NameGroups, parts: readonly NameParts[], harmoniser: Harmoniser): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>();
  const cores = new Map<number, string>();
  parts.forEach(({ text }, at) => {
    const right = correctedName(text);
    if (right === null) return;
    const correct = parseName(right);
    const known = harmoniser.find(correct);
    if (known) found.set(at, known);
    else cores.set(at, correct.readings[0] ?? correct.core);
  });
  groups.joinSome(withRightNames(cores, parts));
  return new Map([...found].map(([at, known]) => [groups.leader(at), known]));
}

/** Keys of misspelt names and of those that are spelt so, in the order of the names. */
function withRightNames(cores: ReadonlyMap<number, string>, parts: readonly NameParts[]): ReadonlyMap<number, string> {
  const right = new Set(cores.values());
  const keys = new Map<number, string>();
  if (right.size === 0) return keys;
  parts.forEach(({ readings }, at) => {
    const key = cores.get(at) ?? readings.find((reading) => right.has(reading));
    if (key) keys.set(at, key);
  });
  return keys;
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
  if (one.initials === other.core || other.initials === one.core) return "initials";
  if (correctedName(one.text) !== null || correctedName(other.text) !== null) return "misspelling";
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

export interface NameGroups {
  /** Joins names sharing a key unless their legal forms contradict; `sameForm`: the key includes the form. */
  join(keysOf: (at: number, each: (key: string | null | undefined) => void) => void, sameForm?: boolean): void;
  /** The same with the key of those names only that have one, in the order of the names. */
  joinSome(keys: ReadonlyMap<number, string>): void;
  /** Index of each name's leader. */
  leaders(): readonly number[];
  /** Index of a name's leader. */
  leader(at: number): number;
  /** Whether a name without legal form joined the dominant of several forms. */
  mostFrequent(at: number): boolean;
}

/** Share of a dominant form that attracts names without one. */
const dominant = 0.9;

/** Initial groups of one name; `counts`: frequencies. */
export function createNameGroups(names: readonly NameParts[], counts: readonly number[]): NameGroups {
  const parent = Int32Array.from(names, (_, at) => at);
  const weight = Float64Array.from(counts);
  const places = names.map(({ economies }) => economies);
  const lead = Int32Array.from(names, (_, at) => at);
  const frequent = new Uint8Array(names.length);

  const root = (at: number): number => {
    let top = at;
    while (parent[top] !== top) top = parent[top] as number;
    for (let each = at; parent[each] !== top; ) {
      const next = parent[each] as number;
      parent[each] = top;
      each = next;
    }
    return top;
  };
  const before = (a: number, b: number): boolean => {
    const difference = (counts[a] ?? 0) - (counts[b] ?? 0);
    return difference > 0 || (difference === 0 && (names[a]?.text ?? "") < (names[b]?.text ?? ""));
  };
  const unite = (a: number, b: number): void => {
    const [top, under] = [root(a), root(b)];
    if (top === under) return;
    parent[under] = top;
    weight[top] = (weight[top] ?? 0) + (weight[under] ?? 0);
    frequent[top] = (frequent[top] ?? 0) | (frequent[under] ?? 0);
    places[top] = common(places[top] ?? null, places[under] ?? null);
    if (before(lead[under] as number, lead[top] as number)) lead[top] = lead[under] as number;
  };

  const joinRoots = (roots: readonly number[], sameForm: boolean): void => {
    const [first] = roots;
    if (first === undefined || roots.length < 2) return;
    const shared = roots.reduce<Places>((all, each) => common(all, places[each] ?? null), null);
    if (sameForm || !shared || shared.length > 0) {
      for (const each of roots) unite(first, each);
      return;
    }
    joinApart(roots);
  };

  /** Forms of different economies: each joins the most frequent compatible group. */
  const joinApart = (roots: readonly number[]): void => {
    const formed = roots.filter((each) => places[each]).sort((a, b) => (before(lead[a] as number, lead[b] as number) ? -1 : 1));
    const heads: number[] = [];
    const total = formed.reduce((sum, each) => sum + (weight[each] ?? 0), 0);
    for (const each of formed) {
      const head = heads.find((top) => common(places[root(top)] ?? null, places[each] ?? null)?.length);
      if (head === undefined) heads.push(each);
      else unite(head, each);
    }
    const [bare, ...others] = roots.filter((each) => !places[each]);
    if (bare === undefined) return;
    for (const each of others) unite(bare, each);
    const most = heads.find((head) => (weight[root(head)] ?? 0) >= dominant * total);
    if (most === undefined) return;
    unite(most, bare);
    frequent[root(most)] = 1;
  };

  /** Names by key as they are told, and those joined that share one. */
  const collector = () => {
    const first = new Map<string, number>();
    const shared = new Map<string, number[]>();
    return {
      add(at: number, key: string | null | undefined): void {
        if (!key) return;
        const held = first.get(key);
        if (held === undefined) first.set(key, at);
        else if (shared.has(key)) shared.get(key)?.push(at);
        else shared.set(key, [held, at]);
      },
      join(sameForm: boolean): void {
        for (const members of shared.values()) joinRoots([...new Set(members.map(root))], sameForm);
      },
    };
  };

  return {
    join(keysOf, sameForm = false) {
      const found = collector();
      for (let at = 0; at < names.length; at++) keysOf(at, (key) => found.add(at, key));
      found.join(sameForm);
    },
    joinSome(keys) {
      const found = collector();
      for (const [at, key] of keys) found.add(at, key);
      found.join(false);
    },
    leaders: () => names.map((_, at) => lead[root(at)] as number),
    leader: (at) => lead[root(at)] as number,
    mostFrequent: (at) => frequent[root(at)] === 1 && !names[at]?.economies,
  };
}

type Places = readonly string[] | null;

/** Intersection of economies; `null` is any. */
function common(a: Places, b: Places): Places {
  if (!a || !b) return a ?? b;
  return a.filter((economy) => b.includes(economy));
}
