import { describe, expect, test } from "vitest";
import { readLinkTable } from "../../src/link/link-table.ts";
import { atlasNameRows, knownParties, knownPartyOf } from "../../src/link/organisations.ts";
import { scoreNames } from "../../src/screen/names/score.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";

describe("names that documents state", () => {
  test("each has a source with publisher and address, and a party stands once, with its economy", () => {
    const addresses = new Map(readLinkTable("name-sources").map(({ id, publisher = "", url = "" }) => [id, publisher === "" ? "" : url]));
    const parties = new Set<string>();
    for (const { party = "", economy = "", name = "", source = "" } of readLinkTable("known-names")) {
      expect([name, addresses.get(source)]).toEqual([name, expect.stringMatching(/^https?:\/\/\S+$/)]);
      if (party === "") continue;
      expect([party, parties.has(party), economy.length]).toEqual([party, false, 2]);
      parties.add(party);
    }
    expect(parties.size).toBeGreaterThan(200);
  });

  test("three hundred listed parties and chip firms and more are known by a name in letters of their own country", () => {
    const other = /[^\p{Script=Latin}\p{Script=Common}]/u;
    const named = (names: readonly { readonly organisation: string; readonly name: string }[]): number =>
      new Set(names.flatMap(({ organisation, name }) => (other.test(name) ? [organisation] : []))).size;
    expect(named([...knownParties().names, ...atlasNameRows()])).toBeGreaterThan(550);
    expect(named(knownParties().names)).toBeGreaterThanOrEqual(300);
  });

  test("each name leads to its own party, or to none where firms share it", () => {
    for (const { organisation, name } of knownParties().names)
      expect([name, [organisation, null]]).toEqual([name, expect.arrayContaining([knownPartyOf(name)])]);
  });

  test("short names in Chinese that documents print are those of the listed firms, an initialism also with its city", () => {
    const { threshold } = fittedWeights().organisation;
    for (const [asked, listed] of [
      ["国防科技大学", "National University of Defense Technology (NUDT)"],
      ["景嘉微", "Changsha Jingjia Microelectronics Co., Ltd"],
      ["亿纬锂能", "EVE Energy Co., Ltd."],
      ["北斗星通", "Beijing BDStar Navigation Co., Ltd."],
      ["壁仞科技", "Shanghai Biren Intelligent Technology Co., Ltd."],
      ["新凯来", "Shenzhen SiCarrier Technologies Co., Ltd."],
      ["升维旭", "SwaySure Technology Co., Ltd."],
      ["天津飞腾", "Tianjin Phytium Information Technology"],
      ["盛美半导体设备(上海)股份有限公司", "ACM Research (Shanghai)"],
      ["北方华创", "Naura Technology Group Co., Ltd."],
      ["智谱华章", "Zhipu AI"],
      ["哈工大", "Harbin Institute of Technology"],
      ["西工大", "Northwestern Polytechnical University"],
      ["中电科", "CETC"],
      ["화웨이", "Huawei Technologies Co., Ltd."],
      ["하이크비전", "Hikvision"],
      ["UESTC", "University of Electronic Science and Technology of China"],
      ["UESTC Chengdu", "University of Electronic Science and Technology of China"],
    ] as const)
      expect([asked, scoreNames(asked, listed, "organisation").score >= threshold]).toEqual([asked, true]);
  });

  test("two names of one party are one, whatever they sound like; names of two parties are two", () => {
    const { threshold } = fittedWeights().organisation;
    const same = scoreNames("海思", "HiSilicon", "organisation");
    expect(same.score).toBeGreaterThanOrEqual(threshold);
    expect(same.matched.map(({ rule }) => rule)).toEqual(["alias"]);
    expect(scoreNames("삼성전자", "Samsung Electro-Mechanics Co., Ltd.", "organisation").score).toBeLessThan(threshold);
  });
});
