import { describe, expect, test } from "vitest";
import { unseenRarity } from "../../src/screen/names/name-word.ts";
import { bestComparison } from "../../src/screen/names/score.ts";
import { screenedName } from "../../src/screen/names/screened-name.ts";
import { fittedWeights } from "../../src/screen/names/weigh.ts";
import { createNameIndex } from "../../src/screen/search/name-index.ts";
import { inventedList } from "./invented-list.ts";
import { miswritten, numbers } from "./listed.ts";

const listed = inventedList();
const index = createNameIndex(listed);

describe("an invented screening list", () => {
  test("every listed name finds its party", () => {
    const lost = listed.filter(({ name, party }) => !index.find(name, { most: 100 }).some((hit) => hit.party === party));
    expect(lost).toEqual([]);
  });

  test("a firm is found with a letter lost, two exchanged, or its words turned", () => {
    const random = numbers(7);
    const firms = listed.filter(({ kind, name }) => kind === "organisation" && /^[A-Z]/.test(name)).slice(0, 160);
    const missed = firms.filter(
      ({ name, party }, turn) => !index.find(miswritten(name, turn % 3, random), { most: 100 }).some((hit) => hit.party === party),
    );
    expect(missed.length / firms.length).toBeLessThan(0.05);
  });

  test("the index finds what a scan of all names finds", () => {
    const random = numbers(20_261_125);
    const readings = listed.map(({ name, kind }) => screenedName(name, kind, unseenRarity));
    let [matches, missed] = [0, 0];
    for (let turn = 0; turn < 40; turn++) {
      const { name, kind } = listed[turn * 17]!;
      if (kind === "vessel") continue;
      const wrong = miswritten(name, turn, random);
      const wanted = screenedName(wrong, kind, unseenRarity);
      const threshold = fittedWeights()[kind].threshold + 0.1;
      const hits = new Set(index.find(wrong, { kind, most: 1000 }).map(({ party }) => party));
      readings.forEach((reading, at) => {
        if (reading.kind !== kind || bestComparison(wanted, reading, fittedWeights()[kind], unseenRarity).score < threshold) return;
        matches += 1;
        missed += Number(!hits.has(listed[at]!.party));
      });
    }
    expect(matches).toBeGreaterThan(25);
    expect(missed / matches).toBeLessThan(0.1);
  });

  test.each([
    "Ardent Wholesome Bakery",
    "Trading Co., Ltd.",
    "Semiconductor Institute",
    "青山書店株式会社",
    "Объединённая пекарня",
    "Electronics Corporation",
  ])("%s is clean", (name) => expect(index.find(name)).toEqual([]));
});
