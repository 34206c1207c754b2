import { fail } from "../../format/records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { type St96Layout, shortenedSt96, st96Rows, wholeNames } from "./st96-record.ts";

const own: St96Layout = { office: null, kind: () => null };

const layout: RecordLayout = {
  marks: wholeNames("pat:PatentPublication", "PatentPublication"),
  rows: xmlRows(
    (root, place) =>
      root.name === "PatentPublication" ? st96Rows(root, place, own) : fail(`${root.name.slice(0, 40)} is not a publication in ST.96`),
    shortenedSt96,
  ),
};

/** Publications of any office in the XML of WIPO ST.96 (`pat:PatentPublication`): patents and utility models. */
export const st96 = xmlSource({
  name: "st96",
  notice: "Patent publications of an office in WIPO ST.96; the terms of that office apply.",
  what: "publication in WIPO ST.96",
  layoutOf: (head) => (/<(?:pat:)?PatentPublication[\s>]/.test(head) ? layout : null),
});
