import type { EndUseLine, ItemEntry, ItemReport, LicenceLine } from "../../answers/controls/item-report.ts";
import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { note, section } from "../blocks.ts";
import { type Sources, sourceCell, technologyCell } from "../cell.ts";
import { filled, flexible, right, type SparseColumn, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { Block, TableBlock, View } from "../view.ts";

/** An entry with its reasons and paragraphs, or the places that words found; the licence question where a destination is named. */
export function itemView(report: ItemReport): View {
  const { entry, found, chart, licences, destination, evidence } = report;
  const chartBlocks = chart === null ? [] : [chartNote(chart)];
  const entryBlocks = entry === null ? [] : entryTables(entry, evidence.documents);
  const sections = found.length > 0 ? [] : licences.map(licenceSection);
  return {
    finding: finding(report),
    limit:
      destination === null
        ? "Name a destination to see whether a licence is required."
        : "End use, end user, listed parties and embargoes are separate questions.",
    blocks: [
      ...(found.length > 0 ? [foundTable(report)] : filled([licenceTable(licences)])),
      ...(licences.length > 0 ? [] : entryBlocks),
      ...ear99Notes(report),
      ...endUseNotes(report),
      ...chartBlocks,
    ],
    details: [
      ...endUseBlocks(report),
      ...sections,
      ...(licences.length > 0 ? entryBlocks : []),
      ...(entry === null ? [] : paragraphBlocks(entry)),
    ],
    more: "reasons, exceptions and paragraphs as printed, limits",
    evidence,
  };
}

function finding({ query, asOf, edition, entry, found, licences, destination, ear99: report99 }: ItemReport): string {
  const [licence] = licences;
  const from =
    edition === null
      ? `No edition of the control list is loaded for ${asOf}: \`levermap load ccl FILE\` adds one.`
      : say("item.edition-of-as-of", { edition, asOf });
  if (found.length > 0)
    return `${say("item.places-of-the-control", { places: found.length, has: found.length === 1 ? "has" : "have", query })} ${from}`;
  if (edition === null) return from;
  if (licence !== undefined) return `${say("item.licence-for-to", { item: licence.item, destination, answer: licence.answer })} ${from}`;
  if (report99)
    return `${say("item.ear-no-entry-of", { destination: destination === null ? "" : say("item.to", { destination }) })} ${from}`;
  if (entry !== null) return `${entry.item}: ${entry.heading} ${from}`;
  return `${say("item.no-entry-has", { query })} ${from}`;
}

/** What EAR99 is, and that it is no clearance: where it was asked for, and where words were, which it may be. */
function ear99Notes({ ear99, entry, licences, found, edition, endUse }: ItemReport): readonly Block[] {
  if (ear99) return [note([ear99Words, ...(endUse.length > 0 ? [] : [notCleared])].join(" "))];
  if (edition === null || entry !== null || (licences.length > 0 && found.length === 0)) return [];
  const where = found.length === 0 ? "What no entry describes" : "Where none of these describes your item, it";
  return [note([say("item.is-ear-if-it", { where }), ...(endUse.length > 0 ? [] : [notCleared])].join(" "))];
}

const ear99Words =
  "EAR99 is what is subject to the regulations and described by no entry. Whether your item is, is for you to decide: read the entries near it first.";
const notCleared =
  "That is not clearance: a licence may still be needed for who gets it and what for (part 744 of the regulations: military end use, chips of advanced nodes, listed parties) and for embargoed destinations (part 746).";

/** What may ask for a licence beside the list; the details tell when. */
function endUseNotes({ endUse, destination, licences }: ItemReport): readonly Block[] {
  if (endUse.length === 0) return [];
  const named = endUse.map(({ title, section, state, begins, destination: place }) => {
    const more = [standing(state, begins), ...(place === "unclear" ? ["its country groups are not loaded"] : [])].filter(
      (each) => each !== "",
    );
    return `${title} (${[section.replace("15 CFR ", ""), ...more].join("; ")})`;
  });
  const whatever = licences.length === 0 ? "EAR99 is not clearance: a" : "Whatever the list says, a";
  return [note(say("item.licence-to-may-be", { whatever, destination, named: named.join("; ") }))];
}

const standing = (state: EndUseLine["state"], begins: string | null): string =>
  state === "in force"
    ? ""
    : `${state === "not known" ? "whether in force then is not known" : state}${begins === null ? "" : say("item.begins-on", { begins })}`;

const endUseBlocks = ({ endUse }: ItemReport): readonly Block[] =>
  filled([
    sparseTable("Rules on use and user", endUse, [
      ["section", ({ section }) => section],
      ["a licence is needed where", ({ when }) => when, flexible],
      ["items", ({ items }) => (items === "all" ? "this" : items === "part" ? "some of its paragraphs" : "text not loaded"), wide],
      ["exceptions left", ({ exceptions }) => exceptions, flexible],
      ["on the day", ({ state, begins }) => `${state}${begins === null ? "" : say("item.begins-on", { begins })}`],
      ["read in", ({ read, source, note: more }) => `${source} (${read})${more === null ? "" : `; ${more}`}`, wideFlexible],
    ]),
  ]);

const foundTable = ({ found, licences, destination }: ItemReport): TableBlock => {
  const answers = new Map(licences.map(({ item, answer }) => [item, answer]));
  const code = ({ item, paragraph }: ItemReport["found"][number]): string => (paragraph === null ? item : `${item}.${paragraph}`);
  const asked: readonly SparseColumn<ItemReport["found"][number]>[] =
    destination === null ? [] : [[say("item.licence-to", { destination }), (each) => answers.get(code(each)), flexible]];
  return sparseTable("Entries with these words", found, [
    ["entry", code],
    ["match", ({ score }) => number(score), right],
    ...asked,
    ["text", ({ text }) => text, flexible],
  ]);
};

const outcomeWords = {
  required: "required",
  "not required": "not required",
  "does not apply": "does not apply",
  part: "differs by paragraph",
  text: "see text",
} as const;

type Reason = LicenceLine["reasons"][number];

const reasonName = ({ reason }: Pick<Reason, "reason">): string => reason ?? "other";

/** What may ask for a licence: all but the reasons that do not. */
const open = ({ reasons }: LicenceLine): readonly Reason[] => reasons.filter(({ outcome }) => outcome !== "not required");

const outcome = ({ outcome: what, because }: Reason): string => `${outcomeWords[what]}${because === null ? "" : ` (${because})`}`;

const licenceTable = (licences: readonly LicenceLine[]): TableBlock =>
  sparseTable("Licence by entry and paragraph", licences, [
    ["entry", ({ item }) => item],
    ["licence", ({ answer }) => answer, flexible],
    [
      "reasons",
      (line) =>
        open(line)
          .map((each) => `${reasonName(each)}: ${outcome(each)}`)
          .join("; "),
      flexible,
    ],
    [
      "exceptions that may apply",
      ({ exceptions }) => exceptions.flatMap((each) => (each.says === "may apply" ? each.exception : [])).join(", "),
    ],
  ]);

type Exception = LicenceLine["exceptions"][number];

const exceptionTable = (exceptions: readonly Exception[]): TableBlock =>
  sparseTable("Licence exceptions", exceptions, [
    ["exception", ({ exception }) => exception],
    ["title", ({ title }) => title, wideFlexible],
    ["says", ({ says }) => says],
    ["text", ({ text }) => text, flexible],
    ["limited by", ({ because }) => because, flexible],
  ]);

/** Exceptions and notes are the same for all paragraphs: only the first tells all of them. */
function licenceSection(line: LicenceLine, at: number): Block {
  const { item, destination, answer, exceptions, elsewhere, notes, text } = line;
  const remarks = [...elsewhere.map((each) => say("item.elsewhere", { each })), ...(at === 0 ? notes : [])];
  return section(say("item.licence-for-to-item", { item, destination, answer }), [
    ...(text === null ? [] : [note(text)]),
    ...filled([
      sparseTable("Reasons", open(line), [
        ["reason", reasonName],
        ["outcome", outcome, flexible],
        ["applies to", ({ applies }) => applies, flexible],
        ["where", ({ destinations }) => destinations, flexible],
      ]),
      exceptionTable(exceptions.filter(({ says }) => at === 0 || says === "may apply")),
    ]),
    ...(remarks.length === 0 ? [] : [{ kind: "list" as const, items: remarks }]),
  ]);
}

function chartNote({ place, economy, governedBy, marks, notes, edition }: NonNullable<ItemReport["chart"]>): Block {
  const row =
    place === null ? say("item.no-row-for", { economy }) : `${place}${governedBy === null ? "" : say("item.which-governs", { economy })}`;
  const marked = marks.length === 0 ? "no marks, which does not mean unrestricted" : marks.join(", ");
  return note([say("item.country-chart-of", { edition, row, marked }), ...notes].join(". "));
}

function entryTables({ reasons, exceptions, technologies }: ItemEntry, sources: Sources): readonly Block[] {
  return [
    sparseTable({ title: "Reasons for control, as printed", none: "none that could be read" }, reasons, [
      ["reason", ({ reason }) => reason],
      ["applies to", ({ applies }) => applies, flexible],
      ["where", ({ destinations }) => destinations, flexible],
      ["covers what was asked", ({ covers }) => (covers === "unclear" ? "unknown" : covers)],
    ]),
    exceptionTable(exceptions),
    sparseTable({ title: "Technologies of the map", none: "none linked" }, technologies, [
      ["entry", ({ code }) => code],
      ["technology", ({ technology }) => technologyCell(technology)],
      ["relation", ({ relation }) => relation],
      ["source", ({ source }) => sourceCell(source, sources), wide],
    ]),
  ];
}

function paragraphBlocks({ item, citation, paragraphs, full, related }: ItemEntry): readonly Block[] {
  const text = sparseTable({ title: "Paragraphs", none: full ? "none loaded for this" : "their text is not loaded" }, paragraphs, [
    ["paragraph", ({ paragraph }) => `${"  ".repeat((paragraph ?? "").split(".").length - 1)}${item}.${paragraph}`],
    ["text", ({ text: own }) => own, flexible],
  ]);
  return [text, note(`${citation}.${related === null ? "" : say("item.related", { related })}`)];
}
