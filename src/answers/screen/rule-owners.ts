import { shareRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { OwnershipRule } from "../../link/ownership-rules.ts";
import { answerOf, type OwnedByListed, ownedByListed } from "../../screen/ownership/half-question.ts";
import type { Holding, OwnersAbove, Party } from "../../screen/ownership/owner-book.ts";
import type { OwnershipGraph, Part } from "../../screen/ownership/stakes.ts";
import type { Firm } from "../../screen/ownership/upstream.ts";
import { type RuleState, ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { type ListedAs, type ListsSay, listedAs, listedWords, standingOf } from "./owner-standing.ts";
import type { FirmLine, OwnerLine, RuleOwners } from "./owners-report.ts";

/** A party with all that is known of those above it. */
export interface PartyInBook {
  readonly party: Party;
  readonly book: OwnersAbove;
  readonly day: string;
  /** What lists say of the parties, by id. */
  readonly known: ReadonlyMap<string, ListsSay>;
  readonly stateOf: (rule: OwnershipRule) => OwnershipState;
  readonly loaded: ReadonlySet<string>;
}

interface Reckoned {
  readonly rule: OwnershipRule;
  readonly of: PartyInBook;
  readonly owned: OwnedByListed;
  readonly listed: (id: string) => readonly ListedAs[];
}

/** The answer to one rule, with its sum. */
export function ruleOwners(rule: OwnershipRule, of: PartyInBook): RuleOwners {
  const { party, book, day } = of;
  const partyOf = (id: string): Party => (id === party.id ? party : (book.party(id) ?? { id, name: null, economy: null, kind: null }));
  const lines = new Map<string, readonly ListedAs[]>();
  const listed = (id: string): readonly ListedAs[] => {
    const known = lines.get(id) ?? listedAs(partyOf(id), of.known.get(id), rule);
    lines.set(id, known);
    return known;
  };
  // Whether it is listed itself is told beside: its owners are asked for
  const graph: OwnershipGraph = {
    owners: (id) => book.holdings(id, day),
    standing: (id) => (id === party.id ? "firm" : standingOf(partyOf(id), listed(id), of.known.has(id))),
  };
  const owned = ownedByListed(graph, party.id);
  const reckoned = { rule, of, owned, listed };
  return {
    rule: rule.id,
    title: rule.title,
    issuer: rule.issuer,
    citation: rule.citation,
    url: rule.url,
    note: rule.note,
    lists: rule.lists,
    notLoaded: rule.lists.filter((list) => !of.loaded.has(list)),
    ...of.stateOf(rule),
    listedItself: listed(party.id).map(({ list, entry, party: name, certain }) => ({ list, entry, party: name, certain })),
    answer: owned.answer,
    counted: owned.counted,
    multiplied: owned.multiplied,
    firms: [...owned.upstream.firms.values()]
      .filter(({ stakes }) => stakes.length > 0)
      .reverse()
      .map((firm) => firmLine(firm, partyOf, reckoned)),
  };
}

/** Whether a rule that counts owners binds on a day, and in words. */
export type OwnershipState = Pick<RuleOwners, "state" | "stateWords">;

export function ownershipState({ rule: id, since, title }: OwnershipRule, timeline: RuleTimeline, day: string): OwnershipState {
  if (id === null) {
    const state = since === null || since <= day ? "in force" : "not known yet";
    return { state, stateWords: `${title}: ${state}${since === null ? "" : say("rule-owners.since", { since })}.` };
  }
  const rule = timeline.rules.find((each) => each.id === id);
  if (rule === undefined) return { state: "start unknown", stateWords: say("rule-owners.the-rule-is-not", { title, id }) };
  const found = ruleState(rule, timeline, day);
  return { state: found.state, stateWords: `${title}: ${stateWords(found, timeline)}.` };
}

/** A doubt is told: whether a suspension that has run out was extended is not in the data. */
function stateWords({ state, until, suspendedBy }: RuleState, { end, newest }: RuleTimeline): string {
  if (state === "suspended")
    return say("rule-owners.suspended-by", { suspendedBy, until: until === null ? "" : say("rule-owners.through", { until }) });
  if (state !== "suspension ended unless extended") return state;
  const last = end ?? newest;
  return say("rule-owners.the-suspension-by-ran", { suspendedBy, until, last: last === null ? "" : say("rule-owners.to", { last }) });
}

function firmLine(firm: Firm, partyOf: (id: string) => Party, reckoned: Reckoned): FirmLine {
  const { of, owned } = reckoned;
  const part = owned.chain.parts.get(firm.id) as Part;
  const name = partyOf(firm.id).name ?? firm.id;
  const owners = of.book.holdings(firm.id, of.day).map((holding) => ownerLine(holding, partyOf(holding.owner), reckoned));
  return {
    id: firm.id,
    name,
    owners,
    unstated: firm.rest,
    excess: firm.excess,
    counted: part,
    answer: answerOf(part),
    words: sumWords(firm, owners, part),
  };
}

function ownerLine(holding: Holding, party: Party, { of, owned: { chain, upstream }, listed }: Reckoned): OwnerLine {
  const { owner, low, high, stated, differs, rows } = holding;
  const compared = of.known.has(owner) || party.kind === "public";
  const [first] = rows;
  return {
    ...party,
    relation: [...new Set(rows.map(({ relation }) => relation))].join(", "),
    low,
    high,
    stated,
    differs,
    since: first?.since ?? null,
    until: first?.until ?? null,
    sources: [...new Set(rows.map(({ source, file, line }) => source ?? `${file}, line ${line}`))],
    counts: chain.certain.has(owner) ? "yes" : chain.possible.has(owner) ? "possibly" : "no",
    because: compared ? because(party, listed(owner), chain.parts.get(owner), upstream.firms.get(owner)) : notCompared,
  };
}

const notCompared = "may be listed: it has no name in the tables that could be compared, or is too far up";

function because({ kind }: Party, listed: readonly ListedAs[], part: Part | undefined, firm: Firm | undefined): string {
  if (listed.length > 0) return listedWords(listed);
  if (part === undefined || firm === undefined)
    return kind === "public" ? "shares held by many" : say("rule-owners.a-found-on-none", { kind: kind ?? "party" });
  if (firm.stakes.length === 0) return "on none of the lists; its owners are not known";
  return say("rule-owners.on-none-of-the", { low: shareRange(part.low, part.high) });
}

/** `Sund 60% (counts) + Vest 15% (does not count) + no owner named 25% (possibly) = 60% to 85%: yes`. */
function sumWords({ rest, excess, closed }: Firm, owners: readonly OwnerLine[], part: Part): string {
  const words = { yes: "counts", possibly: "may count", no: "does not count" } as const;
  const terms = owners.map(({ name, id, low, high, counts }) => `${name ?? id} ${shareRange(low, high)} (${words[counts]})`);
  const unnamed = rest > 0 ? [say("rule-owners.owners-that-no-row", { rest: shareRange(rest, rest) })] : [];
  const doubt = excess > 0 ? say("rule-owners.shares-add-up-to", { shareRange: shareRange(1 + excess, 1 + excess) }) : "";
  const circle = closed ? "; its owners lead only to one another, so rows are missing" : "";
  return say("rule-owners.of-listed-parties", {
    which: [...terms, ...unnamed].join(" + "),
    low: shareRange(part.low, part.high),
    answer: answerOf(part),
    doubt,
    circle,
  });
}
