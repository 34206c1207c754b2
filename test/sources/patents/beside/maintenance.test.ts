import { describe, expect, test } from "vitest";
import { maintenance } from "../../../../src/sources/patents/beside/maintenance.ts";
import { faults, folderOf, readAll } from "../../support.ts";
import { zipOf } from "../../zip.ts";

/** Invented events in the published layout, old and widened. */
const lines = [
  "6103599 08897235 N 19970708 20000815 20031215 M1551",
  "0000006103599 08897235 N 19970708 20000815 20120319 EXP. ",
  "6103599 08897235   19970708 20000815 20120320 EXPX ",
  "",
  "RE34567 07654321 Y 19920101 19940315 19970918 M283 ",
  "0000007000001 10123456 M 20030101 20060214 20090811 ASPN",
  "7000001 10123456 M 20030101 20060214 20090231 M3551",
  "7000001 10123456 M 20030101 2006021 20090811 M3551",
];
const expected = [
  [1, "US6103599", "fee-paid", "M1551", "2003-12-15"],
  [2, "US6103599", "lapsed", "EXP.", "2012-03-19"],
  [3, "US6103599", "reinstated", "EXPX", "2012-03-20"],
  [5, "USRE34567", "fee-paid", "M283", "1997-09-18"],
  [6, "US7000001", "other", "ASPN", "2009-08-11"],
];

describe("maintenance fee events", () => {
  test.each([
    ["text", "MaintFeeEvents_20260105.txt", lines.join("\n")],
    ["text with CRLF", "events.txt", `${lines.join("\r\n")}\r\n`],
    ["zip", "MaintFeeEvents.zip", zipOf({ "MaintFeeEvents_20260105.txt": `${lines.join("\n")}\n` })],
  ])("are read from %s", async (_, name, content) => {
    const folder = await folderOf({ [name]: content, "other.txt": "no events\n" });
    const { rows, rejects } = await readAll(maintenance, [folder]);
    expect(rows.flatMap(faults)).toEqual([]);
    const found = rows.map(
      (each) => each.table === "patent_event" && [each.line, each.row.document, each.row.kind, each.row.code, each.row.date],
    );
    expect(found).toEqual(expected);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [7, "day is not a date"],
      [8, "the line is not in the published layout"],
    ]);
  });

  test("are not taken from a file that has none", async () => {
    const folder = await folderOf({ "other.txt": "6103599 is a number\n" });
    await expect(maintenance.files([`${folder}/other.txt`])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
    await expect(maintenance.files([folder])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
  });
});
