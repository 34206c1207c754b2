import { say } from "../../base/message.ts";
import { listed, said } from "../../base/words.ts";
import { membersOf } from "../../leverage/members.ts";
import { partyName } from "../scenario/planned-scenario.ts";
import { onOneOldDocument } from "../shared/old-document.ts";
import type { PlannedProgramme } from "./plan-report.ts";
import type { PreparedPlan } from "./prepared-plan.ts";

/** Why it is in doubt that the home would lack a technology at all; "" where nothing tells so. */
export function doubtOf(
  { read, names }: Pick<PreparedPlan, "read" | "names">,
  { technology: id }: Pick<PlannedProgramme, "technology">,
): string {
  const t = read.map.indexOf.get(id)!;
  const own = new Set([names.place, ...membersOf(read.model, names.place)]);
  const makes = read.map.technologies[t]!.shareRows.some(({ rows }) =>
    rows.some(({ holder, low, high }) => own.has(holder) && low === null && high === null),
  );
  const words = said(
    onOneOldDocument(read, t) && "what others could withhold of it rests on one document of shares, older than five years",
    makes && say("plan-doubt.has-makers-of-it", { read: partyName(read, names.place) }),
  );
  return words.length === 0 ? "" : say("plan-doubt.whether-it-would-be", { words: listed(words) });
}
