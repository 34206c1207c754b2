import { applicationKey } from "../../../link/numbers/application-number.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord, rowRecord, type Stated } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { citedKey, dayOf, earliest, officeOf, withEra } from "./uspto-cells.ts";

export type Phase = "examiner" | "applicant" | "third-party" | "other";

/** A symbol in the compact form of the workspace; `null` where the record prints none that can be read. */
export interface UsptoSymbol {
  readonly scheme: "cpc" | "ipc" | "uspc" | "locarno";
  readonly symbol: string | null;
  readonly role?: "inventive" | "additional" | null;
}

/** Elements of a layout in which a document or application is named. */
export interface IdFields {
  readonly country: string;
  readonly number: string;
  readonly date: string;
}

const longestName = 2000;

/** The parent of these is a filing with other content: the day of its grant, where printed, says nothing of the chain. */
const inPart: ReadonlySet<string> = new Set(["continuation-in-part", "ancestor-in-part"]);

/** Collects the rows of one US publication. */
export class UsptoPublication {
  readonly document: string;
  readonly #place: Place;
  readonly #ids: IdFields;
  readonly #rows: RowRecord[] = [];
  readonly #counts = new Map<string, number>();
  /** Dates from which priority may count. */
  readonly #dates: (string | null)[] = [];
  #references: number | null = null;

  constructor(place: Place, document: string | null, ids: IdFields) {
    this.#place = place;
    this.document = document ?? fail("the record has no number of a publication");
    this.#ids = ids;
  }

  /** The rows, that of the publication first. */
  rows(head: Omit<Stated<"patent">, "document" | "office" | "priority" | "references" | "family">): readonly RowRecord[] {
    if (head.published === null) fail("the record has no date of publication");
    const priority = earliest([...this.#dates, head.filed ?? null]);
    const whole = { document: this.document, office: "US", ...head, priority, references: this.#references };
    return [rowRecord("patent", this.#place, whole), ...this.#rows];
  }

  text(field: "title" | "abstract" | "claim", text: string | null, language: string | null): void {
    if (text) this.#rows.push(rowRecord("patent_text", this.#place, { document: this.document, field, language, text }));
  }

  party(role: "applicant" | "assignee" | "inventor", name: string | null, economy: string | null): void {
    if (name === null) return;
    if (name.length > longestName) fail(`a name has ${name.length} characters`);
    const row = { document: this.document, position: this.#next(role), name, economy };
    this.#rows.push(
      role === "inventor" ? rowRecord("patent_inventor", this.#place, row) : rowRecord("patent_holder", this.#place, { ...row, role }),
    );
  }

  classified({ scheme, symbol, role = null }: UsptoSymbol): void {
    if (symbol === null) return;
    const row = { document: this.document, scheme, symbol, role, position: this.#next(scheme) };
    this.#rows.push(rowRecord("patent_class", this.#place, row));
  }

  /** Says that the record has a list of references, be it empty. */
  listsReferences(): void {
    this.#references ??= 0;
  }

  /** A reference to the patent document that `id` names, by default of the US; one whose number cannot be read is kept as literature. */
  cites(id: XmlElement, phase: Phase | null, office = officeOf(id.value(this.#ids.country))): void {
    const number = id.value(this.#ids.number);
    if (number === null) return;
    this.#references = (this.#references ?? 0) + 1;
    const cited = citedKey(office ?? "", number, id.value(this.#ids.date));
    if (cited === null) this.citesText([office, number].filter(Boolean).join(" "), phase);
    else
      this.#rows.push(rowRecord("patent_citation", this.#place, { citing: this.document, cited, phase, position: this.#next("citation") }));
  }

  citesText(text: string | null, phase: Phase | null): void {
    if (text) this.#rows.push(rowRecord("literature_citation", this.#place, { citing: this.document, text, phase }));
  }

  /** A relation to an earlier application, whose date may be the priority; a number that is none is left out. */
  claims(relation: string, office: string, number: string | null, date: string | null): void {
    this.#dates.push(date);
    const printed = office === "JP" && number !== null ? withEra(number, date) : number;
    this.linked(relation, printed === null ? null : applicationKey(office, printed), date);
  }

  /** The same relation to the application that `id` names, by default of the US. */
  claimsId(relation: string, id: XmlElement, office = officeOf(id.value(this.#ids.country)) ?? "US"): void {
    this.claims(relation, office, id.value(this.#ids.number), dayOf(id.value(this.#ids.date)));
  }

  linked(relation: string, other: string | null, date: string | null): void {
    if (other !== null) this.#rows.push(rowRecord("patent_link", this.#place, { document: this.document, relation, other, date }));
  }

  /** A relation to the publication that `id` names, by default of the US. */
  linkedId(relation: string, id: XmlElement, office = officeOf(id.value(this.#ids.country)) ?? "US"): void {
    const number = id.value(this.#ids.number) ?? "";
    const own = number.startsWith(office) ? number.slice(office.length) : number;
    this.linked(relation, documentKey(office, own), inPart.has(relation) ? null : dayOf(id.value(this.#ids.date)));
  }

  /** The part of the term after `date` (`null`: after the end of a patent that the record does not name) was disclaimed. */
  disclaimed(date: string | null): void {
    this.#rows.push(rowRecord("patent_event", this.#place, { document: this.document, kind: "terminal-disclaimer", date }));
  }

  #next(list: string): number {
    const position = (this.#counts.get(list) ?? 0) + 1;
    this.#counts.set(list, position);
    return position;
  }
}
