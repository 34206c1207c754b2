import { splitEccn } from "../../link/numbers/eccn.ts";
import { bookOn, type Destination, destinationOf, type Entry, editionsOf, type ItemBook, type ItemRows } from "./book.ts";
import { answerExceptionTo, type ExceptionAnswer } from "./end-use.ts";
import { answerAllDestinations, answerReason, hasParagraph, nearestParagraphs, type ReasonAnswer, readReason } from "./reasons.ts";
import { namedParagraphs } from "./scope.ts";

export interface LicenceQuestion {
  /** `3B001.f.1`, or `3B001` for all of it. */
  readonly item: string;
  /** ISO 3166 alpha-2. */
  readonly destination: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/**
 * Whether an entry requires a licence. Never a bare "no": `not on these grounds` covers the entry's reasons, not end uses, end users, listed
 * parties or embargoes.
 */
export interface LicenceAnswer extends LicenceQuestion {
  readonly answer:
    | "required"
    | "not on these grounds"
    | "depends on text not loaded"
    | "differs by paragraph"
    | "no such paragraph in the text loaded"
    | "no edition loaded"
    | "not in the list";
  readonly edition: string | null;
  readonly citation: string | null;
  /** Heading of the entry and text of the paragraph, if loaded. */
  readonly heading: string | null;
  readonly text: string | null;
  readonly reasons: readonly ReasonAnswer[];
  readonly exceptions: readonly ExceptionAnswer[];
  /** Rules that bind the destination for any item, not loaded. */
  readonly elsewhere: readonly string[];
  readonly notes: readonly string[];
  /** Paragraphs distinguished by the reasons, if the requested one has several. */
  readonly parts: readonly LicenceAnswer[];
}

export function licenceQuestion(rows: ItemRows, question: LicenceQuestion): LicenceAnswer {
  const { item, paragraph } = splitEccn(question.item);
  const book = bookOn(rows, question.day);
  if (book === null) {
    const [first] = editionsOf(rows);
    return unanswered(
      question,
      "no edition loaded",
      null,
      first === undefined ? "no control list is loaded" : `the earliest edition loaded is of ${first}`,
    );
  }
  const entry = book.entries.get(item);
  if (entry === undefined) return unanswered(question, "not in the list", book.edition, `${item} is not in the edition of ${book.edition}`);
  const asked = { ...question, item: paragraph === null ? item : `${item}.${paragraph}` };
  if (hasParagraph(entry, paragraph) === "no")
    return unanswered(asked, "no such paragraph in the text loaded", book.edition, nearestNote(entry, paragraph ?? ""));
  return answerEntry(asked, entry, paragraph, book);
}

function nearestNote({ item, paragraphs }: Entry, paragraph: string): string {
  const near = nearestParagraphs(paragraphs, paragraph).map((each) => `${item.item}.${each}`);
  return `${item.item} has no paragraph ${paragraph} in the edition of ${item.edition}; ${near.length === 0 ? "it has no paragraphs" : `the nearest are ${near.join(", ")}`}`;
}

const unanswered = (question: LicenceQuestion, answer: LicenceAnswer["answer"], edition: string | null, note: string): LicenceAnswer => ({
  ...question,
  answer,
  edition,
  citation: null,
  heading: null,
  text: null,
  reasons: [],
  exceptions: [],
  elsewhere: [],
  notes: [note],
  parts: [],
});

function answerEntry(question: LicenceQuestion, entry: Entry, paragraph: string | null, book: ItemBook): LicenceAnswer {
  const { item } = entry;
  const destination = destinationOf(book, question.destination, item.item);
  const reads = entry.reasons.map(readReason);
  const reasons = [
    ...reads.map((read) => answerReason(read, paragraph, destination, book)),
    ...answerAllDestinations(item.item, paragraph, book),
  ];
  const partly = reasons.some(({ outcome }) => outcome === "part");
  const text = entry.paragraphs.find((each) => each.paragraph === paragraph && paragraph !== null)?.text ?? null;
  return {
    ...question,
    item: paragraph === null ? item.item : `${item.item}.${paragraph}`,
    answer: overall(reasons, destination, hasParagraph(entry, paragraph) === "unclear"),
    edition: book.edition,
    citation: item.citation,
    heading: item.heading,
    text,
    reasons: reasons.filter(({ outcome }) => outcome !== "does not apply"),
    exceptions: entry.exceptions.map((exception) => answerExceptionTo(exception, paragraph, destination, book)),
    elsewhere: destination.elsewhere,
    notes: notesOf(question, entry, paragraph, text, book, destination, reasons),
    parts: partly
      ? partsBelow(
          reads.flatMap(({ scope }) => namedParagraphs(scope)),
          paragraph,
        ).map((part) => answerEntry(question, entry, part, book))
      : [],
  };
}

/** Required if any reason requires it; missing text takes precedence over "not on these grounds". */
function overall(reasons: readonly ReasonAnswer[], { elsewhere }: Destination, unread: boolean): LicenceAnswer["answer"] {
  const has = (outcome: ReasonAnswer["outcome"]): boolean => reasons.some((each) => each.outcome === outcome);
  if (has("required")) return "required";
  if (has("part")) return "differs by paragraph";
  if (has("text") || elsewhere.length > 0 || reasons.length === 0 || unread) return "depends on text not loaded";
  return "not on these grounds";
}

/** Paragraphs named by reasons below one, topmost only. */
function partsBelow(named: readonly string[], paragraph: string | null): readonly string[] {
  const below = [...new Set(named)].filter((each) => paragraph === null || each.startsWith(`${paragraph}.`));
  return below.filter((each) => !below.some((other) => each.startsWith(`${other}.`))).sort();
}

function notesOf(
  { day }: LicenceQuestion,
  { item, reasons }: Entry,
  paragraph: string | null,
  text: string | null,
  book: ItemBook,
  destination: Destination,
  answers: readonly ReasonAnswer[],
): readonly string[] {
  const lost = paragraph !== null && text === null;
  return [
    ...(day > book.edition ? [`edition of ${book.edition}: later changes are not in it`] : []),
    ...(book.chartEdition === null ? ["no Country Chart of the day is loaded"] : []),
    ...(lost && item.full === 1 ? [`the text loaded has no words of its own for paragraph ${paragraph} of ${item.item}`] : []),
    ...(lost && item.full === 0 ? [`the text of the paragraphs of ${item.item} is not loaded`] : []),
    ...(text?.startsWith("[Reserved]") ? ["the paragraph is reserved"] : []),
    ...(answers.some(({ outcome, sections, because }) => outcome === "text" && (because !== null || sections.length === 0))
      ? ["what a reason applies to is stated in prose that has to be read"]
      : []),
    ...(reasons.length === 0 ? ["the entry states no reason that could be read"] : []),
    ...destination.notes,
    "end use, end user, listed parties and embargoes are checked separately",
  ];
}
