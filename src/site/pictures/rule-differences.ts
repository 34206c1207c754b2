import type { Answer } from "../../ask/ask.ts";
import { say } from "../../base/message.ts";
import { exactly } from "../../base/numbers.ts";
import { partyLink } from "../../report/cell.ts";
import type { DrawnPicture } from "../picture.ts";

/** Rules that came into force and that ceased to be between two days, by who issued them; by code where an economy is not among `economies`. */
export function ruleDifferences(
  { rules, from, to }: Pick<Answer<"controlsDiff">, "rules" | "from" | "to">,
  economies: readonly { readonly id: string; readonly name: string }[],
): DrawnPicture | undefined {
  const names = new Map(economies.map(({ id, name }) => [id, name]));
  const byIssuer = new Map<string, { lost: number; gained: number }>();
  for (const { issuer, before, after } of rules) {
    const counts = byIssuer.get(issuer) ?? { lost: 0, gained: 0 };
    if (after === "in force") counts.gained++;
    else if (before === "in force") counts.lost++;
    byIssuer.set(issuer, counts);
  }
  const rows = [...byIssuer]
    .map(([issuer, counts]) => ({ label: names.get(issuer) ?? issuer, link: partyLink(issuer), ...counts }))
    .filter(({ lost, gained }) => lost + gained > 0)
    .sort((a, b) => b.lost + b.gained - a.lost - a.gained || (a.label < b.label ? -1 : 1));
  if (rows.length === 0) return undefined;
  const total = (of: "lost" | "gained"): number => rows.reduce((all, row) => all + row[of], 0);
  return {
    kind: "drawn",
    title: say("rule-differences.title", { from, to }),
    unit: "rules on record",
    summary: say("rule-differences.summary", { began: total("gained"), ended: total("lost") }),
    shape: {
      kind: "differences",
      lost: "no longer",
      gained: "now in force",
      rows: rows.map(({ label, link, lost, gained }) => ({ label, link, lost: exactly(lost), gained: exactly(gained) })),
    },
  };
}
