import { describe, expect, test } from "vitest";
import { familyReadings } from "../../../src/screen/names/asian-readings.ts";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";

const isOne = (a: string, b: string, kind: "person" | "organisation"): boolean =>
  scoreNames(a, b, kind).score >= fittedWeights()[kind].threshold;

describe("names by sound", () => {
  test.each([
    ["이", "li"],
    ["노", "ro"],
    ["임", "rim"],
    ["리", "i"],
  ])("the family name %s is also read %s", (syllable, reading) => expect(familyReadings(syllable)).toContain(reading));

  test.each([
    ["이재승", "Lee Jae-seung"],
    ["노영만", "Roh Young-man"],
    ["حسن الزوربي", "Hassan al-Zurbi"],
    ["Aleksandr Zorbin", "Alexander Zorbin"],
  ])("%s is %s", (native, latin) => expect(isOne(native, latin, "person")).toBe(true));

  test.each([
    ["이재승", "Park Jae-seung"],
    ["حسين الزوربي", "Mahmud al-Zurbi"],
    ["John B. Zorbin", "John C. Zorbin"],
  ])("%s is not %s", (native, latin) => expect(isOne(native, latin, "person")).toBe(false));

  test("few consonants without vowels do not make one firm of two", () =>
    expect(isOne("مجموعة زر", "Zahra Maritime Group", "organisation")).toBe(false));
});
