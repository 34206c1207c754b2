import { fail } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { type RecordLayout, xmlRows } from "../../format/xml-source.ts";
import { type St96Layout, shortenedSt96, st96Rows, wholeNames } from "../fulltext/st96-record.ts";

/** Elements of the office's gazettes since 2022. Amendments and corrections (names that end in those words) hold no publication of their own. */
const roots = ["Patent", "UtilityModel"].flatMap((right) =>
  ["Unexamined", "Registered", "International"].map((stage) => `${stage}${right}Publication`),
);
const name = new RegExp(`^(?:${roots.join("|")})$`);
const root = new RegExp(`<jppat:(?:${roots.join("|")})[\\s>]`);

const layout: RecordLayout = {
  marks: wholeNames(...roots.map((each) => `jppat:${each}`)),
  rows: xmlRows(
    (element, place) =>
      name.test(element.name)
        ? st96Rows(element, place, japanese)
        : fail(`${element.name.slice(0, 40)} is an amendment or correction, or no Japanese gazette`),
    shortenedSt96,
  ),
};

const japanese: St96Layout = { office: "JP", kind: kindOf };

/** The layout of a gazette in the office's profile of ST.96, by the head of its file; `null` if it is none. */
export const japaneseSt96 = (head: string): RecordLayout | null => (root.test(head) ? layout : null);

/** The kind stands in the words of the gazette only (`特許公報(B2)`); unexamined and translated international ones are A, models U. */
function kindOf(element: XmlElement, biblio: XmlElement): string | null {
  const [, printed] = /[(（]([A-Z]\d?)[)）]/.exec((biblio.value("PlainLanguageDesignationText") ?? "").normalize("NFKC")) ?? [];
  if (printed !== undefined) return printed;
  if (element.name.includes("UtilityModel")) return "U";
  return element.name.startsWith("Registered") ? null : "A";
}
