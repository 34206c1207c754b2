import { groupBy } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import { nameKey } from "../../link/name-key.ts";
import type { Edition } from "./editions.ts";
import { type AsOf, partiesOn } from "./listing-status.ts";
import { partyKeys } from "./reconcile.ts";

type Party = Row<"party_entry">;

/** Compared fields of a row. */
const compared = ["name", "kind", "footnotes", "requirement", "policy", "programme", "remark", "citation", "ended"] as const;

/** What a list says of a party in rows of their own. */
export interface PartyTexts {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly links: readonly string[];
  readonly facts: readonly string[];
}

/** `before`: `null` also where something was added, `after`: also where it was removed. */
export interface ChangedColumn {
  readonly column: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Change {
  readonly before: Party;
  readonly after: Party;
  readonly columns: readonly string[];
  readonly changes: readonly ChangedColumn[];
}

export type TextsOf = (party: Party) => PartyTexts;

/** The texts of the rows of two copies. */
export interface BothTexts {
  readonly before: TextsOf;
  readonly after: TextsOf;
}

const noTexts: TextsOf = ({ name }) => ({ names: [name], addresses: [], links: [], facts: [] });

/** Rows in force on one day only, and changed rows. `undated` rows count as in force on both. */
export interface ListDifference {
  readonly added: readonly Party[];
  readonly removed: readonly Party[];
  readonly changed: readonly Change[];
  readonly undated: number;
  readonly caveats: readonly string[];
}

type NamesOf = (party: Party) => readonly string[];

/** Compares the lists on two days. */
export function listDifference(
  parties: readonly Party[],
  editions: readonly Edition[],
  from: string,
  to: string,
  by: AsOf["by"],
  textsOf: TextsOf = noTexts,
): ListDifference {
  const before = partiesOn(parties, editions, { day: from, by });
  const after = partiesOn(parties, editions, { day: to, by });
  const caveats = [...before.readings, ...after.readings].flatMap(({ list, origin, caveats: each }) =>
    each.map((caveat) => `${list} (${origin}): ${caveat}`),
  );
  return {
    ...rowsDifference(
      before.listed.map(({ party }) => party),
      after.listed.map(({ party }) => party),
      { before: textsOf, after: textsOf },
    ),
    undated: after.listed.filter(({ standing }) => standing.since === null).length,
    caveats: [...new Set(caveats)],
  };
}

const ownName: NamesOf = ({ name }) => [name];

/**
 * Compares rows of two copies of lists. Parties match by list, origin, economy and normalised name; the remainder by names without brackets
 * and legal forms where that is unique on both sides.
 */
export function rowsDifference(
  before: readonly Party[],
  after: readonly Party[],
  texts: BothTexts = { before: noTexts, after: noTexts },
): Pick<ListDifference, "added" | "removed" | "changed"> {
  const [old, now] = [byParty(before), byParty(after)];
  const changes = changesBy(texts);
  const same = [...old].flatMap(([key, rows]) => changes(rows, now.get(key) ?? []));
  let removed = [...old].flatMap(([key, rows]) => rows.slice(now.get(key)?.length ?? 0));
  let added = [...now].flatMap(([key, rows]) => rows.slice(old.get(key)?.length ?? 0));
  const renamed: Change[] = [];
  const byNames =
    (namesOf: NamesOf): KeysOf =>
    (party) =>
      partyKeys(namesOf(party)).map(keyIn(party));
  const passes = [
    [byNames(ownName), byNames(ownName), isElsewhere],
    [byNames((party) => texts.before(party).names), byNames((party) => texts.after(party).names), isElsewhere],
    [nativeKey, nativeKey, () => false],
  ] as const;
  for (const [ofOld, ofNow, isOther] of passes) {
    const pairs = onlyPairs(removed, added, ofOld, ofNow, isOther);
    renamed.push(...pairs.flatMap(([one, other]) => changes([one], [other])));
    const [gone, come] = [new Set(pairs.map(([one]) => one)), new Set(pairs.map(([, other]) => other))];
    removed = removed.filter((each) => !gone.has(each));
    added = added.filter((each) => !come.has(each));
  }
  return { added, removed, changed: [...same, ...renamed] };
}

type KeysOf = (party: Party) => readonly string[];

const keyIn =
  ({ origin, list }: Party) =>
  (key: string): string =>
    `${origin}|${list}|${key}`;

/** The number that the list itself gives a party. */
const nativeKey: KeysOf = (party) => (party.native === null ? [] : [keyIn(party)(`#${party.native}`)]);

/** Pairs of remaining rows with a common key that no other row has. */
function onlyPairs(
  removed: readonly Party[],
  added: readonly Party[],
  ofOld: KeysOf,
  ofNow: KeysOf,
  isOther: (a: Party, b: Party) => boolean,
): readonly (readonly [Party, Party])[] {
  const [old, now] = [byKey(removed, ofOld), byKey(added, ofNow)];
  const taken = new Set<Party>();
  return removed.flatMap((one): readonly (readonly [Party, Party])[] => {
    for (const key of ofOld(one)) {
      const [other, ...more] = now.get(key) ?? [];
      if (other === undefined || more.length > 0 || old.get(key)?.length !== 1 || taken.has(other) || isOther(one, other)) continue;
      taken.add(other);
      return [[one, other]];
    }
    return [];
  });
}

const isElsewhere = (a: Party, b: Party): boolean => a.economy !== null && b.economy !== null && a.economy !== b.economy;

function byKey(parties: readonly Party[], keysOf: (party: Party) => readonly string[]): ReadonlyMap<string, readonly Party[]> {
  const keyed = parties.flatMap((party) => keysOf(party).map((key) => ({ key, party })));
  return new Map([...groupBy(keyed, ({ key }) => key)].map(([key, found]) => [key, found.map(({ party }) => party)]));
}

const byParty = (parties: readonly Party[]): ReadonlyMap<string, readonly Party[]> =>
  groupBy(parties, ({ origin, list, economy, name }) => [origin, list, economy, nameKey(name)].join("|"));

const changesBy =
  ({ before: ofOld, after: ofNow }: BothTexts) =>
  (old: readonly Party[], now: readonly Party[]): readonly Change[] =>
    old.slice(0, now.length).flatMap((before, at) => {
      const after = now[at];
      if (after === undefined || after === before) return [];
      const changes = [
        ...compared.flatMap((column) =>
          before[column] === after[column] ? [] : [{ column, before: before[column], after: after[column] }],
        ),
        ...changedTexts(withoutOwn(before, ofOld(before)), withoutOwn(after, ofNow(after))),
      ];
      return changes.length === 0 ? [] : [{ before, after, columns: changes.map(({ column }) => column), changes }];
    });

const withoutOwn = ({ name: own }: Party, { names, ...others }: PartyTexts): PartyTexts => ({
  ...others,
  names: names.filter((name) => name !== own),
});

/** Names, addresses, links and facts that one of two says and the other does not. */
const changedTexts = (before: PartyTexts, after: PartyTexts): readonly ChangedColumn[] => [
  ...listChanges("alias", before.names, after.names),
  ...listChanges("address", before.addresses, after.addresses),
  ...listChanges("link", before.links, after.links),
  ...listChanges("fact", before.facts, after.facts),
];

/** Texts that came and went, under the name of one of them. */
export function listChanges(noun: string, before: readonly string[], after: readonly string[]): readonly ChangedColumn[] {
  const [gone, come] = [without(before, after), without(after, before)];
  return [
    ...(gone.length > 0 ? [{ column: `${noun} removed`, before: gone.join("; "), after: null }] : []),
    ...(come.length > 0 ? [{ column: `${noun} added`, before: null, after: come.join("; ") }] : []),
  ];
}

const without = (texts: readonly string[], others: readonly string[]): readonly string[] =>
  [...new Set(texts)].filter((text) => !others.includes(text));
