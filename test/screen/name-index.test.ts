import { describe, expect, test } from "vitest";
import { groupBy } from "../../src/base/collections.ts";
import { unseenRarity } from "../../src/screen/names/name-word.ts";
import { bestComparison } from "../../src/screen/names/score.ts";
import { screenedName } from "../../src/screen/names/screened-name.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { createNameIndex, type ListedName } from "../../src/screen/search/name-index.ts";
import { isLong } from "../tiers.ts";
import { hasScreeningList, miswritten, numbers, screeningIndex, screeningList } from "./listed.ts";

if (!hasScreeningList) console.warn("The Consolidated Screening List is not searched: controls/csl is not here; set LEVERMAP_TEST_DATA.");

const names: readonly ListedName[] = [
  { party: "1", name: "Zorbtek Quillon Co., Ltd.", kind: "organisation" },
  { party: "1", name: "佐博集成电路制造有限公司", kind: "organisation" },
  { party: "2", name: "Hua Zorb Technology Company", kind: "organisation" },
  { party: "3", name: "Zorba Ivanovich KVILLON", kind: "person" },
  { party: "4", name: "Quillan", kind: "vessel" },
  { party: "5", name: "Yarrow Memory Technologies Company", kind: "organisation" },
  { party: "6", name: "Zorbtek Fund IV L.P.", kind: "organisation" },
  { party: "7", name: "General Trading Company", kind: "organisation" },
  { party: "8", name: "12th Institute", kind: "organisation" },
  { party: "9", name: "JSC Industry", kind: "organisation" },
  ...Array.from({ length: 90 }, (_, at): ListedName => ({ party: `ship ${at}`, name: `Zu Qian Bo ${7800 + at}`, kind: "vessel" })),
];
const index = createNameIndex(names);
const found = (name: string): readonly string[] => index.find(name).map(({ party }) => party);

describe("an index of names", () => {
  test.each([
    ["the name", "ZORBTEK QUILLON CO LTD", "1"],
    ["a misspelt name", "Zorbtek Quilon", "1"],
    ["another name in traditional characters", "佐博集成電路製造", "1"],
    ["a romanisation", "Zuobo Integrated Circuit Manufacturing", "1"],
    ["words together", "Huazorb Tech", "2"],
    ["another alphabet", "Зорба Квиллон", "3"],
    ["an abbreviation", "Yarrow Memory Tech Co.", "5"],
    ["a common name in full", "General Trading Co.", "7"],
    ["a common word and a number", "12th Institute", "8"],
    ["a common word with its legal form", "JSC Industry", "9"],
    ["one number of many", "ZU QIAN BO 7888", "ship 88"],
  ])("finds %s: %s", (_, name, party) => expect(found(name)[0]).toBe(party));

  test.each([
    ["Zorbtek Fund IV", "Zorbtek Fund V L.P.", "6"],
    ["Zorbtek Quillon", "Quillon Zebra Works", "1"],
    ["Yarrow Memory", "Memory", "5"],
  ])("finds %s, but not by %s", (name, other, party) => {
    expect(found(name)).toContain(party);
    expect(found(other)).not.toContain(party);
  });
  test.each([
    "CORP",
    "TECH",
    "Technology",
    "Tech Corp",
    "Ltd.",
    "Co., Ltd.",
    "Company",
    "Technology Group",
    "Group Co., Ltd.",
    "有限公司",
    "株式会社",
    "!!!",
    "",
  ])("nothing is like %j", (name) => expect(found(name)).toEqual([]));

  test.each([
    ["a short sound", "ソニー", "SINIE", "organisation"],
    ["a sound and a word that is not heard", "삼성전자", "Samson Lee", "organisation"],
    ["a ship", "株式会社マサル", "MASAL", "vessel"],
    ["three initials", "ＡＧＣ株式会社", "Anthony George Cenci", "organisation"],
  ] as const)("%s is like too many listed names: %s, %s", (_, name, listed, kind) => {
    expect(createNameIndex([{ party: "1", name: listed, kind }]).find(name)).toEqual([]);
  });
  test.each([
    ["a long sound", "株式会社ゾルブテクノス", "Zorbtekunos", "organisation"],
    ["characters in their one spelling", "佐博盛有限公司", "Zuobosheng", "organisation"],
    ["four initials", "ＺＱＫＷ株式会社", "Zorb Quillon Kappa Works", "organisation"],
    ["a ship with a long sound", "ゾルブテクノスタ", "Zorubutekunosuta", "vessel"],
  ] as const)("%s is enough: %s, %s", (_, name, listed, kind) => {
    expect(
      createNameIndex([{ party: "1", name: listed, kind }])
        .find(name)
        .map(({ party }) => party),
    ).toEqual(["1"]);
  });

  test("a misspelt ship is another ship", () => {
    expect(found("Quillan")).toContain("4");
    expect(found("Quillon")).not.toContain("4");
  });

  test("a party is found once, by its best name, with what matched", () => {
    const [hit, ...others] = index.find("佐博集成电路制造有限公司");
    expect(hit).toMatchObject({ party: "1", name: "佐博集成电路制造有限公司", kind: "organisation" });
    expect(hit?.score).toBeGreaterThanOrEqual(fittedWeights().organisation.threshold);
    expect(hit?.matched.map(({ rule }) => rule)).toEqual(["equal", "equal", "equal"]);
    expect(others.map(({ party }) => party)).not.toContain("1");
  });

  test("a lower score shows what is no match", () => {
    const hits = index.find("Zorbtek Fund V L.P.", { least: 0.01 });
    const hit = hits.find(({ party }) => party === "6");
    expect(hit?.numeralsDiffer).toBe(true);
    expect(hit?.score).toBeLessThan(fittedWeights().organisation.threshold);
  });

  test("a name of 1,000 characters is searched, a longer one refused", () => {
    expect(found("𠮷".repeat(1000))).toEqual([]);
    expect(() => index.find("𠮷".repeat(1001))).toThrow(expect.objectContaining({ code: "LM_NAME_TOO_LONG" }));
  });

  test("an empty list has nothing", () => expect(createNameIndex([]).find("Zorbtek Quillon")).toEqual([]));
});

describe.skipIf(!hasScreeningList)("the Consolidated Screening List", () => {
  const parties = hasScreeningList ? screeningList() : [];
  const listed = parties.flatMap((party) => party.names);
  const sources = (name: string): readonly string[] =>
    screeningIndex()
      .find(name, { most: 20 })
      .map(({ party }) => parties[Number(party)]?.source ?? "");

  test.each([
    "Huawei",
    "Hauwei Technologies",
    "华为技术有限公司",
    "Semiconductor Manufacturing International Corporation",
    "SMIC",
    "Semiconductor Manufacturing Intl Corp",
    "Yangtze Memory Technologies",
    "Yangtse Memory Technologies Co Ltd",
    "YMTC",
    "Shanghai Micro Electronics Equipment",
    "SMEE",
    "上海微电子装备(集团)股份有限公司",
    "Naura Technology Group",
    "Beijing Naura",
    "Biren Technology",
    "壁仞科技",
  ])("%s is found on the Entity List", (name) => expect(sources(name).join()).toContain("Entity List"));

  test.each([
    "Samsung Electronics Co., Ltd.",
    "Samsung",
    "三星電子",
    "SK hynix Inc.",
    "에스케이하이닉스",
    "Tokyo Electron Limited",
    "東京エレクトロン株式会社",
    "AMEC",
    "Advanced Micro-Fabrication Equipment Inc. China",
    "ChangXin Memory Technologies",
    "CXMT",
    "CORP",
    "TECH",
    "Co., Ltd.",
    "Technology Group",
    "Group Co., Ltd.",
    "株式会社",
    "有限公司",
  ])("%s is clean", (name) => expect(sources(name)).toEqual([]));

  test.runIf(isLong)("a listed name in each eleven finds an entry of that name, but for a bare legal form or one common word", () => {
    const sample = listed.filter((_, at) => at % 11 === 0);
    const bearers = groupBy(listed, ({ name }) => name);
    const lost = sample.filter(({ name }) => {
      const own = new Set(bearers.get(name)?.map(({ party }) => party));
      return !screeningIndex()
        .find(name, { most: 120 })
        .some(({ party }) => own.has(party));
    });
    console.log(`${sample.length} of ${listed.length} listed names asked for; not found: ${lost.map(({ name }) => name).join(", ")}`);
    expect(sample.length).toBeGreaterThan(5000);
    expect(lost.map(({ name }) => name).filter((name) => !["FGUP", "SE", "STAR", "VENTURE"].includes(name))).toEqual([]);
  });

  test("finds what a scan of all names finds", () => {
    const asked = isLong ? 20 : 6;
    const some = listed.filter((_, at) => at % 6 === 0);
    const index = createNameIndex(some);
    const random = numbers(20_261_125);
    const readings = some.map(({ name, kind }) => screenedName(name, kind, unseenRarity));
    const step = Math.floor(some.length / asked);
    let [matches, missed] = [0, 0];
    for (let turn = 0; turn < asked; turn++) {
      const { name, kind } = some[turn * step] as ListedName;
      if (kind === "vessel") continue;
      const wrong = miswritten(name, turn, random);
      const wanted = screenedName(wrong, kind, unseenRarity);
      const threshold = fittedWeights()[kind].threshold + 0.1;
      const best = new Map<string, number>();
      readings.forEach((reading, at) => {
        if (reading.kind !== kind) return;
        const { score } = bestComparison(wanted, reading, fittedWeights()[kind], unseenRarity);
        const { party } = some[at] as ListedName;
        if (score >= threshold) best.set(party, Math.max(score, best.get(party) ?? 0));
      });
      const likeliest = [...best].sort((a, b) => b[1] - a[1]).slice(0, 3);
      const hits = new Set(index.find(wrong, { kind, most: 1000 }).map(({ party }) => party));
      matches += likeliest.length;
      missed += likeliest.filter(([party]) => !hits.has(party)).length;
    }
    console.log(`of ${matches} matches of a full scan the index misses ${missed}`);
    expect(matches).toBeGreaterThan(isLong ? 10 : 3);
    expect(missed / matches).toBeLessThan(0.15);
  });
});
