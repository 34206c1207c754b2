import { describe, expect, test } from "vitest";
import { trade } from "../../../../src/sources/supply/trade/trade.ts";
import { faults, folderOf, listening, readAll } from "../../support.ts";

/** Who reported what of whom in which flow, the lines that were rejected, and what was left out. */
async function read(name: string, header: string, ...lines: readonly string[]) {
  const { effects, said } = listening();
  const { of, rows, rejects } = await readAll(
    trade,
    [`${await folderOf({ [name]: `${[header, ...lines].join("\n")}\n` })}/${name}`],
    effects,
  );
  expect(rows.flatMap(faults)).toEqual([]);
  return {
    rows: of("trade").map(({ reporter, partner, flow, value }) => [reporter, partner, flow, value]),
    rejected: rejects.map(({ line }) => line),
    leftOut: said.filter((message) => message.includes("left out")).length,
  };
}

const older =
  "Period,Trade Flow,Reporter Code,Reporter ISO,Reporter,Partner Code,Partner ISO,Partner,2nd Partner Code,Customs Proc. Code,Mode of Transport Code,Commodity Code,Trade Value (US$)";
const plus =
  "typeCode,period,reporterCode,reporterISO,reporterDesc,flowCode,partnerCode,partnerISO,partnerDesc,partner2Code,customsCode,motCode,cmdCode,primaryValue";

describe("who reports and who is the partner, in UN Comtrade", () => {
  test("until 2022: by code, else by ISO code, else by name; flows in any number and case", async () => {
    const { rows, rejected } = await read(
      "old.csv",
      older,
      "2019,Import,757,,,156,,,,,,848620,1",
      "2019,Imports,,CHE,,,CHN,,,,,848620,2",
      "2019,EXPORTS,,,Switzerland,,,China,,,,848620,3",
      "2019,x,757,,,156,,,,,,848620,4",
      "2019,Import,490,,,757,,,,,,848620,5",
      "2019,Import,999999,XXX,Nowhere,156,,,,,,848620,6",
      "2019,Import,,,,156,,,,,,848620,7",
      "2019,Import,0,WLD,World,156,,,,,,848620,8",
    );
    expect(rows).toEqual([
      ["CH", "CN", "import", 1],
      ["CH", "CN", "import", 2],
      ["CH", "CN", "export", 3],
      ["CH", "CN", "export", 4],
      ["unspecified-asia", "CH", "import", 5],
    ]);
    expect(rejected).toEqual([7, 8, 9]);
  });

  test("Comtrade Plus: by code, else by ISO code, else by name", async () => {
    const { rows, rejected } = await read(
      "plus.csv",
      plus,
      "C,2022,156,,,M,392,,,0,C00,0,848620,1",
      "C,2022,,CHN,,M,,JPN,,0,C00,0,848620,2",
      "C,2022,,,China,X,,,Japan,0,C00,0,848620,3",
      "C,2022,490,,,M,392,,,0,C00,0,848620,4",
      "C,2022,899,_X,,M,392,,,0,C00,0,848620,5",
    );
    expect(rows).toEqual([
      ["CN", "JP", "import", 1],
      ["CN", "JP", "import", 2],
      ["CN", "JP", "export", 3],
      ["unspecified-asia", "JP", "import", 4],
    ]);
    expect(rejected).toEqual([6]);
  });

  test.each([
    ["a second partner", "2019,Import,757,,,156,,,842,,,848620,1"],
    ["a customs procedure", "2019,Import,757,,,156,,,,C01,,848620,1"],
    ["a mode of transport", "2019,Import,757,,,156,,,,,2100,848620,1"],
  ])("a row by %s is part of a total and counted once, until 2022", async (_, line) => {
    expect(await read("old.csv", older, line)).toEqual({ rows: [], rejected: [], leftOut: 1 });
  });

  test.each([
    ["a second partner", "C,2022,156,,,M,392,,,842,C00,0,848620,1"],
    ["a customs procedure", "C,2022,156,,,M,392,,,0,C01,0,848620,1"],
    ["a mode of transport", "C,2022,156,,,M,392,,,0,C00,2100,848620,1"],
    ["services", "S,2022,156,,,M,392,,,0,C00,0,8486,1"],
    ["another flow", "C,2022,156,,,RX,392,,,0,C00,0,848620,1"],
  ])("a row by or of %s is left out of Comtrade Plus", async (_, line) => {
    expect(await read("plus.csv", plus, line)).toEqual({ rows: [], rejected: [], leftOut: 1 });
  });
});

describe("who reports and who is the partner, in BACI", () => {
  test("the exporter is the partner of the importer, who reports; no total and no rest but the one of Asia does", async () => {
    const { rows, rejected } = await read(
      "baci.csv",
      "t,i,j,k,v,q",
      "2022,842,156,854231,1,NA",
      "2022,156,490,854231,2,NA",
      "2022,842,899,854231,3,NA",
      "2022,842,156,8542,4,NA",
      "2022,842,156,85423190,5,NA",
    );
    expect(rows).toEqual([
      ["CN", "US", "import", 1000],
      ["unspecified-asia", "CN", "import", 2000],
    ]);
    expect(rejected).toEqual([4, 5, 6]);
  });
});

describe("who reports and who is the partner, in Comext", () => {
  test("the type of trade tells what is inside the union; without it membership in the year does, on both sides", async () => {
    const { rows } = await read(
      "comext.dat",
      "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,PERIOD,VALUE_EUR",
      "DE,NL,I,81129289,1,2022,1",
      "DE,NL,E,81129289,1,2022,2",
      "DE,NL,,81129289,1,2022,3",
      "DE,GB,,81129289,1,2019,4",
      "DE,GB,,81129289,1,2021,5",
      "GB,DE,,81129289,1,2021,6",
      "GB,DE,I,81129289,1,2021,7",
      "HR,DE,,81129289,2,2012,8",
      "HR,DE,,81129289,2,2014,9",
    );
    expect(rows).toEqual([
      ["DE", "unspecified-eu", "import", 1],
      ["DE", "NL", "import", 2],
      ["DE", "unspecified-eu", "import", 3],
      ["DE", "unspecified-eu", "import", 4],
      ["DE", "GB", "import", 5],
      ["GB", "DE", "import", 6],
      ["GB", "DE", "import", 7],
      ["HR", "DE", "export", 8],
      ["HR", "unspecified-eu", "export", 9],
    ]);
  });
});
