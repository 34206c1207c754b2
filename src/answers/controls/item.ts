import { pick } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import { say } from "../../base/message.ts";
import type { Row } from "../../base/tables.ts";
import { said } from "../../base/words.ts";
import { endUseRules } from "../../link/end-use-rules.ts";
import { type Eccn, readEccn, splitEccn } from "../../link/numbers/eccn.ts";
import { bookOn, destinationOf, type Entry, type ItemBook, type ItemRows } from "../../screen/items/book.ts";
import { answerException, endUsesOf } from "../../screen/items/end-use.ts";
import { type LicenceAnswer, licenceQuestion } from "../../screen/items/licence.ts";
import { hasParagraph, readReason } from "../../screen/items/reasons.ts";
import { coverage } from "../../screen/items/scope.ts";
import { itemsByText } from "../../screen/items/search.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { type ControlData, controlEvidence, itemTables } from "../screen/control-data.ts";
import { requireEconomy } from "../shared/require-place.ts";
import type { ItemQuestion } from "./control-questions.ts";
import type { EndUseLine, ItemEntry, ItemReport, LicenceLine } from "./item-report.ts";

const usualFound = 10;

/** What the control list says of an item. Throws LM_ECONOMY_UNKNOWN, and LM_USAGE for an empty question or the United States as destination. */
export async function answerItem(data: ControlData, question: ItemQuestion, day: string): Promise<ItemReport> {
  const query = question.query.trim();
  if (query === "") throw new LevermapError("LM_USAGE", "Name an entry such as 3B001.f.1, or words of what it describes.");
  const destination = requireDestination(question.destination);
  const [rows, titles] = [await data.items(), await data.exceptionTitles()];
  const book = bookOn(rows, day);
  const ear99 = /^ear[\s-]?99$/i.test(query);
  const asked = readEccn(query);
  const entry = asked === null ? undefined : book?.entries.get(asked.item);
  const { found, leftOut } =
    asked === null && !ear99 ? itemsByText(rows, query, day, question.top ?? usualFound) : { found: [], leftOut: 0 };
  const places = asked === null ? found.map(({ item, paragraph }) => ({ item, paragraph })) : [asked];
  const there = entry === undefined || asked === null || hasParagraph(entry, asked.paragraph) !== "no";
  const shown = entry === undefined || asked === null ? null : entryOf(entry, there ? asked.paragraph : null, titles, await data.codes());
  return {
    query,
    asOf: day,
    destination,
    edition: book?.edition ?? null,
    entry: shown,
    found,
    chart: book === null || destination === null ? null : chartOf(book, destination, asked?.item ?? ""),
    ear99,
    leftOut,
    endUse:
      destination === null || (asked === null && found.length > 0)
        ? []
        : endUseLines(await data.timeline(), book, { asked, destination, day }),
    licences: destination === null ? [] : places.flatMap((place) => licencesOf(rows, place, destination, day, titles)),
    evidence: await controlEvidence(data, {
      tables: shown === null ? itemTables : [...itemTables, "code"],
      rules: ["method:the-licence-question"],
      sources: shown?.technologies.map(({ source }) => source) ?? [],
      limits: said(
        !there &&
          `${say("item.the-loaded-text-has", { paragraph: asked?.paragraph, item: asked?.item })} ${say("item.the-whole-entry-is")}`,
        leftOut > 0 &&
          say("item.paragraphs-on-chemicals-words", {
            paragraphs: leftOut,
            has: leftOut === 1 ? "has" : "have",
            query,
            are: leftOut === 1 ? "is" : "are",
          }),
        ...itemLimits(rows, book, day, asked === null ? (found.length > 0 || ear99 ? null : false) : entry !== undefined),
      ),
    }),
  };
}

/** The states and territories that are the United States to the regulations: 15 CFR 772.1. */
const unitedStates: ReadonlySet<string | null> = new Set(["US", "AS", "GU", "MP", "PR", "UM", "VI"]);

function requireDestination(asked: string | undefined): string | null {
  const destination = requireEconomy(asked);
  if (!unitedStates.has(destination)) return destination;
  throw new LevermapError(
    "LM_USAGE",
    `Under the Export Administration Regulations ${destination} is part of the United States. What stays there is not an export, so no licence question arises. Releases of technology to foreign persons there are a separate question (15 CFR 734.13).`,
    { destination },
  );
}

type Titles = ReadonlyMap<string, string>;

function entryOf(entry: Entry, paragraph: string | null, titles: Titles, codes: readonly Row<"code">[]): ItemEntry {
  const { item } = entry.item;
  const isNear = (each: string): boolean =>
    paragraph === null || each === paragraph || each.startsWith(`${paragraph}.`) || paragraph.startsWith(`${each}.`);
  return {
    ...pick(entry.item, "item", "heading", "list", "citation"),
    full: entry.item.full === 1,
    related: entry.item.related,
    paragraphs: entry.paragraphs
      .filter((row) => row.paragraph !== null && isNear(row.paragraph))
      .map((row) => pick(row, "paragraph", "parent", "text")),
    reasons: entry.reasons
      .map(readReason)
      .map(({ reason, scope, row }) => ({ reason, ...pick(row, "applies", "destinations"), covers: coverage(scope, paragraph) })),
    exceptions: entry.exceptions.map((row) => ({ ...answerException(row, paragraph), title: titles.get(row.exception) ?? null })),
    technologies: codes
      .filter(({ scheme, code }) => scheme === "eccn" && code.startsWith(item) && isNear(splitEccn(code).paragraph ?? ""))
      .map((row) => pick(row, "code", "technology", "relation", "source")),
  };
}

function chartOf(book: ItemBook, economy: string, item: string): ItemReport["chart"] {
  const { row, governedBy, elsewhere, notes } = destinationOf(book, economy, item);
  return {
    edition: book.chartEdition ?? book.edition,
    economy,
    place: row?.row.place ?? null,
    governedBy,
    marks: [...(row?.marks ?? [])].sort(),
    notes: [...elsewhere, ...notes],
  };
}

function licencesOf(rows: ItemRows, { item, paragraph }: Eccn, destination: string, day: string, titles: Titles): readonly LicenceLine[] {
  const lines = (answer: LicenceAnswer): readonly LicenceLine[] => [licenceLine(answer, titles), ...answer.parts.flatMap(lines)];
  return lines(licenceQuestion(rows, { item: paragraph === null ? item : `${item}.${paragraph}`, destination, day }));
}

const licenceLine = (answer: LicenceAnswer, titles: Titles): LicenceLine => ({
  ...pick(answer, "item", "destination", "answer", "citation", "text", "reasons"),
  exceptions: answer.exceptions.map((each) => ({ ...each, title: titles.get(each.exception) ?? null })),
  ...pick(answer, "elsewhere", "notes"),
});

/**
 * Rules on use and user that may bear on what was asked: on EAR99 where no entry has its words. Where no edition is loaded for the day, whether a rule
 * names the destination by a country group is unclear.
 */
function endUseLines(
  timeline: RuleTimeline,
  book: ItemBook | null,
  { asked, destination, day }: { readonly asked: Eccn | null; readonly destination: string; readonly day: string },
): readonly EndUseLine[] {
  const to = book === null ? { economy: destination, governedBy: null } : destinationOf(book, destination, asked?.item ?? "");
  return endUsesOf(endUseRules(), asked ?? "EAR99", { destination: to, book: book ?? noGroups, timeline, day }).map(
    ({ rule, items, destination: place, state, begins }) => ({
      ...pick(rule, "id", "section", "title", "when", "read", "source", "url"),
      items,
      destination: place,
      state,
      begins,
      exceptions: rule.exceptions === null ? "text not loaded" : rule.exceptionsText,
      policy: rule.policy || null,
      note: rule.note || null,
    }),
  );
}

const noGroups: Pick<ItemBook, "groups"> = { groups: new Map() };

/** `known`: whether the entry asked for is in the list; `null` where words were looked for. */
function itemLimits(rows: ItemRows, book: ItemBook | null, day: string, known: boolean | null): readonly string[] {
  const editions = [...new Set(rows.items.map(({ edition }) => edition))].sort();
  return said(
    editions.length === 0 && "No control list is loaded.",
    editions.length > 0 && book === null && say("item.no-edition-loaded-for", { day, editions: editions[0] }),
    book !== null && day > book.edition && say("item.the-edition-in-use", { edition: book.edition }),
    known === false && book !== null && `${say("item.the-edition-of-has", { edition: book.edition })} ${say("item.an-item-without-an")}`,
    "Only the reasons of the entry are checked. End use, end user, listed parties, embargoes and other countries' lists are separate questions.",
    "Whether your item is what an entry describes is for you to decide.",
  );
}
