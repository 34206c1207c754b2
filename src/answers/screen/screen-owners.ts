import { shareRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { OwnerBook } from "../../screen/ownership/owner-book.ts";
import type { ControlData } from "./control-data.ts";
import { partyOwners, type Screen } from "./owners.ts";
import type { OwnersLine, PartyOwners, RuleOwners } from "./owners-report.ts";
import type { ScreenReport, ScreenResult } from "./screen-report.ts";

const nothing: OwnersLine = {
  answer: "not known",
  rule: null,
  low: 0,
  high: 1,
  words: "Owners: not known; no table of owners that is loaded has this name.",
};

/** A screening with what is known of the owners of each name; names without rows of owners cost no search. */
export async function withOwners(data: ControlData, screen: Screen, report: ScreenReport): Promise<ScreenReport> {
  const book = await data.owners();
  const results: ScreenResult[] = [];
  for (const result of report.results) {
    const [found] = result.fault === null ? ownedParties(book, result, report.asOf) : [];
    if (found === undefined) results.push({ ...result, owners: nothing });
    else {
      const owned = await partyOwners(found.party, found.by, { data, screen, book, day: report.asOf });
      results.push({ ...result, owners: ownersLine(owned) });
    }
  }
  return { ...report, results };
}

/** The parties of a name, not of another economy than was asked for, of whom a row tells an owner on the day. */
const ownedParties = (book: OwnerBook, { name, economy }: ScreenResult, day: string): ReturnType<OwnerBook["find"]> =>
  book
    .find(name)
    .filter(({ party }) => economy === null || party.economy === null || party.economy === economy)
    .filter(({ party }) => book.holdings(party.id, day).length > 0);

/** By the rule under which listed parties own most. */
function ownersLine({ name, rules }: PartyOwners): OwnersLine {
  const [first] = [...rules].sort((a, b) => b.counted.low - a.counted.low || b.counted.high - a.counted.high) as [RuleOwners];
  const { rule, answer, counted, state } = first;
  const share = shareRange(counted.low, counted.high);
  const known =
    counted.low === 0 && counted.high === 1
      ? say("screen-owners.rows-on-do-not", { name })
      : say("screen-owners.listed-parties-own-of", { share, name });
  return {
    answer,
    rule,
    ...counted,
    words: `${say("screen-owners.owners-a-half-or", { known, answer, rule, state })} ${say("screen-owners.screen-owners-shows-the")}`,
  };
}
