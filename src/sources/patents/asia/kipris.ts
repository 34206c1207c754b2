import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import { splitRecord } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { ipcSymbol } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { type GazettePublication, gazetteRows } from "../gazette/gazette-publication.ts";

/** Names of one thing in the answers to a search, and in those of the older service. */
const names = {
  title: ["inventionTitle", "InventionName"],
  abstract: ["astrtCont", "Abstract"],
  ipc: ["ipcNumber", "InternationalpatentclassificationNumber"],
  application: ["applicationNumber", "ApplicationNumber"],
  filed: ["applicationDate", "ApplicationDate"],
  open: ["openNumber", "OpeningNumber"],
  opened: ["openDate", "OpeningDate"],
  registered: ["registerNumber", "RegistrationNumber"],
  granted: ["registerDate", "RegistrationDate"],
  status: ["registerStatus", "RegistrationStatus"],
  claim: ["claim"],
} as const;

const records = ["item", "PatentUtilityInfo"];

const layout: RecordLayout = {
  marks: { strong: records.map((name) => `<${name}>`), weak: [] },
  split: (bytes) => ({ ...splitRecord(bytes, records, /[\s\S]*/), stray: "" }),
  rows: xmlRows(rows),
};

/** Answers of the Korean office's KIPRIS Plus on patents and utility models: of its searches, and on single applications. */
export const kipris = xmlSource({
  name: "kipris",
  notice: "Korean Intellectual Property Rights Information Service (KIPRIS Plus); its terms of use apply.",
  what: "answer of KIPRIS Plus on patents",
  layoutOf: (head) => (/<response[\s>]/.test(head) && names.title.some((name) => head.includes(`<${name}>`)) ? layout : null),
});

/** An application with its publication and its grant, each a document; one that has neither is rejected. */
function* rows(item: XmlElement, place: Place): Generator<RowRecord> {
  const value = (of: keyof typeof names): string | null => textOf(item, names[of]);
  const [, prefix] = /^([12])0\d{11}$/.exec((value("application") ?? "").replaceAll("-", "")) ?? [];
  if (prefix === undefined) fail("it is not an application for a patent or a utility model");
  const model = prefix === "2";
  const application = { office: "KR", number: value("application"), date: day(value("filed")) };
  const shared = {
    ...{ office: "KR", language: "ko", application, type: model ? "utility-model" : "utility" },
    ...{ title: value("title"), abstract: value("abstract"), claim: value("claim") },
    holders: people(item, "applicantInfo", ["applicantName", "Applicant"]).map((name) => ({
      role: "applicant" as const,
      name,
      economy: null,
    })),
    inventors: people(item, "inventorInfo", ["inventorName", "Inventor"]),
    symbols: item
      .within("ipcNumber")
      .concat(item.within(names.ipc[1]))
      .flatMap((each) => each.text().split("|").map(ipcSymbol)),
    ...{ priorities: [], relatives: [], earlier: [], references: null },
  } satisfies Partial<GazettePublication>;
  const open = value("open");
  const registered = registration(value("registered"));
  if (open === null && registered === null) fail("it has neither a publication nor a registration");
  if (open !== null)
    yield* gazetteRows({ ...shared, number: open, kind: model ? "U" : "A", granted: 0, published: day(value("opened")) }, place);
  if (registered === null) return;
  yield* gazetteRows({ ...shared, number: registered, kind: model ? "Y1" : "B1", granted: 1, published: day(value("granted")) }, place);
  const kind = ended[value("status") ?? ""];
  if (kind !== undefined) yield rowRecord("patent_event", place, { document: `KR${registered}`, kind, note: value("status") });
}

/** How the office says that a right has ended; it does not say when. */
const ended: Readonly<Record<string, string>> = { 소멸: "lapsed", 무효: "revoked" };

const textOf = (item: XmlElement, of: readonly string[]): string | null =>
  of
    .flatMap((name) => item.within(name))
    .map((each) => each.text())
    .find((text) => text !== "") ?? null;

const day = (printed: string | null): string | null => officeDate(printed?.replaceAll(".", "-"));

/** Right and serial of a number of registration, without the digits of a partial one: `10-2045000-0000`. */
function registration(printed: string | null): string | null {
  const digits = printed?.replaceAll("-", "") ?? "";
  if (digits === "") return null;
  return /^[12]0\d{7}(\d{4})?$/.test(digits) ? digits.slice(0, 9) : fail(`"${digits.slice(0, 40)}" is not a number of registration`);
}

/** Names one by one where the answer lists them, else those that stand in one text with strokes between. */
function people(item: XmlElement, list: string, glued: readonly string[]): readonly string[] {
  const listed = item.within(list).flatMap((each) => each.value("name") ?? []);
  return listed.length > 0 ? listed : (textOf(item, glued)?.split("|") ?? []).map((name) => name.trim()).filter((name) => name !== "");
}
