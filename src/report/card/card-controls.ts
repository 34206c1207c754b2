import type { CardControl, CardControls, CardItem } from "../../answers/card/technology-card-controls.ts";
import { say } from "../../base/message.ts";
import { linkedCell, type Sources, sourceCell, sourcesCell } from "../cell.ts";
import { sinceWords } from "../controls/standing.ts";
import { filled, flexible, trimmedTable, wideFlexible } from "../table-of.ts";
import type { TableBlock } from "../view.ts";
import { type NameOf, relationWords } from "./card-facts.ts";

/** The controls on a technology on a day, what is to come, the entries of control lists it is linked to, listed parties. */
export function controlTables(controls: CardControls, sources: Sources, nameOf: NameOf): readonly TableBlock[] {
  const { day, inForce, toCome, suspended } = controls;
  const table = (title: string, of: readonly CardControl[], none?: string): TableBlock => controlTable(title, of, sources, nameOf, none);
  return [
    table(say("card-controls.controls-in-force-on", { day }), inForce, "none recorded, which is not clearance"),
    ...filled([
      table("Published, not in force yet", toCome),
      table("Suspended, or in force again unless the suspension was extended", suspended),
    ]),
    itemTable(controls, sources, nameOf),
    partyTable(controls, sources, nameOf),
  ];
}

/** Controls that are no longer in force; none where there are none. */
export const endedControls = ({ ended }: CardControls, sources: Sources, nameOf: NameOf): readonly TableBlock[] =>
  filled([controlTable("Controls that have ended", ended, sources, nameOf)]);

const controlTable = (title: string, of: readonly CardControl[], sources: Sources, nameOf: NameOf, none = "none known"): TableBlock =>
  trimmedTable(
    title,
    of,
    [
      ["issuer", ({ issuer }) => linkedCell(nameOf(issuer), { to: "economy", id: issuer })],
      ["kind", ({ kindWords }) => kindWords],
      ["what", ({ what }) => what, flexible],
      ["against", ({ againstWords }) => againstWords, flexible],
      ["published", ({ published }) => published ?? "unknown"],
      ["effective", ({ effective }) => effective ?? "unknown"],
      ["until", ({ until }) => until],
      ["suspended", suspension, flexible],
      ["citation, state of its rule", ({ citation, rule }) => (rule?.state ? `${citation}, ${rule.state}` : citation), flexible],
      ["through", (control) => through(control, nameOf), wideFlexible],
      ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
      ["note", ({ note }) => note, wideFlexible],
    ],
    { none },
  );

/** `until 2026-11-09, by 2025-19846`; after that day `ended unless extended, last day 2026-11-09, by 2025-19846`. */
function suspension({ state, suspendedBy, suspendedUntil }: CardControl): string {
  if (suspendedBy === null) return "";
  const over = state === "suspension ended unless extended";
  const last = suspendedUntil === null ? "" : `${over ? "last day" : "until"} ${suspendedUntil}, `;
  return say("card-controls.by", { endedUnless: over ? "ended unless extended, " : "", last, suspendedBy });
}

/** Nothing where the control names the technology itself. */
function through({ link: { rule, technology } }: CardControl, nameOf: NameOf): string {
  if (rule === "named") return "";
  return rule === "all" ? "all technologies" : `${nameOf(technology)}, ${rule === "member" ? "which folds into it" : "its family"}`;
}

/** One line for each reason for control of an entry. */
const itemTable = ({ items }: CardControls, sources: Sources, nameOf: NameOf): TableBlock =>
  trimmedTable(
    "Entries of control lists that it is linked to",
    items.flatMap((item) => reasonsOf(item).map((reason) => ({ ...item, ...reason }))),
    [
      ["entry", ({ item }) => item],
      ["reason", ({ why }) => why],
      ["where it needs a licence", ({ where }) => where, flexible],
      ["relation", ({ relation }) => relationWords(relation, "entry"), flexible],
      ["linked to", ({ technology }) => nameOf(technology), flexible],
      ["edition", ({ edition }) => edition ?? "not loaded"],
      ["source", ({ source }) => sourceCell(source, sources), wideFlexible],
      ["note", ({ note }) => note, wideFlexible],
    ],
  );

const covered: Readonly<Record<string, string>> = { all: "", part: " in part" };

function reasonsOf({ reasons }: CardItem): readonly { readonly why: string; readonly where: string }[] {
  if (reasons === null) return [{ why: "unknown", where: "" }];
  if (reasons.length === 0) return [{ why: "none applies", where: "" }];
  return reasons.map(({ reason, covers, destinations }) => ({
    why: `${reason ?? "other"}${covered[covers] ?? " may apply"}`,
    where: destinations,
  }));
}

/** One line for each list that names an organisation that deals in the technology. */
function partyTable({ listed }: CardControls, sources: Sources, nameOf: NameOf): TableBlock {
  const lines = (listed ?? []).flatMap(({ name, deals, listed: lists }) =>
    lists.map((line) => ({ ...line, party: name, deals, dealSources: deals.map(({ source }) => source) })),
  );
  return trimmedTable(
    "Listed parties that deal in it",
    lines,
    [
      ["party", ({ party }) => party, flexible],
      ["deals in it by", ({ deals }) => deals.map(({ what }) => what).join("; "), flexible],
      ["list", ({ title }) => title, flexible],
      ["issuer", ({ issuer }) => linkedCell(nameOf(issuer), { to: "economy", id: issuer })],
      ["since", ({ standing }) => sinceWords(standing)],
      ["published", ({ published, standing }) => (published === standing.since ? null : published), wideFlexible],
      ["until", ({ ended }) => ended, wideFlexible],
      ["citation", ({ citation }) => citation, flexible],
      ["listed as", ({ name, rule }) => say("card-controls.by-rule", { name, rule }), wideFlexible],
      ["source", ({ dealSources }) => sourcesCell(dealSources, sources), wideFlexible],
    ],
    { none: listed === null ? "unknown, no list of parties is loaded" : "none found among those known to, which is not clearance" },
  );
}
