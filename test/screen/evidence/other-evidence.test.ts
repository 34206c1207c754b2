import { describe, expect, test } from "vitest";
import { effects, type KnownOfParty, otherEvidence, withEvidence } from "../../../src/screen/evidence/other-evidence.ts";

const known: KnownOfParty = {
  country: "NO",
  countryAs: null,
  born: "1961-02",
  identifiers: [
    { scheme: "passport", value: "XQ 884-1207" },
    { scheme: "other", value: "77" },
  ],
  addresses: ["12 Harbour Road, Oslo"],
};
const nothingKnown: KnownOfParty = { country: null, countryAs: null, born: null, identifiers: [], addresses: [] };
const nothing = { economies: [], addresses: [], born: [], identifiers: [], remark: null, native: null };
const says = (of: KnownOfParty, listed: Parameters<typeof otherEvidence>[1]) =>
  otherEvidence(of, listed).map((each) => [each.field, each.says]);
const born = (own: string, ...listed: string[]) => otherEvidence({ ...nothingKnown, born: own }, { ...nothing, born: listed })[0];

describe("what is known beside the name", () => {
  test("is all told, and unknown where the list does not tell it", () => {
    expect(says(known, nothing)).toEqual([
      ["country", "unknown"],
      ["born", "unknown"],
      ["identifier", "unknown"],
      ["identifier", "unknown"],
      ["address", "unknown"],
    ]);
    expect(says({ ...nothingKnown, countryAs: "Atlantis" }, nothing)).toEqual([["country", "unknown"]]);
  });

  test("speaks for where it is the same, against where a list names other economies alone", () => {
    const listed = {
      ...nothing,
      economies: ["SE"],
      addresses: ["Harbour Road 12, 0150 Oslo", "Box 7"],
      remark: "Passport XQ8841207 (Norway); no. 77",
      native: "9",
    };
    const found = otherEvidence(known, listed);
    expect(found.map((each) => each.says)).toEqual(["against", "unknown", "for", "unknown", "for"]);
    expect(found.at(-1)?.listed).toBe("Harbour Road 12, 0150 Oslo");
    expect(says(known, { ...listed, economies: ["SE", "NO"] })[0]).toEqual(["country", "for"]);
    expect(says(known, { ...listed, addresses: ["12 Station Street, Bergen"] }).at(-1)).toEqual(["address", "unknown"]);
  });
});

describe("a date of birth", () => {
  test.each([
    ["1961-02-03", ["1961-02-03"], "for", effects.sameBirth],
    ["1961-02-03", ["03 Feb 1961"], "for", effects.sameBirth],
    ["1961-02-03", ["1958-07-07", "1961-02-03"], "for", effects.sameBirth],
    ["1961-02-03", ["1961"], "for", 0],
    ["1961", ["1961-02-03"], "for", 0],
    ["1961-02-03", ["1961-03-02"], "for", 0],
    ["1961-02-03", ["1961-01-01"], "for", 0],
    ["1961-02-03", ["circa 1963"], "for", 0],
    ["1961-02-03", ["1960 to 1965"], "for", 0],
    ["1961-02-03", ["1958-07-07"], "against", effects.otherBirth],
    ["1961-02-03", ["1961-02-04"], "against", effects.otherBirth],
    ["1961", ["circa 1970"], "against", effects.otherBirth],
    ["1961", ["year of the ox 1961 or so"], "unknown", 0],
    ["sixties", ["1961"], "unknown", 0],
    ["1961", [], "unknown", 0],
  ])("%s against %j speaks %s", (own, listed, word, effect) => {
    expect(born(own, ...listed)).toMatchObject({ says: word, effect, listed: listed.join("; ") || null });
  });
});

describe("an identifier", () => {
  const lei = { scheme: "lei", value: "5493001KJTIIGC8Y1R12", economy: null };
  const of = (scheme: string, value: string, country: string | null, listed: object) =>
    otherEvidence({ ...nothingKnown, country, identifiers: [{ scheme, value }] }, { ...nothing, ...listed }).at(-1)?.says;

  test("of one scheme of which a party has one number speaks against where it differs", () => {
    expect(of("lei", "5493 001K JTII GC8Y 1R12", null, { identifiers: [lei] })).toBe("for");
    expect(of("lei", "529900T8BM49AURSDO55", null, { identifiers: [lei] })).toBe("against");
    expect(of("LEI", "529900T8BM49AURSDO55", null, { identifiers: [lei] })).toBe("against");
    expect(of("passport", "X1234567", null, { identifiers: [{ scheme: "passport", value: "Y7654321", economy: null }] })).toBe("unknown");
  });

  test("of a register counts in its economy, a short one only there", () => {
    const listed = { identifiers: [{ scheme: "registration", value: "1978075", economy: "CO" }] };
    expect(of("registration", "1978075", "CO", listed)).toBe("for");
    expect(of("tax", "1978075", "CO", listed)).toBe("for");
    expect(of("registration", "1978075", "NO", listed)).toBe("unknown");
    expect(of("registration", "1978075", null, listed)).toBe("unknown");
    expect(of("imo", "1978075", "CO", listed)).toBe("unknown");
    expect(of("constructor", "1978075", "NO", { identifiers: [{ ...listed.identifiers[0], scheme: "constructor" }] })).toBe("unknown");
  });
});

test("evidence moves a score within its bounds, and what is certain stays so", () => {
  const effect = (value: number) => ({ field: "born", asked: "1961", listed: "1970", says: "against", effect: value }) as const;
  const odds = (score: number) => Math.log(score / (1 - score));
  expect(odds(withEvidence(0.8, [effect(-2)]))).toBeCloseTo(odds(0.8) - 2, 9);
  expect(odds(withEvidence(0.8, [effect(-2), effect(-2), effect(-2)]))).toBeCloseTo(odds(0.8) - 3, 9);
  expect(odds(withEvidence(0.8, [effect(1), effect(1)]))).toBeCloseTo(odds(0.8) + 1, 9);
  expect(withEvidence(1, [effect(-2)])).toBe(1);
});
