import { describe, expect, test } from "vitest";
import { cpc } from "../../../../src/sources/patents/beside/cpc.ts";
import { faults, folderOf, readAll, realData } from "../../support.ts";
import { zipOf } from "../../zip.ts";
import { fixture, hostileXml, readFiles } from "../epo/docdb-hostile.ts";

const titles = async (files: Readonly<Record<string, string | Buffer>>) => {
  const found = await readFiles(cpc, files);
  return { ...found, titles: found.of("class_title").map(({ symbol, parent, level, title }) => [symbol, parent, level, title]) };
};

describe("classification schemes and titles", () => {
  test("a scheme of CPC: no headings, no references, parents and depth", async () => {
    const { titles: found, rejects, of } = await titles({ "scheme.xml": fixture("cpc/scheme.xml") });
    expect(rejects).toEqual([]);
    expect(found).toEqual([
      ["H01L", "H01", 2, "SEMICONDUCTOR DEVICES, INVENTED"],
      ["H01L21/00", "H01L", 3, "Processes; Apparatus therefor"],
      ["H01L21/70", "H01L21/00", 4, "Solid state devices"],
      ["H01L21/762", "H01L21/70", 5, "Dielectric regions made by invention"],
    ]);
    expect(of("class_title")[0]).toMatchObject({ scheme: "cpc", since: "2024-01-01" });
  });

  test("a title list of CPC, also in an archive; a line that is none is a reject", async () => {
    const list = fixture("cpc/titles.txt");
    const { titles: found, rejects } = await titles({ "cpc-section-H.zip": zipOf({ "cpc-section-H_20240101.txt": list }) });
    expect(found).toEqual([
      ["H", null, 0, "ELECTRICITY"],
      ["H01", "H", 1, "ELECTRIC ELEMENTS"],
      ["H01L", "H01", 2, "SEMICONDUCTOR DEVICES , invented"],
      ["H01L21/00", "H01L", 3, "Processes"],
      ["H01L21/02", "H01L21/00", 4, "Manufacture"],
      ["H01L21/04", "H01L21/02", 5, "of devices with junctions"],
      ["H01L21/70", "H01L21/00", 4, "Solid state"],
      ["H01L2221/67", null, 4, "Indexing without its main group"],
    ]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[9, "no symbol, level and title between tabs"]]);
  });

  test("lists and tables of IPC: the first title of a main group; the version becomes a date", async () => {
    const { of, rejects } = await titles({ "list.txt": fixture("cpc/ipc-list.txt"), "table.csv": fixture("cpc/ipc-table.csv") });
    expect(of("class_title").map(({ scheme, symbol, parent, title, since }) => [scheme, symbol, parent, title, since])).toEqual([
      ["ipc", "H01", "H", "Electric elements", null],
      ["ipc", "H01L", "H01", "Semiconductor devices", null],
      ["ipc", "H01L21/00", "H01L", "Processes", null],
      ["ipc", "H10D30/00", "H10D", "Field-effect transistors", "2025-01"],
      ["ipc", "H10D30/01", "H10D30/00", "Manufacture", "2025-01"],
    ]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[4, '"H10D 30/0" is not a symbol']]);
  });

  test("the master classification file: documents and their classes", async () => {
    const { of, rejects } = await readFiles(cpc, { "master.xml": fixture("cpc/master.xml") });
    expect(of("patent_class")).toEqual([
      { document: "US9999001", scheme: "cpc", symbol: "H01L21/762", role: "inventive", position: 1 },
      { document: "US9999001", scheme: "cpc", symbol: "Y10S977/70", role: "additional", position: 2 },
    ]);
    expect(rejects).toEqual([]);
  });

  test("what is not one of these is refused by name", async () => {
    const folder = await folderOf({ "a.txt": "hello\tworld\n", "b.csv": "a,b\n1,2\n" });
    for (const name of ["a.txt", "b.csv"])
      await expect(cpc.files([`${folder}/${name}`])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });

  describe("scheme", () => hostileXml(cpc, "cpc/scheme.xml"));
  describe("master", () => hostileXml(cpc, "cpc/master.xml"));

  const ipc = realData("patents/ipc-titles");
  test.skipIf(ipc.absent)(`real titles in ${ipc.path}`, async () => {
    const { rows, rejects, of } = await readAll(cpc, [ipc.path]);
    expect(rows.filter((_, index) => index % 50 === 0).flatMap(faults)).toEqual([]);
    expect(of("class_title")).toHaveLength(129 + 637 + 7390 + 39_100 + 769);
    expect(rejects.map(({ line }) => line)).toEqual([2428, 2592]);
    expect(of("class_title")).toContainEqual({
      scheme: "ipc",
      symbol: "A01B1/04",
      parent: "A01B1/02",
      level: 5,
      title: "with teeth",
      since: "2006-01",
    });
  });

  const scheme = realData("patents/uspto-xml");
  test.skipIf(scheme.absent)(`real schemes in ${scheme.path}`, async () => {
    const { rejects, of } = await readAll(cpc, [`${scheme.path}/cpc-scheme-A01L.xml`, `${scheme.path}/cpcMaster.xml`]);
    expect(rejects).toEqual([]);
    expect(of("class_title")).toHaveLength(19);
    expect(of("class_title")[2]).toMatchObject({ symbol: "A01L1/02", parent: "A01L1/00", level: 4 });
    expect(of("patent_class")).toHaveLength(9);
    expect(of("patent_class")[0]).toEqual({ document: "US9400000", scheme: "cpc", symbol: "F04D29/703", role: "inventive", position: 1 });
  });
});
