import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Levermap, load, measure, open } from "../../../src/index.ts";
import { realData } from "../../sources/support.ts";
import { isLong } from "../../tiers.ts";
import { bundledCopy } from "../bundled-workspace.ts";

/** An application as the USPTO prints it: its publication, its grant, or both. */
interface Filed {
  readonly application: string;
  readonly filed: string;
  readonly published?: readonly [number: string, day: string];
  readonly granted?: readonly [number: string, day: string];
  readonly related?: string;
  readonly term?: string;
  readonly type?: "utility" | "design";
}

const id = (number: string, date = ""): string =>
  `<document-id><country>US</country><doc-number>${number}</doc-number>${date && `<date>${date}</date>`}</document-id>`;

const parent = (relation: string, number: string, date: string, child: string): string =>
  `<${relation}><relation><parent-doc>${id(number, date)}</parent-doc><child-doc>${id(child)}</child-doc></relation></${relation}>`;

function printed(
  { application, filed, related = "", term = "", type = "utility" }: Filed,
  number: string,
  day: string,
  granted: boolean,
): string {
  const kind = granted ? "grant" : "application";
  const classes =
    type === "design"
      ? ""
      : `<classifications-cpc><main-cpc><classification-cpc><section>H</section><class>10</class><subclass>B</subclass><main-group>43</main-group><subgroup>27</subgroup><classification-value>I</classification-value></classification-cpc></main-cpc></classifications-cpc>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<us-patent-${kind} lang="EN" dtd-version="v4.5"><us-bibliographic-data-${kind}>
<publication-reference><document-id><country>US</country><doc-number>${number}</doc-number><kind>${granted ? "B2" : "A1"}</kind><date>${day}</date></document-id></publication-reference>
<application-reference appl-type="${type}">${id(application, filed)}</application-reference>
${granted && term ? `<us-term-of-grant>${term}</us-term-of-grant>` : ""}${classes}
<invention-title>Stacked cells</invention-title>${related && `<us-related-documents>${related}</us-related-documents>`}
<assignees><assignee><addressbook><orgname>Aster Chips Inc.</orgname><role>02</role><address><country>US</country></address></addressbook></assignee></assignees>
</us-bibliographic-data-${kind}></us-patent-${kind}>\n`;
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** Thirty inventions with a publication each, the first twenty granted; chains, a shared provisional application and a design. */
const filings: readonly Filed[] = [
  ...Array.from(
    { length: 30 },
    (_, i): Filed => ({
      application: `150001${pad(i)}`,
      filed: `201501${pad(i + 1)}`,
      published: [`201600001${pad(i)}`, "20160707"],
      ...(i < 20 ? { granted: [`098000${pad(i)}`, "20171031"] as const } : {}),
    }),
  ),
  // Pending on 1995-06-08, and its continuation and continuation in part filed since.
  { application: "08345001", filed: "19941128", granted: ["05800001", "19980303"] },
  {
    application: "08655001",
    filed: "19960601",
    granted: ["05900001", "19990504"],
    related: parent("continuation", "08345001", "19941128", "08655001"),
  },
  {
    application: "09300001",
    filed: "19990505",
    granted: ["06300001", "20011009"],
    related:
      parent("continuation-in-part", "08655001", "19960601", "09300001") + parent("continuation", "08345001", "19941128", "08655001"),
  },
  // Two applications of one provisional.
  ...["15900001", "15900002"].map(
    (application, i): Filed => ({
      application,
      filed: "20180220",
      granted: [`1060000${i}`, "20200324"],
      related: `<us-provisional-application>${id("62460001", "20170217")}</us-provisional-application>`,
      term: i === 0 ? "<us-term-extension>45</us-term-extension>" : "",
    }),
  ),
  { application: "29800001", filed: "20210730", granted: ["D0980001", "20230307"], type: "design" },
];

describe("invented applications with their grants, continuations across 1995 and a design", () => {
  let map: Levermap;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "levermap-filings-"));
    const dir = await bundledCopy();
    const text = filings.map(
      (each) =>
        (each.published ? printed(each, ...each.published, false) : "") + (each.granted ? printed(each, ...each.granted, true) : ""),
    );
    writeFileSync(join(folder, "filings.xml"), text.join(""));
    await load(dir, "uspto", [join(folder, "filings.xml")]);
    await measure(dir);
    map = await open(dir, { asOf: "2026-11-01" });
  });
  afterAll(() => map?.close());

  it("counts documents, applications, grants and families of the technology", async () => {
    const report = await map.technologyPatents({ technology: "nand", jurisdiction: "US" });
    const own = report.holders.find(({ name }) => name === "Aster Chips Inc.")!;
    expect(own).toMatchObject({ documents: 55, applications: 35, grants: 25, units: 33 });
    const { notGranted } = report.inForce;
    expect(notGranted).toBe(10);
    const [inventions] = report.coverage.counts;
    expect(inventions!.applications - inventions!.grants).toBe(10);
    expect(report.coverage.joins.reduce((sum, { documents }) => sum + documents, 0)).toBe(report.coverage.documents);
    expect(report.shareBasis).toMatchObject({ isEnough: true });
  });

  it("gives the same families to the holder, its portfolio and the technology, the design apart", async () => {
    const card = await map.holder({ name: "Aster Chips Inc." });
    const portfolio = await map.portfolio({ holder: "Aster Chips Inc." });
    const counts = [
      { right: "invention", documents: 55, applications: 35, grants: 25, families: 33 },
      { right: "design", documents: 1, applications: 1, grants: 1, families: 1 },
    ];
    expect(card.counts).toEqual(counts);
    expect(portfolio.counts).toEqual(counts);
    expect(portfolio.technologies.find(({ technology }) => technology.id === "nand")).toMatchObject({ families: 33, documents: 55 });
    expect(portfolio.inForce.notGranted).toBe(10);
    expect(card.inForce).toEqual(portfolio.inForce);
  });

  it.each([
    ["US9800000", "2035-01-01"],
    ["US5800001", "2015-03-03"],
    ["US5900001", "2014-11-28"],
    ["US6300001", "2014-11-28"],
    ["US10600000", "2038-04-06"],
    ["US10600001", "2038-02-20"],
    ["USD980001", "2038-03-07"],
  ])("%s ends on %s", async (number, end) => {
    expect((await map.patent({ number })).inForce?.termEnd).toBe(end);
  });

  it("says of a design that no fees are due, never that it survives as inventions do", async () => {
    expect((await map.patent({ number: "USD980001" })).inForce).toMatchObject({ low: 1, high: 1, basis: "no-fees" });
  });
});

const microchip = realData("patents/uspto-microchip");

describe.skipIf(microchip.absent)(`applications in ${microchip.path}`, () => {
  it.runIf(isLong)("Microchip has 34 applications in NAND flash", async () => {
    const dir = await bundledCopy();
    await load(dir, "patent-table", [join(microchip.path, "microchip.json")]);
    await measure(dir, { only: ["holders", "technologies", "citations"] });
    const map = await open(dir, { asOf: "2026-11-01" });
    const { holders } = await map.technologyPatents({ technology: "nand" });
    expect(holders.find(({ name }) => name.startsWith("Microchip"))).toMatchObject({
      documents: 60,
      applications: 34,
      grants: 26,
      units: 34,
    });
    map.close();
  });
});
