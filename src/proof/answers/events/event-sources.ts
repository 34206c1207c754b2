import { z } from "zod";
import type { SourceDocument } from "../../../answers/shared/evidence.ts";
import type { ReadModel } from "../../../answers/shared/read-model.ts";
import { calendarYear } from "../../../base/days.ts";

const text = z.string().min(1).max(4000);

/** Where a row of an event was read: a citation in words, or in parts. */
export const eventSourceSchema = z.union(
  [
    text,
    z.object({
      title: text,
      publisher: text.optional(),
      year: z.number().int().min(1900).max(2100).optional(),
      url: z.string().max(2000).optional(),
    }),
  ],
  "is not a text and has no `title`; `publisher`, `year` and `url` are optional",
);
export type EventSource = z.infer<typeof eventSourceSchema>;

/** The citation as one line: that of the file, or its parts in order. */
export function citationOf(source: EventSource): string {
  if (typeof source === "string") return source;
  const { publisher, title, year, url } = source;
  return [publisher, title, year, url].filter((part) => part !== undefined).join(", ");
}

/**
 * One document for each citation of some events. Publisher and year are those of the file; where it cites in words, those of the
 * document that the map knows at the address in it, and else `null`.
 */
export function eventDocuments(
  { documents }: Pick<ReadModel, "documents">,
  cited: readonly { readonly event: string; readonly source: EventSource }[],
): readonly SourceDocument[] {
  const atAddress = new Map(
    [...documents.values()].flatMap((document) => (document.url === null ? [] : [[document.url, document] as const])),
  );
  const found = new Map<string, SourceDocument>();
  for (const { event, source } of cited) {
    const citation = citationOf(source);
    if (found.has(citation)) continue;
    const url = addressIn(typeof source === "string" ? source : (source.url ?? ""));
    const known = url === null ? undefined : atAddress.get(url);
    const { title, publisher, year } = typeof source === "string" ? { title: citation, publisher: undefined, year: undefined } : source;
    found.set(citation, {
      id: citation,
      title: known && typeof source === "string" ? known.title : title,
      publisher: publisher ?? known?.publisher ?? null,
      year: year ?? calendarYear(known?.published ?? null),
      published: known?.published ?? (year === undefined ? null : String(year)),
      url,
      locator: `event ${event}`,
      class: known?.class ?? null,
      access: known?.access ?? null,
    });
  }
  return [...found.values()];
}

/** The first address in a text, without what ends the sentence around it. */
const addressIn = (words: string): string | null => /https?:\/\/[^\s<>"]+/.exec(words)?.[0].replace(/[.,;)]+$/, "") ?? null;
