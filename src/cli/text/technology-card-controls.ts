import type { CardControl, CardControls, CardItem } from "../../answers/card/technology-card-controls.ts";
import { sinceWords } from "../../report/controls/standing.ts";
import type { Section } from "../page/section.ts";
import type { TableColumn } from "../page/table.ts";

/** The controls that bite on a technology on a day, what is to come, what has ended, and the entries of control lists it is linked to. */
export function cardControlSections(found: CardControls): Section[] {
  const { day, inForce, toCome, suspended, ended } = found;
  return [
    controlSection(`Controls in force on ${day}, at least`, inForce, "none recorded, which is no clearance"),
    ...(toCome.length > 0 ? [controlSection("Published, not in force yet", toCome)] : []),
    ...(suspended.length > 0 ? [controlSection("Suspended, or in force again unless the suspension was extended", suspended)] : []),
    ...(ended.length > 0 ? [controlSection("Controls that have ended", ended)] : []),
    itemSection(found),
    partySection(found),
  ];
}

function controlSection(title: string, controls: readonly CardControl[], none = "none known"): Section {
  const columns: readonly (TableColumn & { readonly cell: (control: CardControl) => string })[] = [
    { title: "issuer", cell: ({ issuer }) => issuer },
    { title: "kind", cell: ({ kindWords }) => kindWords },
    { title: "what", flexible: true, cell: ({ what }) => what },
    { title: "against", flexible: true, cell: ({ againstWords }) => againstWords },
    { title: "published", cell: ({ published }) => published ?? "unknown" },
    { title: "effective", cell: ({ effective }) => effective ?? "unknown" },
    { title: "until", cell: ({ until }) => until ?? "" },
    { title: "suspended", flexible: true, cell: suspension },
    { title: "citation, how its rule stands", flexible: true, cell: citation },
    { title: "through", cell: through },
  ];
  const told = columns.filter(({ cell }) => controls.some((control) => cell(control) !== ""));
  return { title, columns: told, rows: controls.map((control) => told.map(({ cell }) => cell(control))), none };
}

const citation = ({ citation: printed, rule }: CardControl): string =>
  rule === null || rule.state === null ? printed : `${printed}, ${rule.state}`;

/** `until 2026-11-09, by 2025-19846`; after that day `ended unless extended, last day 2026-11-09, by 2025-19846`. */
function suspension({ state, suspendedBy, suspendedUntil }: CardControl): string {
  if (suspendedBy === null) return "";
  const over = state === "suspension ended unless extended";
  const last = suspendedUntil === null ? "" : `${over ? "last day" : "until"} ${suspendedUntil}, `;
  return `${over ? "ended unless extended, " : ""}${last}by ${suspendedBy}`;
}

/** Nothing where the control names the technology itself. */
const through = ({ link: { rule, technology } }: CardControl): string =>
  rule === "named" ? "" : rule === "all" ? "all technologies" : technology;

/** One line for each reason for control of an entry. */
function itemSection({ items }: CardControls): Section {
  return {
    title: "Entries of control lists it is linked to",
    columns: [
      { title: "entry" },
      { title: "relation" },
      { title: "through" },
      { title: "edition" },
      { title: "reason" },
      { title: "where it needs a licence", flexible: true },
      { title: "note", flexible: true },
    ],
    rows: items.flatMap((item) =>
      reasonCells(item).map((cells, at) => [
        ...(at === 0 ? itemCells(item) : ["", "", "", ""]),
        ...cells,
        at === 0 ? (item.note ?? "") : "",
      ]),
    ),
  };
}

const itemCells = ({ item, relation, technology, edition }: CardItem): string[] => [item, relation, technology, edition ?? "not loaded"];

function reasonCells({ reasons }: CardItem): readonly string[][] {
  if (reasons === null) return [["unknown", ""]];
  if (reasons.length === 0) return [["none applies", ""]];
  const part = (covers: string): string => (covers === "all" ? "" : covers === "part" ? " in part" : " may apply");
  return reasons.map(({ reason, covers, destinations }) => [`${reason ?? "other"}${part(covers)}`, destinations]);
}

/** One line for each list that an organisation that deals in the technology stands on. */
function partySection({ listed }: CardControls): Section {
  return {
    title: "Listed parties that deal in it",
    columns: [
      { title: "party" },
      { title: "deals in it by", flexible: true },
      { title: "list", flexible: true },
      { title: "issuer" },
      { title: "since" },
      { title: "citation", flexible: true },
      { title: "linked by" },
    ],
    rows: (listed ?? []).flatMap(({ name, deals, listed: lists }) =>
      lists.map(({ title, issuer, standing, citation: printed, rule }, at) => [
        at === 0 ? name : "",
        at === 0 ? deals.map(({ what }) => what).join("; ") : "",
        title,
        issuer,
        sinceWords(standing),
        printed ?? "",
        rule,
      ]),
    ),
    none: listed === null ? "unknown, no list of parties is loaded" : "none found among those known to, which is no clearance",
  };
}
