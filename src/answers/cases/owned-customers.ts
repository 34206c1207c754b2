import { type OwnershipRule, ownershipRules } from "../../link/ownership-rules.ts";
import { ownedEntry } from "../../screen/cases/case-state.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import { isOfTable, type OwnersAbove, type Party } from "../../screen/ownership/owner-book.ts";
import { partiesAbove } from "../../screen/ownership/parties-above.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { type ListsSay, listedAs } from "../screen/owner-standing.ts";
import type { RuleOwners } from "../screen/owners-report.ts";
import { type OwnershipState, ruleOwners } from "../screen/rule-owners.ts";
import type { ListedOwner, OwnedMatch } from "./owned-match.ts";

/** What a run knows of owners. */
export interface RunOwners extends OwnersAbove {
  /** Parties of tables that a customer is, of whom a row tells an owner on the day. */
  partiesOf(customer: Customer): readonly Party[];
  stateOf(rule: OwnershipRule): OwnershipState;
}

/** Whether listed parties own a half or more of a customer by a rule; `no`: by none of whose lists one is loaded. */
export interface CustomerOwned {
  readonly answer: "yes" | "perhaps" | "no" | "not known";
  readonly matches: readonly OwnedMatch[];
}

interface Asked {
  readonly owners: RunOwners;
  readonly day: string;
  /** Lists that are loaded. */
  readonly loaded: ReadonlySet<string>;
  /** What lists say of a party. */
  readonly listsSay: (party: Party) => ListsSay | undefined;
}

/** A party of the tables by one rule. */
interface Reckoned {
  readonly party: Party;
  readonly owned: RuleOwners;
  readonly listed: readonly ListedOwner[];
}

const unknown: CustomerOwned = { answer: "not known", matches: [] };

/**
 * The rules by which listed parties own a half or more of a customer, or may: then some owner above it is listed or may be, and what is not
 * known leaves a half open.
 */
export function customerOwned(customer: Customer, asked: Asked): CustomerOwned {
  const parties = asked.owners.partiesOf(customer);
  if (parties.length === 0) return unknown;
  const byRule = ownershipRules().map((rule) => ({ rule, of: parties.map((party) => reckoned(rule, party, asked)) }));
  const matches = byRule.flatMap(({ rule, of }) => matchOf(rule, of.filter(isMatch(asked))) ?? []);
  if (matches.length > 0) return { answer: matches.some(({ answer }) => answer === "yes") ? "yes" : "perhaps", matches };
  const told = byRule.filter(({ rule }) => rule.lists.some((list) => asked.loaded.has(list))).flatMap(({ of }) => of);
  return told.length > 0 && told.every(({ owned }) => owned.answer === "no") ? { answer: "no", matches } : unknown;
}

function reckoned(rule: OwnershipRule, party: Party, { owners, day, loaded, listsSay }: Asked): Reckoned {
  const above = partiesAbove(owners, party.id, day).flatMap((id) => owners.party(id) ?? []);
  const known = new Map(
    [party, ...above].flatMap((each) => {
      const said = listsSay(each);
      return said === undefined ? [] : [[each.id, said] as const];
    }),
  );
  const owned = ruleOwners(rule, { party, book: owners, day, known, loaded, stateOf: owners.stateOf });
  const listed = above.flatMap((owner) =>
    listedAs(owner, known.get(owner.id), rule).map(({ list, entry, party: name, certain }) => ({
      owner: owner.name ?? owner.id,
      ...{ list, certain },
      entry: decidedEntry(entry),
      party: name,
    })),
  );
  return { party, owned, listed };
}

/** A party that is listed itself is bound by that; what its list states of its owners makes no case of its own. */
const isMatch =
  ({ owners, day }: Asked) =>
  ({ party, owned, listed }: Reckoned): boolean => {
    const isTold = owners.holdings(party.id, day).some(({ rows }) => rows.some(isOfTable));
    if (!isTold && owned.listedItself.some(({ certain }) => certain)) return false;
    return owned.answer === "yes" || (owned.answer === "not known" && listed.length > 0);
  };

function matchOf(rule: OwnershipRule, found: readonly Reckoned[]): OwnedMatch | null {
  const [first] = [...found].sort((a, b) => b.owned.counted.low - a.owned.counted.low || b.owned.counted.high - a.owned.counted.high);
  if (first === undefined) return null;
  const { answer, counted, multiplied, state, notLoaded } = first.owned;
  const owners = found.flatMap(({ listed }) => listed);
  const once = (texts: readonly string[], by: string): string => [...new Set(texts)].sort().join(by);
  return {
    kind: "owned",
    entry: ownedEntry(rule.id),
    score: answer === "yes" ? 1 : counted.high,
    rule: rule.id,
    title: rule.title,
    issuer: rule.issuer,
    citation: rule.citation,
    state,
    list: once(
      owners.map(({ list }) => list),
      ", ",
    ),
    name: once(
      owners.map(({ party }) => party),
      "; ",
    ),
    asked: once(
      found.map(({ party }) => party.name ?? party.id),
      "; ",
    ),
    answer: answer === "yes" ? "yes" : "perhaps",
    ...{ counted, multiplied, owners, notLoaded },
    sums: found.flatMap(({ owned }) => owned.firms.map(({ name, words }) => `${name}: ${words}`)),
  };
}
