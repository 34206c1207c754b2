import { describe, expect, test } from "vitest";
import { parseDestinations } from "../../../src/screen/items/destinations.ts";
import { coverage, parseScope } from "../../../src/screen/items/scope.ts";

describe("what a reason applies to", () => {
  test.each([
    ["entire entry", "a.1", "all"],
    ["entire entry", null, "all"],
    ["the entire entry.", "x", "all"],
    ["entire entry except 0A501.y", "y.1", "none"],
    ["entire entry except 0A501.y", "a", "all"],
    ["entire entry except 0A501.y", null, "part"],
    ["entire entry, except 8A620. b and .y", "b", "none"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "a.2", "all"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "a.4", "none"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "a", "part"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "f.3.b.1", "all"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "f.1", "none"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "h", "all"],
    ["3B001.a.1 to a.3, b, e, f.2 to f.4, g to j", "k", "none"],
    ["3B001.c.1.a, 3B001.c.1.c, and 3B001.q", "c.1", "part"],
    ["3B001.c.1.a, 3B001.c.1.c, and 3B001.q", "c.1.b", "none"],
    ["3A001.z.1.b, z.2.b", "z.2.b.1", "all"],
    ["paragraphs .a, .b, and .i of this entry", "i", "all"],
    ["9E003.a.1 through a.8, .h, .i, and .l", "a.10", "none"],
    ["9E003.a.1 through a.8, .h, .i, and .l", "a.8", "all"],
    ["“software” for commodities controlled by 3A090.c", "a", "unclear"],
    ["shotguns with a barrel length less than 18 inches", "a", "unclear"],
  ])("%s, paragraph %s: %s", (printed, paragraph, expected) => {
    const item = /\d[A-E]\d{3}/.exec(printed)?.[0] ?? "3B001";
    expect(coverage(parseScope(printed, item), paragraph)).toBe(expected);
  });

  test("paragraphs of another entry are not reported", () => {
    expect(coverage(parseScope("3A090.a", "3D001"), "a")).toBe("unclear");
    expect(coverage(parseScope("items controlled by 5A002.z.1.a, z.2.a", "5A002"), "z.2.a")).toBe("all");
  });
});

describe("destinations of a reason", () => {
  const read = (printed: string, reason: string | null = "NS") => {
    const { columns, worldwide, except, economies, groups, withoutGroups, elsewhere } = parseDestinations(printed, reason);
    return [
      columns.join(),
      worldwide ? `world but ${except}` : "",
      economies.join(),
      groups.join(),
      withoutGroups.join(),
      elsewhere ? "elsewhere" : "",
    ].join("|");
  };
  test.each([
    ["NS Column 2.", "NS 2|||||"],
    ["Column 1.", "NS 1|||||"],
    ["NP Column 1 AT Column 1", "NP 1,AT 1|||||"],
    ["CB applies to entire entry CB Column 2.", "CB 2|||||"],
    ["RS Column 1, See § 742.6(a)(3) for license requirements.", "RS 1|||||elsewhere"],
    ["Worldwide control. See § 742.4(a)(5) and (b)(10) of the EAR.", "|world but ||||"],
    ["To or within any destination worldwide, see § 742.6(a)(6)(iii)(A) of the EAR.", "|world but ||||"],
    ["A license is required for ALL destinations, except Canada, regardless of end use.", "|world but CA||||"],
    [
      "To or within Macau or a destination specified in Country Group D:5 of supplement no. 1 to part 740 of the EAR. See § 742.4(a)(4) of the EAR.",
      "||MO|D:5||",
    ],
    [
      "To or within the United Arab Emirates or destinations specified in Country Groups D:1, D:4, and D:5 of supplement no. 1 to part 740 of the EAR, excluding any destination also specified in Country Groups A:5 or A:6. See § 742.6(a)(6)(iii)(B).",
      "||AE|D:1,D:4,D:5|A:5,A:6|",
    ],
    ["China, Russia, or Venezuela (see § 742.6(a)(7)).", "||CN,RU,VE|||"],
    [
      "A license is required for items controlled by this entry for export or reexport to Iraq or Pakistan or transfer within Iraq or Pakistan for regional stability reasons.",
      "||IQ,PK|||",
    ],
    [
      "A license is required for items controlled by this entry to North Korea for anti-terrorism reasons. The Commerce Country Chart is not designed to tell.",
      "||KP|||",
    ],
    ["See § 742.6(a)(11) of the EAR.", "|||||elsewhere"],
    ["N/A.", "|||||elsewhere"],
    ["Words that nobody foresaw", "|||||elsewhere"],
  ])("%s", (printed, expected) => expect(read(printed)).toBe(expected));
});
