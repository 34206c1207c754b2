import { describe, expect, test } from "vitest";
import { uspto } from "../../../../src/sources/patents/uspto/uspto.ts";
import { faults, folderOf, type Read, readAll } from "../../support.ts";
import { usptoFixture, usptoNames } from "./uspto-fixtures.ts";

const read = async (name: string): Promise<Read> => {
  const found = await readAll(uspto, [await folderOf({ [name]: usptoFixture(name) })]);
  expect(found.rejects).toEqual([]);
  expect(found.rows.flatMap(faults)).toEqual([]);
  return found;
};

const links = (found: Read): (string | null)[][] =>
  found.of("patent_link").map(({ document, relation, other, date }) => [document, relation, other, date]);

const classes = (found: Read): (string | null)[][] => found.of("patent_class").map(({ scheme, symbol, role }) => [scheme, symbol, role]);

const citations = (found: Read): (string | null)[][] => found.of("patent_citation").map(({ cited, phase }) => [cited, phase]);

describe("grants of version 4", () => {
  test("the publication, and a reissue in the same file", async () => {
    const { of, rows } = await read("grant-v45.xml");
    expect(of("patent")).toEqual([
      {
        document: "US9900001",
        office: "US",
        kind: "B2",
        published: "2018-02-20",
        application: "US15000001",
        filed: "2016-01-18",
        priority: "2012-09-12",
        family: null,
        granted: 1,
        type: "utility",
        references: 5,
        term_days: 123,
        native: "09900001",
      },
      expect.objectContaining({ document: "USRE46001", type: "reissue", references: null, term_days: null, priority: "2011-04-27" }),
    ]);
    expect(new Set(rows.map(({ line }) => line))).toEqual(new Set([1, 2]));
  });

  test("texts: sub- and superscripts joined, blanks as one, the first claim that is not cancelled", async () => {
    const { of } = await read("grant-v45.xml");
    expect(of("patent_text").map(({ document, field, language, text }) => [document, field, language, text])).toEqual([
      ["US9900001", "title", "en", "Splitting a H2-implanted wafer & bonding it"],
      ["US9900001", "abstract", "en", "A wafer is split along a plane."],
      ["US9900001", "claim", "en", "5. A method of splitting, with hydrogen."],
      ["USRE46001", "title", "en", "Chuck"],
      ["USRE46001", "claim", "en", "1. A chuck."],
    ]);
  });

  test("holders and inventors, never an address", async () => {
    const found = await read("grant-v45.xml");
    expect(found.of("patent_holder").map(({ role, position, name, economy }) => [role, position, name, economy])).toEqual([
      ["assignee", 1, "Invented Wafers, Inc.", "US"],
      ["applicant", 1, "INVENTED WAFERS, INC.", "US"],
    ]);
    expect(found.of("patent_inventor").map(({ position, name, economy }) => [position, name, economy])).toEqual([
      [1, "Erika Muster", "DE"],
    ]);
  });

  test("classes with their roles, sets of combinations left out", async () => {
    expect(classes(await read("grant-v45.xml"))).toEqual([
      ["cpc", "H01L21/76254", "inventive"],
      ["cpc", "Y10S438/977", "additional"],
      ["ipc", "H01L21/762", "inventive"],
      ["ipc", "B81C1/00", "additional"],
    ]);
  });

  test("references with who cited them; an application is no document", async () => {
    const found = await read("grant-v45.xml");
    expect(citations(found)).toEqual([
      ["US6103599", "examiner"],
      ["US2003076485", "applicant"],
      ["JPS62123456", "third-party"],
      ["WO9912345", "other"],
    ]);
    expect(found.of("literature_citation").map(({ text, phase }) => [text, phase])).toEqual([
      ["US 14/123456", "applicant"],
      ["Nobody et al., “On splitting”, 2010.", "examiner"],
    ]);
  });

  test("links: what a parent continues is an ancestor", async () => {
    expect(links(await read("grant-v45.xml"))).toEqual([
      ["US9900001", "priority", "JP2013012345", "2013-01-25"],
      ["US9900001", "priority", "EP13000001", "2013-03-01"],
      ["US9900001", "continuation", "US14000001", "2014-01-20"],
      ["US9900001", "continuation", "US9300001", "2016-03-01"],
      ["US9900001", "ancestor", "US13900001", "2013-05-22"],
      ["US9900001", "provisional", "US61700001", "2012-09-12"],
      ["US9900001", "publication", "US2016190001", "2016-06-30"],
      ["US9900001", "national-stage", "WO2014US12345", "2014-01-22"],
      ["US9900001", "publication", "WO2014123456", "2014-08-14"],
      ["USRE46001", "reissue", "US13100001", "2011-04-27"],
      ["USRE46001", "reissue", "US8800001", "2014-08-12"],
    ]);
  });

  test("version 4.0: inventors among the applicants, Locarno and US classes of a design", async () => {
    const found = await read("grant-v40.xml");
    expect(found.of("patent")).toEqual([expect.objectContaining({ document: "USD500001", kind: "S1", type: "design", references: 1 })]);
    expect(found.of("patent_inventor")).toEqual([expect.objectContaining({ name: "Anna Esempio", economy: "IT" })]);
    expect(found.of("patent_holder")).toEqual([expect.objectContaining({ role: "assignee", name: "Vassoi S.p.A.", economy: null })]);
    expect(classes(found)).toEqual([
      ["uspc", "D13/182", null],
      ["uspc", "D2/703", null],
      ["locarno", "13-03", null],
    ]);
    expect(citations(found)).toEqual([["USD300001", "other"]]);
  });
});

describe("applications", () => {
  test("version 4: no grant, no references; a sequence list beside it is no record of its own", async () => {
    const found = await read("application-v44.xml");
    expect(found.of("patent")).toEqual([
      expect.objectContaining({
        document: "US2020000001",
        kind: "A1",
        granted: 0,
        type: "utility",
        references: null,
        native: "20200000001",
      }),
    ]);
    expect(found.of("patent_holder").map(({ role, name, economy }) => [role, name, economy])).toEqual([
      ["assignee", "Druck GmbH", "DE"],
      ["applicant", "Erika Muster", "DE"],
    ]);
    expect(classes(found)).toEqual([["cpc", "B33Y2000/00", "additional"]]);
  });

  test("version 1: named entities, names in parts, classes in columns, continuity", async () => {
    const found = await read("application-v15.xml");
    expect(found.of("patent")).toEqual([
      expect.objectContaining({ document: "US2002000001", application: "US09700001", filed: "2000-09-01", priority: "1997-07-25" }),
    ]);
    expect(found.of("patent_text").map(({ text }) => text)).toEqual([
      "Etching at 20° with α-particles",
      "A film is etched. It is thin.",
      "1. A method of etching.",
    ]);
    expect(found.of("patent_inventor").map(({ name, economy }) => [name, economy])).toEqual([
      ["Taro Rei", "JP"],
      ["Jane Q. Sample Jr.", "US"],
    ]);
    expect(classes(found)).toEqual([
      ["ipc", "H01L21/302", null],
      ["ipc", "H01L21/461", null],
      ["uspc", "438/710", null],
      ["uspc", "118/723.00R", null],
    ]);
    expect(links(found).map(([, ...link]) => link)).toEqual([
      ["priority", "JP9700199", "1999-04-05"],
      ["division", "US09300001", "1999-04-30"],
      ["division", "US6150001", null],
      ["provisional", "US60100001", "1998-09-11"],
      ["ancestor-in-part", "US08900001", "1997-07-25"],
    ]);
  });
});

describe("grants of 2001 to 2004", () => {
  test("version 2.5", async () => {
    const found = await read("patdoc-v25.xml");
    expect(found.of("patent")).toEqual([
      expect.objectContaining({
        document: "US6400001",
        kind: "B1",
        published: "2002-06-04",
        references: 2,
        term_days: 31,
        priority: "1997-06-11",
      }),
    ]);
    expect(found.of("patent_text").map(({ text }) => text)).toEqual([
      "Plasma etcher with “lid”",
      "An etcher has a lid.",
      "1. An etcher, comprising: a lid.",
    ]);
    expect(found.of("patent_holder")).toEqual([expect.objectContaining({ name: "Lid & Co.", economy: "NL" })]);
    expect(found.of("patent_inventor")).toEqual([expect.objectContaining({ name: "Jane Sample", economy: "US" })]);
    expect(classes(found).map(([scheme, symbol]) => [scheme, symbol])).toEqual([
      ["ipc", "H01L21/302"],
      ["ipc", "C23F1/00"],
      ["uspc", "438/710"],
      ["uspc", "4/675"],
    ]);
    expect(citations(found)).toEqual([
      ["USD271298", "examiner"],
      ["JPH08093012", "other"],
    ]);
    expect(links(found).map(([, ...link]) => link)).toEqual([
      ["priority", "JP29000197", "1997-10-22"],
      ["division", "US09200001", "1998-11-25"],
      ["division", "US6100001", null],
      ["provisional", "US60049070", "1997-06-11"],
      ["national-stage", "WO1998JP04001", "1998-10-08"],
      ["publication", "WO9920001", "1999-04-29"],
    ]);
  });

  test("version 2.4 in SGML: empty elements without end, attributes without quotes, no declaration", async () => {
    const found = await read("patdoc-v24.sgml");
    expect(found.of("patent").map(({ document, type, published }) => [document, type, published])).toEqual([
      ["US6200001", "utility", "2001-03-13"],
      ["USPP11801", "plant", "2001-03-13"],
    ]);
    expect(found.of("patent_text").map(({ text }) => text)).toEqual(["Seal of 10 μm", "A seal.", "1. A seal.", "Rose ‘Wafer’"]);
    expect(citations(found)).toEqual([["US5000001", "examiner"]]);
  });
});

describe("Green Book", () => {
  test("several patents of one file, after its head", async () => {
    const found = await read("greenbook.txt");
    expect(
      found.of("patent").map(({ document, type, application, references, term_days, priority }) => ({
        document,
        type,
        application,
        references,
        term_days,
        priority,
      })),
    ).toEqual([
      { document: "US4890001", type: "utility", application: "US07200001", references: 4, term_days: null, priority: "1982-07-01" },
      { document: "USD305001", type: "design", application: null, references: null, term_days: null, priority: "1988-05-27" },
    ]);
    expect(found.rows.filter(({ table }) => table === "patent").map(({ line }) => line)).toEqual([1, 2]);
    expect(found.of("patent_text").map(({ text }) => text)).toEqual([
      "Ion implanter with a very long title that goes on over two lines",
      "An implanter is described, which implants.",
      "1. An implanter, comprising: a source; and a target.",
      "Wafer box",
      "The ornamental design for a wafer box.",
    ]);
  });

  test("people, classes, references and links", async () => {
    const found = await read("greenbook.txt");
    expect(found.of("patent_inventor").map(({ name, economy }) => [name, economy])).toEqual([
      ["Jane Q. Sample", "US"],
      ["Taro Rei", "JP"],
      ["Jane Q. Sample", "US"],
    ]);
    expect(classes(found).map(([scheme, symbol]) => [scheme, symbol])).toEqual([
      ["uspc", "250/492.2"],
      ["uspc", "250/42.1"],
      ["ipc", "H01J37/317"],
      ["uspc", "D9/423"],
    ]);
    expect(citations(found)).toEqual([
      ["US3756862", null],
      ["USRE31001", null],
      ["JPS61240001", null],
      ["FR2200001", null],
    ]);
    expect(found.of("literature_citation").map(({ text }) => text)).toEqual([
      'Nobody, "Implanting", 1980, pp. 1-3.',
      'Somebody, "Ions", 1981.',
    ]);
    expect(links(found).map(([, ...link]) => link)).toEqual([
      ["priority", "JP13000187", "1987-05-28"],
      ["priority", "GB8712345", "1987-05-01"],
      ["reissue", "US06600001", "1986-04-02"],
      ["reissue", "US4400001", "1983-08-23"],
      ["division", "US06700001", "1984-11-14"],
      ["division", "US4600001", "1986-07-15"],
      ["family", "US06500001", "1982-07-01"],
      ["national-stage", "WO1986US00001", "1986-01-02"],
      ["publication", "WO8604001", "1986-07-03"],
    ]);
  });
});

test("no address, street or code of a place stands in any row", async () => {
  for (const name of usptoNames) expect(JSON.stringify((await read(name)).rows)).not.toMatch(/Secret Street|Nowhere/);
});
