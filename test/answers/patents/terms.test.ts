import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Levermap, load, measure, open } from "../../../src/index.ts";
import { realData } from "../../sources/support.ts";
import { some } from "../../tiers.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { bundledCopy } from "../bundled-workspace.ts";

const samples = realData("patents/uspto-xml");
const citations = realData("patents/uspto-citations");

/** Last days computed by hand from the days printed on each patent. */
const printed = [
  ["US6859910", "2023-06-21", "2001-04-10 and 802 days"],
  ["US6970935", "2022-11-01", "2000-11-01 and 730 days"],
  ["US7272630", "2021-07-12", "division of 2001-06-06, and 36 days"],
  ["US8926509", "2030-01-31", "2008-06-05 and 605 days; its provisional application does not count"],
  ["US8930553", "2033-02-15", "2012-10-09 and 129 days"],
  ["US6857133", "2023-01-30", "2002-05-07 and 268 days"],
  ["US9358892", "2034-12-30", "2014-12-02 and 28 days"],
  ["US11617590", "2030-01-27", "filed 2019-03-22; the chain of continuations begins 2010-01-27"],
  ["USD435854", "2015-01-02", "design of 1999, 14 years from grant on 2001-01-02"],
  ["USD982278", "2038-04-04", "design of 2022, 15 years from grant on 2023-04-04"],
  ["USD982279", "2038-04-04", "design of 2021, 15 years from grant on 2023-04-04"],
  ["US6336130", "2018-04-02", "continues PCT/NO98/00107 of 1998-04-02"],
  ["US6334226", "2018-10-08", "national stage of PCT/JP98/04545 of 1998-10-08"],
  ["US3932709", "1993-01-13", "17 years from grant on 1976-01-13, over before 1995-06-08"],
  ["US3937375", "1993-02-10", "17 years from grant on 1976-02-10, over before 1995-06-08"],
  ["US5071126", "2010-05-31", "20 years from 1990-05-31, longer than 17 from 1991-12-10"],
  ["US5368295", "2013-06-02", "20 years from 1993-06-02, longer than 17 from 1994-11-29"],
  ["US5439055", "2014-03-08", "20 years from 1994-03-08, longer than 17 from 1995-08-08"],
  ["US5540434", "2013-07-30", "17 years from 1996-07-30, longer than 20 from 1990-08-21"],
  ["US5551688", "2013-09-03", "17 years from 1996-09-03, longer than 20 from 1992-04-01"],
  ["US6383099", "2019-05-07", "filed 1995-05-22; 17 years from 2002-05-07"],
  ["USD369194", "2010-04-23", "design of 1994, 14 years from grant on 1996-04-23"],
  ["USD719227", "2028-12-09", "design of 2014-01-21, 14 years from grant on 2014-12-09"],
  ["USD893997", "2035-08-25", "design of 2018, 15 years from grant on 2020-08-25"],
] as const;

describe.skipIf(samples.absent || citations.absent)(`terms of patents in ${samples.path} and ${citations.path}`, () => {
  let map: Levermap;
  beforeAll(async () => {
    const dir = await bundledCopy();
    const files = ["grant-v4", "grant-sgml", "greenbook", "weekly"].map((folder) => join(samples.path, folder));
    await load(dir, "uspto", files);
    await load(dir, "uspto-citations", [citations.path]);
    await measure(dir, { only: ["holders"] });
    map = await open(dir, { asOf: "2026-11-01" });
  });
  afterAll(() => map?.close());

  it.each(
    some(
      printed,
      printed.filter((_, at) => at % 3 === 0),
    ),
  )("%s ends on %s: %s", async (document, end) => {
    expect((await map.patent({ number: document })).inForce?.termEnd).toBe(end);
  });

  it("does not count a reissue from its own filing where its original is not known", async () => {
    expect((await map.patent({ number: "USRE49973" })).inForce?.termEnd).toBeNull();
  });
});

/** A grant as the USPTO prints it, of a chain of parents, the nearest first. */
const grant = (number: string, own: readonly [string, string], day: string, term: string, parents: readonly (readonly string[])[]) => {
  const id = (name: string, date: string): string =>
    `<document-id><country>US</country><doc-number>${name}</doc-number><date>${date}</date></document-id>`;
  const chain = parents.map(([name, date], i) => {
    const child = (parents[i - 1] ?? own)[0]!;
    return `<continuation><relation><parent-doc>${id(name!, date!)}</parent-doc><child-doc>${id(child, "")}</child-doc></relation></continuation>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<us-patent-grant lang="EN" dtd-version="v4.3"><us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>${number}</doc-number><kind>B2</kind><date>${day}</date></document-id></publication-reference>
<application-reference appl-type="utility">${id(...own)}</application-reference>
<us-term-of-grant>${term}</us-term-of-grant>
<invention-title>Layered device</invention-title><us-related-documents>${chain.join("")}</us-related-documents>
</us-bibliographic-data-grant></us-patent-grant>\n`;
};

const disclaimer = "<disclaimer><text>This patent is subject to a terminal disclaimer.</text></disclaimer>";

describe("terminal disclaimers printed in the file of a grant", () => {
  let map: Levermap;
  beforeAll(async () => {
    const folder = temporaryFolder();
    const dir = await bundledCopy();
    mkdirSync(folder, { recursive: true });
    const file = join(folder, "grants.xml");
    writeFileSync(
      file,
      [
        // A continuation of 2011 whose chain begins before 1995-06-08.
        grant("08420001", ["13302001", "20111122"], "20130416", `<us-term-extension>77</us-term-extension>${disclaimer}`, [
          ["11200001", "20050809"],
          ["08345001", "19941128"],
        ]),
        // A parent with 50 days of adjustment, a disclaimed child with 400, and a child of that with 500.
        grant("09000001", ["14000001", "20130102"], "20150407", "<us-term-extension>50</us-term-extension>", []),
        grant("09500001", ["15000001", "20150302"], "20161122", `<us-term-extension>400</us-term-extension>${disclaimer}`, [
          ["14000001", "20130102"],
        ]),
        grant("09900001", ["15300001", "20160905"], "20180220", `<us-term-extension>500</us-term-extension>${disclaimer}`, [
          ["15000001", "20150302"],
          ["14000001", "20130102"],
        ]),
      ].join(""),
    );
    await load(dir, "uspto", [file]);
    await measure(dir, { only: ["holders"] });
    map = await open(dir, { asOf: "2026-11-01" });
  });
  afterAll(() => map?.close());

  it("ends a continuation of 2011 twenty years after its first parent of 1994", async () => {
    const { inForce } = await map.patent({ number: "US8420001" });
    expect(inForce).toMatchObject({ termEnd: "2014-11-28", termRule: "earliest-claimed", terminalDisclaimer: true, low: 0, high: 0 });
  });

  it("ends a disclaimed child with its parent, and its own child too", async () => {
    const ends = [];
    for (const document of ["US9000001", "US9500001", "US9900001"]) ends.push((await map.patent({ number: document })).inForce);
    expect(ends.map((each) => each?.termEnd)).toEqual(["2033-02-21", "2033-02-21", "2033-02-21"]);
    expect(ends[1]).toMatchObject({ termRule: "earlier-patent", terminalDisclaimer: true });
  });
});
