import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applicationKey, docdbApplicationKey } from "../../../src/link/numbers/application-number.ts";

describe("application numbers", () => {
  it.each([
    ["US", "14/643719", "US14643719"],
    ["US", "08/921,321", "US08921321"],
    ["US", "62/359,703", "US62359703"],
    ["US", "9/83597", "US09083597"],
    ["US", "13897484", "US13897484"],
    ["CN", "202111286633.X", "CN202111286633"],
    ["CN", "201410408762.5", "CN201410408762"],
    ["CN", "2014104087625", "CN201410408762"],
    ["CN", "98123456.7", "CN98123456"],
    ["CN", "ZL200710123456.X", "CN200710123456"],
    ["CN", "CN201410408762.5", "CN201410408762"],
    ["EP", "99203729.5", "EP99203729"],
    ["DE", "10 2004 012 345.6", "DE102004012345"],
    ["DE", "B0077613", "DEB0077613"],
    ["KR", "10-2022-7033671", "KR20227033671"],
    ["KR", "1020227033671", "KR20227033671"],
    ["KR", "20227033671", "KR20227033671"],
    ["JP", "特願2006-147056", "JP2006147056"],
    ["JP", "２００６－１４７０５６", "JP2006147056"],
    ["JP", "2006147056", "JP2006147056"],
    ["JP", "特願平7-172866", "JP17286695"],
    ["JP", "H12-012345", "JP2000012345"],
    ["JP", "昭58-1234", "JP123483"],
    ["WO", "PCT/US98/16128", "WO1998US16128"],
    ["KR", "PCT/KR2014/002669", "WO2014KR02669"],
    ["WO", "IL2022/050854", "WO2022IL50854"],
    ["US", "PCT/US2008/086599", "WO2008US86599"],
    ["WO", "WO2020US123456", "WO2020US123456"],
    ["NL", "1010536", "NL1010536"],
    ["AP", "AP/P/2000/001988", "APP2000001988"],
  ])("reads %s %s", (office, printed, key) => {
    expect(applicationKey(office, printed)).toBe(key);
  });

  it.each([
    ["US", "202163230089", "P", "US63230089"],
    ["US", "8359798", "A", "US09083597"],
    ["US", "92132197", "A", "US08921321"],
    ["US", "1234597", "A", "US09012345"],
    ["US", "1234500", "P", "US60012345"],
    ["US", "96495207", "A", "US11964952"],
    ["US", "76086701", "A", "US09760867"],
    ["US", "123407", "A", "US12001234"],
    ["US", "1234565", "A", "US1234565"],
    ["US", "9816128", "W", "WO1998US16128"],
    ["IL", "2022050854", "W", "WO2022IL50854"],
    ["EP", "99203729", "A", "EP99203729"],
    ["KR", "20130033547", "A", "KR20130033547"],
  ])("reads %s %s %s of DOCDB", (country, number, kind, key) => {
    expect(docdbApplicationKey(country, number, kind)).toBe(key);
  });

  it("knows no number where there is none", () => {
    for (const text of ["", "ABC", "PCT/US", "unknown", "1".repeat(30)]) expect(applicationKey("US", text)).toBeNull();
    expect(applicationKey("", "123456")).toBeNull();
    expect(docdbApplicationKey("XX", "", "W")).toBeNull();
  });

  it("gives the same key to a key read again", () => {
    const office = fc.constantFrom("US", "EP", "KR", "JP", "CN", "DE", "NL");
    fc.assert(
      fc.property(office, fc.integer({ min: 1970, max: 2030 }), fc.integer({ min: 1, max: 999_999 }), (code, year, serial) => {
        const key = applicationKey(code, `${year}-${String(serial).padStart(6, "0")}`);
        expect(key).not.toBeNull();
        expect(applicationKey(code, (key ?? "").slice(2))).toBe(key);
      }),
    );
  });
});
