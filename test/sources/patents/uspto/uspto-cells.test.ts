import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  citedKey,
  dayOf,
  daysOf,
  earliest,
  economyOf,
  kindOf,
  officeOf,
  personOf,
  typeOfGrant,
  withEra,
} from "../../../../src/sources/patents/uspto/uspto-cells.ts";
import { ipcSymbol, locarnoSymbol, partsSymbol, uspcOfParts, uspcSymbol } from "../../../../src/sources/patents/uspto/uspto-symbols.ts";
import "../../../seed.ts";

describe("cells", () => {
  test("days, months and years; nothing that the calendar does not have", () => {
    expect(["20050222", "19990100", "19510000", "20240229"].map(dayOf)).toEqual(["2005-02-22", "1999-01", "1951", "2024-02-29"]);
    expect(["20230229", "20051301", "2005-02-22", "", "0", "30000101", null].map(dayOf)).toEqual(Array(7).fill(null));
  });

  test("days of the calendar are read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1790, 0, 1) / 864e5, max: Date.UTC(2099, 11, 31) / 864e5 }), (day) => {
        const iso = new Date(day * 864e5).toISOString().slice(0, 10);
        expect(dayOf(iso.replaceAll("-", ""))).toBe(iso);
      }),
    );
  });

  test("countries, also as they were coded before 1978; what is not a known economy of today is unknown", () => {
    expect(["JPX", "JA", "UK", "us", "EPX", "omitted", null].map(officeOf)).toEqual(["JP", "JP", "GB", "US", "EP", null, null]);
    expect(["JPX", "DT", "SU", "unknown", "EP", null].map(economyOf)).toEqual(["JP", "DE", null, null, null, null]);
  });

  test("kinds, days of a term, names, earliest date", () => {
    expect(["B2", "A", "00", "B22", null].map(kindOf)).toEqual(["B2", "A", null, null, null]);
    expect(["802", "0", "-1", "many", null].map(daysOf)).toEqual([802, 0, null, null, null]);
    expect(personOf("Jane", null, "Sample")).toBe("Jane Sample");
    expect(personOf(null, null)).toBeNull();
    expect(earliest([null, "1999-01", "1999-01-05", null])).toBe("1999-01");
    expect(earliest([null])).toBeNull();
  });
});

describe("symbols", () => {
  test("IPC as printed in columns, with a stroke and padded", () => {
    expect(["G06F 1516", "B60R  900", "A61K 31505", "A61K03100", "G06F017/60", "H01L 21/762", "B60R 900"].map(ipcSymbol)).toEqual([
      "G06F15/16",
      "B60R9/00",
      "A61K31/505",
      "A61K31/00",
      "G06F17/60",
      "H01L21/762",
      "B60R9/00",
    ]);
    expect(["", "H01L", "1402", "Z99Z 1/00"].map(ipcSymbol)).toEqual([null, null, null, null]);
  });

  test("CPC and IPC from parts", () => {
    expect(partsSymbol("H", "10", "D", "030", "00")).toBe("H10D30/00");
    expect(partsSymbol("B", "33", "Y", "2000", "00")).toBe("B33Y2000/00");
    expect(partsSymbol("H", "01", "L", null, null)).toBe("H01L");
    expect(partsSymbol("H", "1", "L", "21", "00")).toBeNull();
  });

  test("US classes in columns and in parts", () => {
    expect(
      ["224 4207", "179 90K", "214450", "340172.5", "  4675", "4675", "D14480", "D 2703", "290 40 C", "600300000", "PLT156"].map(
        uspcSymbol,
      ),
    ).toEqual(["224/42.07", "179/90K", "214/450", "340/172.5", "4/675", "4/675", "D14/480", "D2/703", "290/40C", "600/300", "PLT/156"]);
    expect(["", "705", "<b>"].map(uspcSymbol)).toEqual([null, null, null]);
    expect(uspcOfParts("705", "026000")).toBe("705/26");
    expect(uspcOfParts("455", "067110")).toBe("455/67.11");
    expect(uspcOfParts("705", null)).toBeNull();
  });

  test("Locarno", () => {
    expect(["0201", "14-02", "D0601", "2"].map(locarnoSymbol)).toEqual(["02-01", "14-02", "06-01", null]);
  });
});

describe("numbers", () => {
  test("cited documents, US where no country stands", () => {
    expect(citedKey("", "D. 271298", null)).toBe("USD271298");
    expect(citedKey("US", "Re. 34,269", null)).toBe("USRE34269");
    expect(citedKey("US", "2007/0080662", "20070400")).toBe("US2007080662");
    expect(citedKey("US", "12/345,678", null)).toBeNull();
    expect(citedKey("WO", "WO2009/157308", "20091200")).toBe("WO2009157308");
    expect(citedKey("EP", "0663640", null)).toBe("EP0663640");
  });

  test("Japanese years by the date of the document, never by guess", () => {
    expect(withEra("62-123456", "19870600")).toBe("S62-123456");
    expect(withEra("4-123456", "19920400")).toBe("H4-123456");
    expect(withEra("361123456", "19860000")).toBe("S61-123456");
    expect(withEra("6264479", "19940900")).toBe("H6-264479");
    expect(withEra("62-123456", "19920400")).toBe("62-123456");
    expect(withEra("62-123456", null)).toBe("62-123456");
    expect(citedKey("JP", "2007-186048", "20070700")).toBe("JP2007186048");
  });

  test("types of grants by their letters", () => {
    expect(["US6103599", "USD435854", "USRE12345", "USPP12345", "USH1234", "UST101234"].map(typeOfGrant)).toEqual([
      "utility",
      "design",
      "reissue",
      "plant",
      "statutory",
      "statutory",
    ]);
  });
});
