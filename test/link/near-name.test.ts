import { describe, expect, test } from "vitest";
import { nearName, nearNames, spellingDistance } from "../../src/link/near-name.ts";

describe("names near in spelling", () => {
  test.each([
    ["layertransfer", "layer-transfer", 0],
    ["Layer Transfr", "layer-transfer", 1],
    ["litography", "lithography", 1],
    ["YTMC", "YMTC", 1],
    ["smci", "smic", 1],
    ["toyko electron", "Tokyo Electron", 1],
    ["abcd", "dcba", null],
    ["nope", "ne", null],
    ["", "ga", null],
    ["'", "ga", null],
    ["or", "ort", null],
    ["banana", "bonding", null],
    ["x".repeat(300), "about", null],
    ["x".repeat(1_000_000), "about", null],
  ])("%s and %s", (wanted, name, distance) => {
    expect(spellingDistance(wanted, name)).toBe(distance);
  });

  test("the nearest first, none where none is", () => {
    expect(nearNames("patents", ["patience", "patent", "patents2"], 2)).toEqual(["patent", "patents2"]);
    expect([nearName("trades", ["trade", "minerals"]), nearName("zz", ["trade"])]).toEqual(["trade", null]);
  });
});
