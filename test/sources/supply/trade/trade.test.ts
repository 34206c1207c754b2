import { describe, expect, test } from "vitest";
import type { Row } from "../../../../src/base/tables.ts";
import { trade } from "../../../../src/sources/supply/trade/trade.ts";
import { heldBytes } from "../../held-bytes.ts";
import { faults, folderOf, listening, readAll, realData } from "../../support.ts";
import { comextFiles, comtradeFiles, partnerFiles } from "./fixtures-trade.ts";

const cells = (row: Row<"trade">) => [
  row.reporter,
  row.partner,
  row.partner_label,
  row.flow,
  row.scheme,
  row.code,
  row.period,
  row.value,
  row.currency,
];

async function read(files: Readonly<Record<string, string>>, name: string) {
  const { effects, said } = listening();
  const found = await readAll(trade, [`${await folderOf(files)}/${name}`], effects);
  expect(found.rows.flatMap(faults)).toEqual([]);
  return { ...found, said: said.map((message) => message.slice(message.indexOf(": ") + 2)) };
}

describe("UN Comtrade", () => {
  test("the layout until 2022: re-exports and chapters are left out, and that is said", async () => {
    const { of, rejects, said } = await read(comtradeFiles, "comtrade-old.csv");
    expect(rejects).toEqual([]);
    expect(of("trade").map(cells)).toEqual([
      ["CH", "world", null, "import", "hs6", "848620", "2019", 1000, "USD"],
      ["CH", "unspecified-asia", "Other Asia, nes", "import", "hs6", "848620", "2019", 600, "USD"],
      ["US", "CN", null, "export", "hs6", "848620", "2019-04", null, "USD"],
    ]);
    expect(of("trade").map(({ quantity, quantity_unit, weight_kg }) => [quantity, quantity_unit, weight_kg])).toEqual([
      [null, null, 500],
      [7, "Number of items", 300],
      [null, null, null],
    ]);
    expect(said).toEqual(['1 records left out: flow "Re-Export"', "1 records left out: product level other than HS4, HS6, HS8"]);
  });

  test("the layout of Comtrade Plus: a row by mode of transport is part of a total", async () => {
    const { of, rejects, said } = await read(comtradeFiles, "comtrade-plus.csv");
    expect(rejects).toEqual([]);
    expect(of("trade").map(cells)).toEqual([
      ["CN", "JP", null, "import", "hs6", "848620", "2022", 5600, "USD"],
      ["CN", "unspecified", "Areas, nes", "import", "hs6", "848620", "2022", 100, "USD"],
      ["FR", "world", null, "export", "hs4", "8542", "2022-03", 7, "USD"],
    ]);
    expect(said).toHaveLength(1);
  });

  test("bad records are rejected", async () => {
    const broken = `${comtradeFiles["comtrade-plus.csv"]}C,A,1,2022,52,202213,156,CHN,China,M,392,JPN,Japan,0,H6,848620,C00,0,u,12,1,1,,1\nC,A,1,2022,52,2022,0,W00,World,M,392,JPN,Japan,0,H6,848620,C00,0,u,12,1,1,,1\nC,A,1,2022,52,2022,156,CHN,China,M,991,,Moon,0,H6,848620,C00,0,u,12,1,1,,1\nC,A,1,2022,52,2022,156,CHN,China,M,392,JPN,Japan,0,H6,848620,C00,0,u,12,1,1,,-5\n`;
    const { rejects } = await read({ "comtrade-plus.csv": broken }, "comtrade-plus.csv");
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [6, "period is not a year or month"],
      [7, "reporterCode world reports nothing"],
      [8, "partnerCode 991 Moon is not known"],
      [9, "primaryValue is negative"],
    ]);
  });
});

describe("BACI", () => {
  const name = "BACI_HS17_Y2022_V202401b.csv";
  test("an import of j from i, in dollars and kilograms, with the zeros of the code", async () => {
    const { of, rejects } = await read(comtradeFiles, name);
    expect(rejects).toEqual([]);
    expect(of("trade").map((row) => [...cells(row), row.weight_kg])).toEqual([
      ["CN", "unspecified-asia", "490", "import", "hs6", "854231", "2022", 12345, "USD", 250],
      ["CH", "US", null, "import", "hs6", "010121", "2022", 1500, "USD", null],
    ]);
  });

  test("the release is in the name of the file", async () => {
    const folder = await folderOf(comtradeFiles);
    expect(await trade.edition([`${folder}/${name}`])).toBe("2024-01");
    expect(await trade.edition([`${folder}/comtrade-old.csv`])).toBeNull();
  });

  test("a file of many records streams: what is held does not grow with it", async () => {
    const line = "2022,156,842,854231,12.345,0.250\n";
    const folder = await folderOf({ "baci.csv": `t,i,j,k,v,q\n${line.repeat(100_000)}` });
    const before = heldBytes();
    let count = 0;
    let most = 0;
    for await (const record of trade.read([`${folder}/baci.csv`], listening().effects)) {
      if (record.kind === "row" && record.table === "trade") count += 1;
      if (count % 30_000 === 0) most = Math.max(most, heldBytes() - before);
    }
    expect(count).toBe(100_000);
    expect(most).toBeLessThan(10 * 2 ** 20);
  });
});

describe("Comext", () => {
  test("a partner inside the union is not the origin; the United Kingdom was one until 2020", async () => {
    const { of, rejects } = await read(comextFiles, "comext-old.csv");
    expect(rejects).toEqual([]);
    expect(of("trade").map(cells)).toEqual([
      ["DE", "CN", null, "import", "cn8", "81129289", "2022", 1000, "EUR"],
      ["DE", "unspecified-eu", "NL", "import", "cn8", "81129289", "2022", 500, "EUR"],
      ["DE", "unspecified-eu", "GB", "import", "cn8", "81129289", "2019", 40, "EUR"],
      ["DE", "GB", null, "import", "cn8", "81129289", "2022", 30, "EUR"],
      ["GR", "unspecified", "QZ", "export", "cn8", "TOTAL", "2022", 9, "EUR"],
      ["FR", "RS", null, "import", "cn8", "81129295", "2022", 3, "EUR"],
    ]);
  });

  test("the newer layout, with its type of trade and units", async () => {
    const { of, rejects, said } = await read(comextFiles, "comext-new.dat");
    expect(rejects).toEqual([]);
    expect(of("trade").map((row) => [...cells(row), row.weight_kg, row.quantity, row.quantity_unit])).toEqual([
      ["DE", "US", null, "import", "cn8", "85423190", "2024-03", 100.5, "EUR", 2.5, 7, "PST"],
      ["DE", "unspecified-eu", "AT", "export", "cn8", "85423190", "2024-03", 10, "EUR", 1, 2, "PST"],
    ]);
    expect(said).toHaveLength(1);
  });
});

describe("tables by partner", () => {
  test("with a flow", async () => {
    const { of, rejects } = await read(partnerFiles, "with-flow.csv");
    expect(rejects).toEqual([]);
    expect(of("trade").map(cells)).toEqual([
      ["TH", "world", null, "import", "hs4", "8542", "2020", 100, "USD"],
      ["TH", "unspecified-asia", "Other Asia, nes", "import", "hs4", "8542", "2020", 60.5, "USD"],
      ["TH", "TR", null, "import", "hs4", "8542", "2020", 1.5, "USD"],
    ]);
  });

  test("without a flow: imports, and that is said", async () => {
    const { of, said } = await read(partnerFiles, "without-flow.csv");
    expect(of("trade").map(cells)).toEqual([
      ["JP", "CN", null, "import", "hs4", "8541", "2022", 10.5, "USD"],
      ["JP", "US", null, "import", "hs4", "8541", "2022", 3, "USD"],
    ]);
    expect(said).toEqual(["the table names no flow: its rows are taken as imports"]);
  });

  test("another table is unrecognised when named, passed over in a folder", async () => {
    const folder = await folderOf({ ...partnerFiles, "other.csv": "a,b\n1,2\n" });
    expect(await trade.files([folder])).toHaveLength(2);
    await expect(trade.files([`${folder}/other.csv`])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});

const expected = [
  ["supply/barbe-sme-trade", 2660],
  ["supply/eu-comext", 26_538 + 833],
  ["supply/thailand-hs8542", 1178],
] as const;
for (const [name, count] of expected) {
  const real = realData(name);
  describe.skipIf(real.absent)(`real files in ${real.path}`, () => {
    test(`${count} rows and no reject`, async () => {
      const { rows, rejects, of } = await readAll(trade, [real.path]);
      expect(rejects).toEqual([]);
      expect(rows.flatMap(faults)).toEqual([]);
      expect(of("trade")).toHaveLength(count);
    });
  });
}

const thailand = realData("supply/thailand-hs8542");
describe.skipIf(thailand.absent)("Thailand's imports", () => {
  test("the partners of a year sum to the world row", async () => {
    const { of } = await readAll(trade, [thailand.path]);
    const rows = of("trade").filter(({ period }) => period === "2020");
    const world = rows.find(({ partner }) => partner === "world")?.value ?? 0;
    const sum = rows.filter(({ partner }) => partner !== "world").reduce((total, { value }) => total + (value ?? 0), 0);
    expect(sum / world).toBeCloseTo(1, 4);
  });
});
