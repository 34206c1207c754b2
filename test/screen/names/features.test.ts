import { describe, expect, test } from "vitest";
import type { FormKind } from "../../../src/link/legal-forms.ts";
import { formContrast } from "../../../src/screen/names/features.ts";
import { scoreNames } from "../../../src/screen/names/score.ts";
import { fittedWeights } from "../../../src/screen/names/weigh.ts";

const formed = (kinds: readonly FormKind[], economies: readonly string[] | null = null) => ({ formKinds: kinds, economies });
const scoreOf = (a: string, b: string): number => scoreNames(a, b, "organisation").score;
const { threshold } = fittedWeights().organisation;

describe("how far two legal forms contradict one another", () => {
  test.each([
    ["the same form", ["limited"], ["limited"], 0],
    ["one of several the same", ["limited", "stock"], ["stock"], 0],
    ["another form of firm", ["limited"], ["stock"], 0.5],
    ["a partnership and a firm", ["partnership"], ["limited"], 0.5],
    ["a firm and an association", ["limited"], ["nonprofit"], 1],
    ["a firm and an agency", ["stock"], ["state"], 1],
    ["an association and an agency", ["nonprofit"], ["state"], 1],
    ["a form that says nothing", ["any"], ["nonprofit"], 0],
    ["a form that says nothing beside another", ["any", "limited"], ["any", "nonprofit"], 1],
    ["no form", [], ["state"], 0],
  ] as const)("%s: %j and %j: %d", (_, a, b, contrast) => {
    expect(formContrast(formed(a), formed(b))).toBe(contrast);
    expect(formContrast(formed(b), formed(a))).toBe(contrast);
  });

  test("forms of different economies are a half further apart; of one in common, or of anywhere, they are not", () => {
    expect(formContrast(formed(["limited"], ["DE"]), formed(["limited"], ["JP"]))).toBe(0.5);
    expect(formContrast(formed(["limited"], ["DE"]), formed(["nonprofit"], ["JP"]))).toBe(1.5);
    expect(formContrast(formed(["limited"], ["DE", "AT"]), formed(["limited"], ["AT"]))).toBe(0);
    expect(formContrast(formed(["limited"], ["DE"]), formed(["stock"], null))).toBe(0.5);
  });
});

describe("legal forms in names", () => {
  test.each([
    ["a firm and an association", "Zorbtek LLC", "ANO Zorbtek"],
    ["an agency and a firm", "FGUP Zorbtek", "OOO Zorbtek"],
    ["a firm and an association of one economy", "Zorbtek SE", "Zorbtek e.V."],
    ["other forms of different economies", "Zorbtek Limited", "Zorbtek Joint Stock Company"],
    ["two words for a form where one names a foundation", "Stichting Zorbtek", "Zorbtek B.V."],
  ])("%s: %s is not %s", (_, a, b) => expect(scoreOf(a, b)).toBeLessThan(threshold));

  test.each([
    ["forms of firms in translation", "Zorbtek Ltd", "Zorbtek GmbH"],
    ["forms of firms of one economy", "Zorbtek AG", "Zorbtek GmbH"],
    ["a form that says nothing", "Zorbtek Company", "Zorbtek Ltd"],
    ["a form on one side", "Zorbtek Quillon", "Zorbtek Quillon Ltd"],
  ])("%s: %s is %s", (_, a, b) => expect(scoreOf(a, b)).toBeGreaterThanOrEqual(threshold));

  test("the same form is nearer than another, another of firms nearer than an association", () => {
    const near = scoreOf("Zorbtek Ltd", "Zorbtek Limited");
    const other = scoreOf("Zorbtek AG", "Zorbtek GmbH");
    const far = scoreOf("Zorbtek LLC", "ANO Zorbtek");
    expect([near > other, other > far]).toEqual([true, true]);
  });
});

describe("places in brackets are where a part of a firm sits", () => {
  test.each(["Zorbtek Quillon (France) Ltd", "Zorbtek Quillon (France) Co., Ltd."])(
    "%s is nearer to the firm than without brackets",
    (name) => {
      const whole = name.replace(/ \(.*?\)/, "");
      expect(scoreOf(name, whole)).toBeGreaterThanOrEqual(threshold);
      expect(scoreOf(name, whole)).toBeGreaterThan(scoreOf(name.replace(/[()]/g, ""), whole));
    },
  );
});

test("words in another order are a little less near than in the same", () => {
  const inOrder = scoreOf("Zorbtek Quillon Industries", "Zorbtek Quillon Industry");
  expect(scoreOf("Zorbtek Quillon Industries", "Quillon Zorbtek Industry")).toBeLessThan(inOrder);
});
