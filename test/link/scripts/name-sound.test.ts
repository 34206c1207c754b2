import { describe, expect, test } from "vitest";
import { createHarmoniser } from "../../../src/link/harmonise.ts";
import { parseName } from "../../../src/link/name-parse.ts";
import { atlasNameRows, atlasOrganisationRows } from "../../../src/link/organisations.ts";
import { ownerHarmoniser, withOwners } from "../../../src/link/owner-names.ts";
import { soundOf } from "../../../src/link/scripts/name-sound.ts";
import { leadingLetters, spokenLetters } from "../../../src/link/scripts/name-translated.ts";
import { realData } from "../../sources/support.ts";
import { edinet, edinetFile } from "../edinet.ts";
import { records } from "../pair-score.ts";

const matches = (name: string, latin: string): boolean | undefined => soundOf(parseName(name).core)?.pattern.test(latin);

test.each([
  ["ノベラス・システムズ・インコーポレーテッド", "novellussystems"],
  ["노벨러스 시스템즈, 인코포레이티드", "novellussystems"],
  ["インフィニオン・テクノロジーズ・アクチエンゲゼルシャフト", "infineontechnologies"],
  ["앰코 테크놀로지 인코포레이티드", "amkortechnology"],
  ["텍사스 인스트루먼츠 인코포레이티드", "texasinstruments"],
])("%s is the sound of %s", (name, latin) => {
  expect(matches(name, latin)).toBe(true);
});

test.each([
  ["ユニプレス", "enplas"],
  ["ノベラスシステムズ", "novelsystems"],
  ["マイクロンテクノロジー", "microchiptechnology"],
  ["인피니언", "infinera"],
])("%s is not the sound of %s", (name, latin) => {
  expect(matches(name, latin)).toBe(false);
});

test("names of letters are letters; names in other scripts have no sound here", () => {
  expect(leadingLetters("エルジーデイスプレイ")).toEqual([{ letters: "lg", rest: "デイスプレイ" }]);
  expect(["ケーエルエー", "케이엘에이", "テイーデイーケイ", "エスケーハイニツクス"].map(spokenLetters)).toEqual([
    "kla",
    "kla",
    "tdk",
    null,
  ]);
  expect(["novellus", "華邦電子", "ソニー"].map((core) => soundOf(core))).toEqual([null, null, null]);
});

const kipris = realData("patents/kipo-semiconductor/kipris_biblio.csv");

describe("with the kana and Hangul names of all tables taken away", () => {
  const { organisations, names } = withOwners(atlasOrganisationRows(), atlasNameRows());
  const asian = /[\p{Script=Katakana}\p{Script=Hangul}]/u;
  const { find } = createHarmoniser(
    organisations,
    names.filter(({ name }) => !asian.test(name)),
  );
  const heard = (name: string): string | null => {
    const found = find(parseName(name));
    return found?.rule === "sound" ? found.organisation : null;
  };

  test("names that the tables have are found by their sound, none for another owner", () => {
    const found = names.flatMap(({ name, organisation }) => {
      const other = asian.test(name) ? heard(name) : null;
      return other === null ? [] : [{ name, organisation, other }];
    });
    expect(found.filter(({ organisation, other }) => organisation !== other)).toEqual([]);
    expect(found.length).toBeGreaterThan(60);
  });

  test.skipIf(kipris.absent || edinetFile.absent)(`names of registers that print both (${kipris.path})`, () => {
    const { harmonise } = ownerHarmoniser();
    const pairs = new Map(edinet().map(({ written, english }) => [written, english]));
    for (const { applicant_ko = "", applicant_en = "" } of records(kipris.path)) {
      const english = applicant_en.split("|");
      for (const [i, korean] of applicant_ko.split("|").entries()) pairs.set(korean, english[i] ?? "");
    }
    const found = [...pairs].flatMap(([name, english]) => {
      const organisation = heard(name);
      return organisation === null ? [] : [{ name, english, organisation }];
    });
    const isRight = ({ name, english, organisation }: (typeof found)[number]) =>
      [harmonise(name).holder, harmonise(english).holder].includes(organisation) &&
      (english === "" || harmonise(english).holder === organisation);
    console.info(
      `${pairs.size} names, ${found.length} found by sound: ${found.map(({ name, organisation }) => `${name} ${organisation}`).join("; ")}`,
    );
    expect(found.filter((each) => !isRight(each))).toEqual([]);
    expect(found.length).toBeGreaterThan(60);
  });
});
