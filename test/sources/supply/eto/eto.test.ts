import { describe, expect, test } from "vitest";
import { quietEffects } from "../../../../src/base/effects.ts";
import type { Row } from "../../../../src/base/tables.ts";
import type { RowRecord } from "../../../../src/sources/format/records.ts";
import { eto } from "../../../../src/sources/supply/eto/eto.ts";
import { etoShare } from "../../../../src/sources/supply/eto/eto-provision.ts";
import { parseMarketSize } from "../../../../src/sources/supply/eto/eto-technologies.ts";
import { etoNewFiles, etoOldFiles } from "../../fixtures.ts";
import { faults, folderOf, listening, readAll, realData } from "../../support.ts";

/** The files without the name of their edition. */
const plainFiles = Object.fromEntries(Object.entries(etoNewFiles).map(([name, content]) => [name.replace("eto-2031-05/", ""), content]));

/** The files with another document cited. */
const citing = (text: string): Readonly<Record<string, string>> => {
  const file = "eto-2031-05/provision.csv";
  return { ...etoNewFiles, [file]: (etoNewFiles[file] ?? "").replace("A study (2031). [Data](https://example.org/a)", text) };
};

const read = async (files: Readonly<Record<string, string | Buffer>>) => readAll(eto, [await folderOf(files)]);

describe("ETO, layout of 2026", () => {
  test("technologies are linked by id where a link says same, and carry no prose", async () => {
    const { rows, rejects, of } = await read(etoNewFiles);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(of("technology").map(({ id, native, kind, stage, description }) => [id, native, kind, stage, description])).toEqual([
      ["eto-rock-mills", "N900", "tool", null, null],
      ["eto-rocks", "N901", "material", null, null],
      ["eto-milling", "N902", "process", "fabrication", null],
      ["euv-lithography", "N20", "tool", null, null],
    ]);
    expect(of("process_order")).toEqual([
      { technology: "eto-rocks", successor: "eto-milling", relation: "goes_into" },
      { technology: "euv-lithography", successor: "eto-rock-mills", relation: "is_type_of" },
    ]);
  });

  test("shares by holder: economies by headquarters, organisations by sales, blanks unknown, small ones rounded", async () => {
    const { of } = await read(etoNewFiles);
    expect(
      of("share").map(({ technology, holder, holder_kind, basis, low, high, flag, year }) => [
        technology,
        holder,
        holder_kind,
        basis,
        low,
        high,
        flag,
        year,
      ]),
    ).toEqual([
      ["eto-rock-mills", "US", "economy", "headquarters", 0.405, 0.405, null, 2031],
      ["eto-rock-mills", "NL", "economy", "headquarters", 0, 0.01, "rounded", 2031],
      ["eto-rock-mills", "various", "unspecified", "headquarters", 0.05, 0.05, null, 2031],
      ["eto-rock-mills", "eto-milltown-works", "organisation", "sales", null, null, "blank", 2031],
      ["eto-rock-mills", "various", "unspecified", "sales", 0.07, 0.07, null, 2031],
      ["eto-rocks", "NL", "economy", "headquarters", 0, 0.01, "rounded", 2031],
    ]);
  });

  test("shares of a stage are of production where the caption says that they are by site", async () => {
    const { of } = await read(etoNewFiles);
    expect(of("stage_share").map(({ stage, holder, holder_kind, basis, low }) => [stage, holder, holder_kind, basis, low])).toEqual([
      ["fabrication", "EUR", "region", "production", 0.08],
      ["fabrication", "US", "economy", "production", 0.1],
      ["design", "US", "economy", "headquarters", 0.51],
    ]);
  });

  test("an alias row adds a name, not an organisation", async () => {
    const { of } = await read(etoNewFiles);
    expect(of("organisation").map(({ id, name, economy }) => [id, name, economy])).toEqual([
      ["eto-milltown-works", "Milltown Works", "NL"],
    ]);
    expect(of("organisation_name").map(({ organisation, name }) => [organisation, name])).toEqual([["eto-milltown-works", "Old Mill"]]);
  });

  test("market sizes that can be read and are of the whole become parameters", async () => {
    const { of } = await read(etoNewFiles);
    expect(
      of("parameter").map(({ technology, parameter, low, high, unit, year }) => [technology, parameter, low, high, unit, year]),
    ).toEqual([
      ["eto-rock-mills", "market-size", 2.5, 2.5, "USD bn", 2031],
      ["eto-milling", "market-size", 0.5034, 0.5034, "USD bn", 2030],
    ]);
  });

  test("a cited document is given once, with its address", async () => {
    const { of } = await read(etoNewFiles);
    expect(of("document")).toHaveLength(2);
    expect(of("document")[0]).toMatchObject({ id: "eto-2031-05", published: "2031-05" });
    expect(of("document")[1]).toMatchObject({
      title: "A study (2031). Data",
      published: "2031",
      url: "https://example.org/a",
      access: "secondary",
    });
    const ids = new Set(of("document").map(({ id }) => id));
    expect([...of("share"), ...of("stage_share")].every(({ source }) => source !== null && ids.has(source))).toBe(true);
  });

  test("two names that make one id stay two technologies", async () => {
    const inputs = `${etoNewFiles["eto-2031-05/inputs.csv"]}N903,Rock-mills!,tool_resource,,,,,,,\n`;
    const { of } = await read({ ...etoNewFiles, "eto-2031-05/inputs.csv": inputs });
    expect(of("technology").at(-1)?.id).toBe("eto-rock-mills-n903");
  });

  test.each([
    ["provision", "USA,P1,x,N900,140,2031,\n", "share_provided is not between 0 and 100"],
    ["provision", "USA,P1,x,N900,many,2031,\n", "share_provided is not a number"],
    ["provision", "USA,P99,x,N900,4,2031,\n", "provider_id P99 stands in no provider"],
    ["provision", "USA,P1,x,N999,4,2031,\n", "provided_id N999 stands in no input"],
    ["provision", "USA,P1,x,N900,4,2031,\n", "same provider and provided thing as line 2"],
    ["providers", "Atlantis,,P77,country,\n", "Atlantis is not a known economy"],
    ["providers", "Acme,,P77,ship,\n", "provider_type ship is not known"],
    ["sequence", "x,N900,y,N999,,\n", "N999 stands in no input"],
    ["sequence", "x,N900,,,,\n", "goes_into_id and is_type_of_id are empty"],
  ])("%s: %s is rejected", async (name, line, reason) => {
    const file = `eto-2031-05/${name}.csv`;
    const { rejects } = await read({ ...etoNewFiles, [file]: `${etoNewFiles[file]}${line}` });
    expect(rejects).toMatchObject([{ reason, file: expect.stringContaining(file) }]);
  });
});

describe("ETO, layout of 2022 and files", () => {
  test("shares as text, a column for negligible ones, an old code, bytes that are not UTF-8", async () => {
    const { effects, said } = listening();
    const { rows, rejects, of } = await readAll(eto, [await folderOf(etoOldFiles)], effects);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(said).toEqual([expect.stringContaining("Windows-1252")]);
    expect(of("technology")[0]).toMatchObject({ name: "Façade mills", id: "eto-facade-mills" });
    expect(of("share").map(({ holder, low, high, flag, year }) => [holder, low, high, flag, year])).toEqual([
      ["MY", 0.61, 0.61, null, null],
      ["US", 0, 0.02, "negligible", null],
      ["various", 0, 0.01, "rounded", null],
    ]);
  });

  test("the edition is in the name of the folder, else the newest year of a share", async () => {
    const folder = await folderOf(etoNewFiles);
    expect(await eto.edition(await eto.files([folder]))).toBe("2031-05");
    expect(await eto.edition(await eto.files([await folderOf(plainFiles)]))).toBe("2031");
    expect(await eto.edition(await eto.files([await folderOf(etoOldFiles)]))).toBeNull();
  });

  test.each<readonly [string, Readonly<Record<string, string | Buffer>>, string | null, string]>([
    ["the name of the folder", etoNewFiles, null, "2031-05"],
    ["the name of the folder before what was named", etoNewFiles, "2031-01", "2031-05"],
    ["what was named", plainFiles, "2031-08", "2031-08"],
    ["otherwise the day of loading", plainFiles, null, "2032-02-03"],
    [
      "never before the day on which what it cites came out",
      citing("A study (2031). Published by its maker on July 3, 2031."),
      null,
      "2031-07-03",
    ],
    ["a day within the month of the edition is no later one", citing("Published by its maker on May 3, 2031."), null, "2031-05"],
  ])("all that an edition tells is known since it is out: %s", async (_, files, named, day) => {
    const effects = { ...quietEffects, clock: { now: () => new Date("2032-02-03T12:00:00Z") } };
    const rows: RowRecord[] = [];
    for await (const record of eto.read(await eto.files([await folderOf(files)]), effects, named))
      if (record.kind === "row") rows.push(record);
    const known = rows.flatMap(({ table, row }) => (table === "share" || table === "parameter" ? [row.known] : []));
    expect(known.length).toBeGreaterThan(2);
    expect(new Set(known)).toEqual(new Set([day]));
    expect(rows.find(({ table }) => table === "document")?.row).toMatchObject({ published: day });
  });

  test.each([
    ["Analysis of data (2030). Data used were published by a maker on July 3, 2031.", "2031-07-03"],
    ["Analysis of data (2030).", null],
    ["A study (2030).", "2030"],
    ["Published on June 31, 2031.", null],
  ])("a citation is dated by the day it states, never by the year of its data: %s", async (text, published) => {
    const { of } = await read(citing(text));
    expect(of("document").find(({ title }) => title === text)).toMatchObject({ published });
  });

  test("an edition with a file missing, and two editions at once, are unrecognised", async () => {
    const { "eto-2031-05/provision.csv": _, ...without } = etoNewFiles;
    await expect(eto.files([await folderOf(without)])).rejects.toMatchObject({
      code: "LM_LOAD_UNRECOGNISED",
      details: { missing: ["provision"] },
    });
    await expect(eto.files([await folderOf({ ...etoNewFiles, ...etoOldFiles })])).rejects.toMatchObject({
      message: expect.stringContaining("two editions"),
    });
  });
});

test.each([
  ["$13 billion (2025)", { usdBn: 13, year: 2025, of: null }],
  ["$503.4 million", { usdBn: 0.5034, year: null, of: null }],
  ["$56.2 billion (microprocessors) (2019)", { usdBn: 56.2, year: 2019, of: "microprocessors" }],
  ["$1,200 million (2020)", { usdBn: 1.2, year: 2020, of: null }],
  ["$53.40 (2019)", null],
  ["about $3 billion", null],
  ["", null],
])("market size %s", (text, expected) => {
  expect(parseMarketSize(text)).toEqual(expected);
});

test("a share on the bound of rounding is rounded, one above is not", () => {
  expect(etoShare("1.0", "")).toEqual({ low: 0, high: 0.01, flag: "rounded" });
  expect(etoShare("1.1", "")).toEqual({ low: 0.011, high: 0.011, flag: null });
});

const newer = realData("supply/eto-2026-08");
describe.skipIf(newer.absent)(`the edition of 2026-08 in ${newer.path}`, () => {
  test("inputs, top shares, chokepoints and inputs without a share are those published", async () => {
    const { rows, rejects, of } = await readAll(eto, [newer.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const technologies = of("technology");
    expect(technologies).toHaveLength(126);
    expect(new Set(technologies.map(({ id }) => id)).size).toBe(126);
    const economies = of("share").filter((share) => share.holder_kind === "economy");
    const held = (technology: string, holder: string) =>
      economies.find((share) => share.technology === technology && share.holder === holder)?.low;
    expect(held("euv-lithography", "NL")).toBe(1);
    expect(held("arf-immersion-lithography", "NL")).toBe(0.993);
    expect(held("coater-developer", "JP")).toBe(0.952);
    expect(held("defect-inspection", "US")).toBe(0.919);
    expect(new Set(economies.filter(({ low }) => (low ?? 0) >= 0.8).map(({ technology }) => technology)).size).toBe(37);
    const known = new Set(
      of("share")
        .filter(({ low }: Row<"share">) => low !== null)
        .map(({ technology }) => technology),
    );
    expect(technologies.filter(({ id }) => !known.has(id))).toHaveLength(33);
    expect(of("share")).toHaveLength(1279);
    expect(of("stage_share")).toHaveLength(21);
    expect(of("process_order").filter(({ relation }) => relation !== "linked product")).toHaveLength(139);
    expect(of("process_order").filter(({ relation }) => relation === "linked product")).toHaveLength(2);
    expect(of("share").filter(({ flag }) => flag === "blank")).toHaveLength(246);
    expect(await eto.edition(await eto.files([newer.path]))).toBe("2026-08");
    expect(new Set(of("share").map(({ known }) => known))).toEqual(new Set(["2026-08"]));
    expect(
      of("document")
        .filter(({ title }) => title.includes("July 3, 2026"))
        .map(({ published }) => published),
    ).toEqual(["2026-07-03", "2026-07-03", "2026-07-03"]);
  });
});

const older = realData("supply/eto-2022-09");
describe.skipIf(older.absent)(`the edition of 2022-09 in ${older.path}`, () => {
  test("79 inputs; the one provision that stands twice is rejected", async () => {
    const { rows, rejects, of } = await readAll(eto, [older.path]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects).toMatchObject([{ line: 60, reason: "same provider and provided thing as line 54" }]);
    expect(of("technology")).toHaveLength(79);
    expect(of("share").filter(({ flag }) => flag === "negligible")).toHaveLength(72);
    expect(of("share").every(({ year }) => year === null)).toBe(true);
  });
});
