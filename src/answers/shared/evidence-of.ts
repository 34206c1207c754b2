import { pick, present } from "../../base/collections.ts";
import { calendarYear } from "../../base/days.ts";
import { weakest } from "../../base/grade.ts";
import type { Row } from "../../base/tables.ts";
import type { Evidence, Grade, SourceDocument } from "./evidence.ts";
import type { ReadModel } from "./read-model.ts";

export { weakest };

/** The documents of these ids that are known, each once, in the order asked for. */
export function documentsOf(read: ReadModel, ids: Iterable<string | null>): readonly SourceDocument[] {
  return [...new Set(ids)].flatMap((id) => read.documents.get(id ?? "") ?? []).map(sourceDocument);
}

/** A document as answers name it. */
export const sourceDocument = (row: Row<"document">): SourceDocument => ({
  ...pick(row, "id", "title", "publisher", "published", "url", "locator", "class", "access"),
  year: calendarYear(row.published),
});

export interface EvidenceParts {
  readonly grade: Grade;
  readonly sources: Iterable<string | null>;
  readonly rules: readonly string[];
  readonly limits: readonly string[];
}

export function evidenceOf(read: ReadModel, parts: EvidenceParts): Evidence {
  return {
    grade: parts.grade,
    documents: documentsOf(read, parts.sources),
    rules: parts.rules,
    loads: read.loads.map((load) => pick(load, "id", "source", "edition")),
    limits: present(...parts.limits, read.ahead),
  };
}

/** What several answers rest on together; the weakest grade, each document, rule and limit once. */
export function joinedEvidence(parts: readonly Evidence[]): Evidence {
  const documents = new Map(parts.flatMap((part) => part.documents.map((document) => [document.id, document] as const)));
  return {
    grade: weakest(parts.map(({ grade }) => grade)),
    documents: [...documents.values()],
    rules: [...new Set(parts.flatMap(({ rules }) => rules))],
    loads: parts[0]?.loads ?? [],
    limits: foldedLines(new Set(parts.flatMap(({ limits }) => limits))),
  };
}

/** Lines that say the same of several things, "what: of which.", as one line that names them all. */
export function foldedLines(lines: Iterable<string>): readonly string[] {
  const tails = new Map<string, readonly string[]>();
  for (const line of lines) {
    const [, head = line, tail = null] = /^([^:]{40,}: )(.+)\.$/.exec(line) ?? [];
    tails.set(head, [...(tails.get(head) ?? []), ...(tail === null ? [] : [tail])]);
  }
  return [...tails].map(([head, of]) => (of.length === 0 ? head : `${head}${of.join("; ")}.`));
}
