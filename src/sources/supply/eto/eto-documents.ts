import { createHash } from "node:crypto";
import { type Place, type RowRecord, rowRecord } from "../../format/records.ts";

const publisher = "Emerging Technology Observatory, CSET, Georgetown University";
const url = "https://github.com/georgetown-cset/eto-chip-explorer";

/** The documents that the data set cites, each given out once; their ids are made of their text, so that they stay between editions. */
export class EtoDocuments {
  readonly dataset: string;
  private readonly edition: string | null;
  private readonly given = new Set<string>();

  constructor(edition: string | null) {
    this.edition = edition;
    this.dataset = edition ? `eto-${edition}` : "eto";
  }

  /** The document of the data set itself. */
  self(place: Place): RowRecord {
    const title = `Advanced Semiconductor Supply Chain Dataset${this.edition ? `, ${this.edition}` : ""}`;
    return rowRecord("document", place, {
      id: this.dataset,
      title,
      publisher,
      published: this.edition,
      url,
      locator: null,
      class: "named-research",
      access: "direct",
      note: "CC BY-NC 4.0",
    });
  }

  /** The id of the document that `text` cites, with its row the first time; the data set itself where nothing is cited. */
  cite(text: string, place: Place): { readonly id: string; readonly rows: RowRecord[] } {
    if (text === "") return { id: this.dataset, rows: [] };
    const id = `eto-cited-${createHash("sha256").update(text).digest("hex").slice(0, 10)}`;
    if (this.given.has(id)) return { id, rows: [] };
    this.given.add(id);
    const links = [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)];
    const year = /\((20\d\d)\)/.exec(text)?.[1];
    const title = text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").slice(0, 300);
    const row = { id, title, publisher, published: year ?? null, url: links[0]?.[1] ?? url, locator: null };
    return { id, rows: [rowRecord("document", place, { ...row, class: "other", access: "secondary", note: `cited by ${this.dataset}` })] };
  }
}
