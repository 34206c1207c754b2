import { describe, expect, it } from "vitest";
import { createSelfSupply, leftForHome, middleSelfSupply, servedAtHome } from "../../src/leverage/own-supply.ts";
import { selfSupply } from "../measure/rows.ts";

const known = (...rows: readonly ReturnType<typeof selfSupply>[]) => createSelfSupply({ rows: { self_supply: rows } });

describe("what own makers serve", () => {
  it("is what they make, up to the need", () => {
    expect(servedAtHome(0.2, 0.5, Number.NaN)).toBe(0.2);
    expect(servedAtHome(0.7, 0.5, Number.NaN)).toBe(0.5);
  });

  it("is by a source the part of the need that it tells, whatever they make", () => {
    expect(servedAtHome(0.1, 0.5, 0.4)).toBe(0.2);
    expect(servedAtHome(0.7, 0.5, 0.4)).toBe(0.2);
    expect(servedAtHome(0.7, 0.5, 0)).toBe(0);
  });

  it("is all that is made at home where a step of making cannot be done elsewhere", () => {
    expect(servedAtHome(0.05, 0.5, Number.NaN, 0.3)).toBe(0.3);
  });

  it("can be added to by idle capacity and by what is sold abroad, as far as inputs allow to make it", () => {
    expect(leftForHome(0.7, 0.2, 1, 0.1)).toBeCloseTo(0.57, 12);
    expect(leftForHome(0.7, 0.2, 0.5, 0)).toBeCloseTo(0.15, 12);
    expect(leftForHome(0.7, 0.2, 0.1, 0)).toBe(0);
  });
});

describe("figures of self-supply", () => {
  it("are those of the newest year, together what they span", () => {
    const find = known(
      selfSupply("gas", "HH", [0.1, 0.2], 2021),
      selfSupply("gas", "HH", 0.3, 2024),
      selfSupply("gas", "HH", [0.2, 0.25], 2024),
    );
    expect(find("gas", "HH")).toMatchObject({ low: 0.2, high: 0.3, lift: 0.5 });
    expect(find("gas", "FF")).toBeNull();
    expect(find("resin", "HH")).toBeNull();
  });

  it("lie near their least where that alone is told, and between none and the most where that alone is", () => {
    const least = known({ ...selfSupply("gas", "HH", 0.4), high: null })("gas", "HH");
    expect(least).toMatchObject({ low: 0.4, high: 1 });
    expect(middleSelfSupply(least)).toBeCloseTo(0.4 + 0.6 * (1 - 0.5 ** 0.25), 12);
    expect(middleSelfSupply(known({ ...selfSupply("gas", "HH", 0.4), low: null })("gas", "HH"))).toBeCloseTo(0.2, 12);
    expect(middleSelfSupply(null)).toBeNaN();
  });
});
