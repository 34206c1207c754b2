import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import { said } from "../../base/words.ts";
import { ownerKey } from "../../link/owner-key.ts";
import { ownershipRules } from "../../link/ownership-rules.ts";
import type { OwnerBook, Party } from "../../screen/ownership/owner-book.ts";
import { partiesAbove } from "../../screen/ownership/parties-above.ts";
import { type ControlData, controlEvidence, listTables, requireLists } from "./control-data.ts";
import { listLimits } from "./lists-on.ts";
import type { OwnersReport, PartyOwners } from "./owners-report.ts";
import { ownershipState, type PartyInBook, ruleOwners } from "./rule-owners.ts";
import type { OwnersQuestion, ScreenQuestion } from "./screen-questions.ts";
import type { ScreenReport, ScreenResult } from "./screen-report.ts";

export type Screen = (question: ScreenQuestion) => Promise<ScreenReport>;

/** Parties of one name that are answered for. */
const mostParties = 3;
/** Rows of lists that one name may be. */
export const mostHits = 200;

/**
 * Whether listed parties own a half or more of a party on a day, by each rule that asks so. A party of whom no table of owners tells is
 * answered too: not known. Throws LM_NO_LISTS, LM_USAGE and LM_NAME_TOO_LONG for a name that cannot be screened.
 */
export async function answerOwners(data: ControlData, screen: Screen, question: OwnersQuestion, day: string): Promise<OwnersReport> {
  const lists = await requireLists(data);
  if (!hasLetters(question.party)) throw new LevermapError("LM_USAGE", "A name or id has no letter and no figure in it.");
  const book = await data.owners();
  const found = book.find(question.party);
  const asked = found.length > 0 ? found.slice(0, mostParties) : [{ party: named(question.party), by: null }];
  const parties: PartyOwners[] = [];
  for (const { party, by } of asked) parties.push(await partyOwners(party, by, { data, screen, book, day }));
  const on = await lists.on({ day, by: "effective" });
  return {
    query: question.party,
    asOf: day,
    parties,
    statement: ownersStatement,
    evidence: await controlEvidence(data, {
      tables: [...listTables, "ownership"],
      rules: ["method:owners-of-a-party", "method:the-half"],
      limits: said(
        book.size === 0 && "No table of owners is loaded, and no list states owners: `levermap load owners FILE`.",
        found.length > mostParties &&
          `${say("owners.parties-of-the-tables", { parties: found.length, mostParties: String(mostParties) })} ${say("owners.ask-by-id-for")}`,
        undatedLimit(
          book,
          asked.map(({ party }) => party.id),
          day,
        ),
        ...listLimits(on),
      ),
    }),
  };
}

export const ownersStatement =
  "Tables of owners are as complete as their publishers. What is not known counts as neither yes nor no, and control without ownership is a separate question.";

const named = (name: string): Party => ({ id: ownerKey(name, null), name, economy: null, kind: null });

interface Asking {
  readonly data: ControlData;
  readonly screen: Screen;
  readonly book: OwnerBook;
  readonly day: string;
}

/** One party with its owners by every rule. */
export async function partyOwners(party: Party, by: PartyOwners["by"], { data, screen, book, day }: Asking): Promise<PartyOwners> {
  const above = partiesAbove(book, party.id, day);
  const parties = [party, ...above.flatMap((id) => book.party(id) ?? [])];
  const known = await screened(parties, screen, day);
  const timeline = await data.timeline();
  const within: PartyInBook = {
    ...{ party, book, day, known },
    stateOf: (rule) => ownershipState(rule, timeline, day),
    loaded: await loadedLists(data, day),
  };
  return {
    id: party.id,
    name: party.name ?? party.id,
    economy: party.economy,
    by,
    rules: ownershipRules().map((rule) => ruleOwners(rule, within)),
  };
}

async function loadedLists(data: ControlData, day: string): Promise<ReadonlySet<string>> {
  const on = await (await data.lists())?.on({ day, by: "effective" });
  return new Set(on?.screened.map(({ list }) => list) ?? []);
}

const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What lists say of parties by id; without a name that can be compared nothing is known. Shares held by many are no party. */
async function screened(parties: readonly Party[], screen: Screen, day: string): Promise<ReadonlyMap<string, ScreenResult>> {
  const asked = parties.filter(({ name, kind }) => name !== null && hasLetters(name) && kind !== "public");
  if (asked.length === 0) return new Map();
  const queries = asked.map(({ id, name, economy, kind }) => ({
    id,
    name: name ?? "",
    economy,
    kind: kind === "person" ? ("person" as const) : null,
  }));
  const { results } = await screen({ queries, asOf: day, top: mostHits });
  return new Map(results.flatMap((result, at) => (result.fault === null ? [[asked[at]?.id ?? "", result] as const] : [])));
}

function undatedLimit(book: OwnerBook, ids: readonly string[], day: string): string | false {
  const rows = ids
    .flatMap((id) => [id, ...partiesAbove(book, id, day)])
    .flatMap((id) => book.holdings(id, day).flatMap((holding) => holding.rows));
  const undated = new Set(rows.filter(({ since, until }) => since === null && until === null));
  return (
    undated.size > 0 &&
    say("owners.rows-of-owners-no", {
      rows: undated.size,
      has: undated.size === 1 ? "has" : "have",
      are: undated.size === 1 ? "is" : "are",
      day,
    })
  );
}
