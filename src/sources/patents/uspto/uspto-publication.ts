import type { Row } from "../../../base/tables.ts";
import { applicationKey } from "../../../link/application-number.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import { citedKey, earliest, withEra } from "./uspto-cells.ts";

export type Phase = "examiner" | "applicant" | "third-party" | "other";

/** What stands in a record about the publication itself, the dates as `YYYY-MM-DD`. */
type PublicationHead = Omit<Row<"patent">, "document" | "office" | "priority" | "references" | "family">;

const longestName = 2000;

/** Collects the rows of one US publication. */
export class UsptoPublication {
  readonly document: string;
  readonly #place: Place;
  readonly #rows: RowRecord[] = [];
  readonly #counts = new Map<string, number>();
  /** Dates from which priority may count. */
  readonly #dates: (string | null)[] = [];
  #references: number | null = null;

  constructor(place: Place, document: string | null) {
    this.#place = place;
    this.document = document ?? fail("the record has no number of a publication");
  }

  /** The rows, that of the publication first. */
  rows(head: PublicationHead): readonly RowRecord[] {
    if (head.published === null) fail("the record has no date of publication");
    const priority = earliest([...this.#dates, head.filed]);
    const whole = { document: this.document, office: "US", ...head, priority, references: this.#references, family: null };
    return [rowRecord("patent", this.#place, whole), ...this.#rows];
  }

  text(field: "title" | "abstract" | "claim", text: string | null, language: string | null): void {
    if (text) this.#rows.push(rowRecord("patent_text", this.#place, { document: this.document, field, language, text }));
  }

  holder(role: "applicant" | "assignee", name: string | null, economy: string | null): void {
    if (name === null) return;
    checkLength(name);
    const row = { document: this.document, role, position: this.#next(role), name, language: null, economy, native: null };
    this.#rows.push(rowRecord("patent_holder", this.#place, row));
  }

  inventor(name: string | null, economy: string | null): void {
    if (name === null) return;
    checkLength(name);
    const row = { document: this.document, position: this.#next("inventor"), name, economy, native: null };
    this.#rows.push(rowRecord("patent_inventor", this.#place, row));
  }

  classified(scheme: "cpc" | "ipc" | "uspc" | "locarno", symbol: string | null, role: "inventive" | "additional" | null): void {
    if (symbol === null) return;
    const row = { document: this.document, scheme, symbol, role, position: this.#next(scheme) };
    this.#rows.push(rowRecord("patent_class", this.#place, row));
  }

  /** Says that the record has a list of references, be it empty. */
  listsReferences(): void {
    this.#references ??= 0;
  }

  /** A reference to a patent document; one whose number cannot be read is kept as literature. */
  cites(office: string | null, number: string | null, date: string | null, phase: Phase | null): void {
    if (number === null) return;
    this.#references = (this.#references ?? 0) + 1;
    const cited = citedKey(office ?? "", number, date);
    if (cited === null) this.citesText([office, number].filter(Boolean).join(" "), phase);
    else this.#citation(cited, phase);
  }

  citesText(text: string | null, phase: Phase | null): void {
    if (text) this.#rows.push(rowRecord("literature_citation", this.#place, { citing: this.document, text, category: null, phase }));
  }

  /** A relation to an earlier application, whose date may be the priority; a number that is none is left out. */
  claims(relation: string, office: string, number: string | null, date: string | null): void {
    this.#dates.push(date);
    const printed = office === "JP" && number !== null ? withEra(number, date) : number;
    this.linked(relation, printed === null ? null : applicationKey(office, printed), date);
  }

  linked(relation: string, other: string | null, date: string | null): void {
    if (other !== null) this.#rows.push(rowRecord("patent_link", this.#place, { document: this.document, relation, other, date }));
  }

  #citation(cited: string, phase: Phase | null): void {
    const row = { citing: this.document, cited, category: null, phase, claims: null, position: this.#next("citation") };
    this.#rows.push(rowRecord("patent_citation", this.#place, row));
  }

  #next(list: string): number {
    const position = (this.#counts.get(list) ?? 0) + 1;
    this.#counts.set(list, position);
    return position;
  }
}

function checkLength(name: string): void {
  if (name.length > longestName) fail(`a name has ${name.length} characters`);
}
