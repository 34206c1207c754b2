import type { TechnologyCard } from "../../answers/technology-card.ts";
import type { CardControl, CardControls, CardItem } from "../../answers/technology-card-controls.ts";
import type { Section } from "./section.ts";
import type { TableColumn } from "./table.ts";

type Told = Pick<TechnologyCard, "controlsInForce" | "controls" | "reach">;

/** The controls that bite on a technology on a day, what is to come, what has ended, and the entries of control lists it is linked to. */
export function cardControlSections({ controlsInForce: found, controls, reach }: Told): Section[] {
  const ended = [
    ...controls.map((line) => ({ ...line, what: line.class, against: line.target })),
    ...reach.map((line) => ({ ...line, what: `${line.rule}: ${line.provider} in ${line.madeIn}`, against: line.customers })),
  ].filter(({ until }) => until !== null && until <= found.day);
  return [
    controlSection(`Controls in force on ${found.day}, at least`, found.inForce, "none recorded, which is no clearance"),
    ...(found.toCome.length > 0 ? [controlSection("Published, not in force yet", found.toCome)] : []),
    ...(ended.length > 0 ? [endedSection(ended)] : []),
    itemSection(found),
  ];
}

const kinds: Readonly<Record<CardControl["kind"], string>> = {
  item: "item",
  "listed-party": "listed party",
  "direct-product": "direct product",
  content: "content",
  nationality: "nationality",
};

function controlSection(title: string, controls: readonly CardControl[], none = "none known"): Section {
  const columns: readonly (TableColumn & { readonly cell: (control: CardControl) => string })[] = [
    { title: "issuer", cell: ({ issuer }) => issuer },
    { title: "kind", cell: ({ kind }) => kinds[kind] },
    { title: "what", flexible: true, cell: ({ what }) => what.replaceAll("-of-", " of ") },
    { title: "against", cell: against },
    { title: "published", cell: ({ published }) => published ?? "unknown" },
    { title: "effective", cell: ({ effective }) => effective ?? "unknown" },
    { title: "until", cell: ({ until }) => until ?? "" },
    { title: "citation, how its rule stands", flexible: true, cell: citation },
    { title: "through", cell: through },
  ];
  const told = columns.filter(({ cell }) => controls.some((control) => cell(control) !== ""));
  return { title, columns: told, rows: controls.map((control) => told.map(({ cell }) => cell(control))), none };
}

const everyone = (whom: string): string => (whom === "*" ? "everyone" : whom);

const against = ({ against: whom, exempt }: CardControl): string =>
  `${everyone(whom)}${exempt === null ? "" : `, not ${exempt.replaceAll(";", ", ")}`}`;

const citation = ({ citation: printed, rule }: CardControl): string => (rule === null ? printed : `${printed}, ${rule.state}`);

/** Nothing where the control names the technology itself. */
const through = ({ link: { rule, technology } }: CardControl): string =>
  rule === "named" ? "" : rule === "family" ? technology : "all technologies";

interface Ended {
  readonly issuer: string;
  readonly what: string;
  readonly against: string;
  readonly effective: string | null;
  readonly until: string | null;
  readonly citation: string;
}

function endedSection(controls: readonly Ended[]): Section {
  return {
    title: "Controls that have ended",
    columns: [
      { title: "issuer" },
      { title: "what", flexible: true },
      { title: "against" },
      { title: "effective" },
      { title: "until" },
      { title: "citation", flexible: true },
    ],
    rows: controls.map((line) => [
      line.issuer,
      line.what,
      everyone(line.against),
      line.effective ?? "unknown",
      line.until ?? "",
      line.citation,
    ]),
  };
}

function itemSection({ items }: CardControls): Section {
  return {
    title: "Entries of control lists it is linked to",
    columns: [
      { title: "entry" },
      { title: "relation" },
      { title: "through" },
      { title: "edition" },
      { title: "reasons for control, where", flexible: true },
      { title: "source" },
    ],
    rows: items.map((item) => [
      item.item,
      item.relation,
      item.technology,
      item.edition ?? "not loaded",
      reasonsText(item),
      [item.source, item.note].filter((part) => part !== null).join(": "),
    ]),
  };
}

function reasonsText({ reasons }: CardItem): string {
  if (reasons === null) return "unknown";
  const text = reasons.map(({ reason, covers, destinations }) => {
    const part = covers === "all" ? "" : covers === "part" ? " (in part)" : " (may apply)";
    return `${reason ?? "other"}${part}: ${destinations}`;
  });
  return text.join("; ") || "none that applies";
}
