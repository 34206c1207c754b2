import type { ItemEntry, ItemReport, LicenceLine } from "../../answers/controls/item-report.ts";
import { number } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import type { TableColumn } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

/** An entry with its reasons and paragraphs, or the places that words found; the licence question where a destination is named. */
export function itemText(report: ItemReport, page: Page): string {
  const { query, asOf, edition, entry, found, chart, licences, destination, evidence } = report;
  const { style, width } = page;
  const from = edition === null ? `no edition loaded for ${asOf}` : `edition of ${edition}, as of ${asOf}`;
  return [
    style.strong(paragraph(entry === null ? `"${query}": ${from}` : `${entry.item}  ${entry.heading}`, width)),
    ...(entry === null ? [] : [paragraph(`${entry.citation}; ${from}`, width)]),
    ...(found.length > 0 ? [] : licences.flatMap((line, at) => licenceLines(line, at === 0, page))),
    ...(chart === null ? [] : chartLines(chart, page)),
    ...(entry === null ? [] : entrySections(entry, page)),
    ...(found.length === 0 && entry === null && edition !== null && licences.length === 0 ? ["", "No entry has these words."] : []),
    ...(found.length === 0 ? [] : foundSection(report, page)),
    ...(entry !== null && destination === null ? ["", "Name a destination for the licence question: --to CN."] : []),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((limit) => paragraph(limit, width)),
  ].join("\n");
}

function licenceLines(line: LicenceLine, first: boolean, { width, style }: Page): string[] {
  const { item, destination, answer, reasons, exceptions, elsewhere, notes, text } = line;
  const indented = (each: string): string => `  ${paragraph(each, width - 2, "  ")}`;
  const told = reasons.filter(({ outcome }) => outcome !== "not required");
  return [
    "",
    style.strong(paragraph(`Licence for ${item} to ${destination}: ${answer}`, width)),
    ...(text === null ? [] : [indented(text)]),
    ...told.map(({ reason, outcome, because, applies, destinations }) =>
      indented(`${reason ?? "other"}: ${outcomeWords[outcome]}${because === null ? "" : ` (${because})`}; ${applies}: ${destinations}`),
    ),
    ...elsewhere.map((each) => indented(`elsewhere: ${each}`)),
    ...exceptions
      .filter(({ says }) => first || says === "may apply")
      .map(({ exception, title, says, text: printed }) =>
        indented(`exception ${exception}${title === null ? "" : ` (${title})`}: ${says}: ${printed}`),
      ),
    ...(first ? notes.map(indented) : []),
  ];
}

const outcomeWords = {
  required: "required",
  "not required": "not required",
  "does not apply": "does not apply",
  part: "differs by paragraph",
  text: "see text",
} as const;

function chartLines({ place, economy, governedBy, marks, notes, edition }: NonNullable<ItemReport["chart"]>, { width }: Page): string[] {
  const row = place === null ? `no row for ${economy}` : `${place}${governedBy === null ? "" : `, which governs ${economy}`}`;
  return [
    "",
    paragraph(
      `Country Chart of ${edition}, ${row}: ${marks.length === 0 ? "no marks, which is not unrestricted" : marks.join(", ")}`,
      width,
    ),
    ...notes.map((note) => `  ${paragraph(note, width - 2, "  ")}`),
  ];
}

function entrySections({ item, paragraphs, reasons, exceptions, technologies, full, related }: ItemEntry, page: Page): string[] {
  return [
    ...section(
      {
        title: "Reasons for control, as printed",
        columns: [
          { title: "reason" },
          { title: "applies to", flexible: true },
          { title: "where", flexible: true },
          { title: "covers what was asked" },
        ],
        rows: reasons.map(({ reason, applies, destinations, covers }) => [reason ?? "", applies, destinations, covers]),
        none: "none that could be read",
      },
      page,
    ),
    ...section(
      {
        title: "Licence exceptions, as printed",
        columns: [{ title: "exception" }, { title: "title", flexible: true }, { title: "says" }, { title: "text", flexible: true }],
        rows: exceptions.map(({ exception, title, says, text }) => [exception, title ?? "", says, text]),
      },
      page,
    ),
    ...section(
      {
        title: "Technologies of the map",
        columns: [{ title: "entry" }, { title: "technology" }, { title: "relation" }, { title: "source" }],
        rows: technologies.map(({ code, technology, relation, source }) => [code, technology, relation, source ?? ""]),
        none: "none linked",
      },
      page,
    ),
    "",
    page.style.strong("Paragraphs"),
    ...(paragraphs.length === 0
      ? [full ? "none loaded for this" : "their text is not loaded"]
      : paragraphs.map((each) => paragraphLine(item, each, page))),
    ...(related === null ? [] : ["", paragraph(`Related: ${related}`, page.width)]),
  ];
}

/** Set in by its depth. */
function paragraphLine(item: string, { paragraph: own, text }: ItemEntry["paragraphs"][number], { width }: Page): string {
  const indent = "  ".repeat((own ?? "").split(".").length);
  return `${indent}${paragraph(`${item}.${own} ${text}`, width - indent.length, `${indent}  `)}`;
}

function foundSection({ found, licences, destination }: ItemReport, page: Page): string[] {
  const answers = new Map(licences.map(({ item, answer }) => [item, answer]));
  const columns: readonly TableColumn[] = [
    { title: "entry" },
    { title: "words", align: "right" },
    ...(destination === null ? [] : [{ title: `licence to ${destination}`, flexible: true }]),
    { title: "text", flexible: true },
  ];
  const rows = found.map(({ item, paragraph: own, text, score }) => {
    const code = own === null ? item : `${item}.${own}`;
    return [code, number(score), ...(destination === null ? [] : [answers.get(code) ?? ""]), text];
  });
  const more = destination === null ? [] : [paragraph("`item ENTRY --to COUNTRY` tells the reasons of each answer.", page.width)];
  return [...section({ title: "Places in the control list with these words", columns, rows }, page), ...more];
}
