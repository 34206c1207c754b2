import { describe, expect, it } from "vitest";
import { economies } from "../../src/link/economies.ts";
import { readLinkTable } from "../../src/link/link-table.ts";
import { officesOf } from "../../src/link/regional-offices.ts";

describe("officesOf", () => {
  it("is the economy's own office, and the regional one it may be validated from", () => {
    expect(officesOf(["US"])).toEqual({ own: ["US"], other: [] });
    expect(officesOf(["DE"])).toEqual({ own: ["DE"], other: ["EP"] });
  });

  it("is the regional office of a group whose members all belong to it; national ones hold in a part of it", () => {
    expect(officesOf(["DE", "FR"])).toEqual({ own: ["EP"], other: ["DE", "FR"] });
    expect(officesOf(["DE", "US"])).toEqual({ own: [], other: ["DE", "US"] });
  });

  it("knows the states of the European Patent Convention, each once, all of them economies", () => {
    const states = readLinkTable("regional-offices").map(({ state }) => state!);
    expect(states).toHaveLength(39);
    expect(new Set(states).size).toBe(39);
    expect(states.filter((state) => !economies().has(state))).toEqual([]);
    const union = readLinkTable("eu-members").map((row) => Object.values(row)[0]!);
    expect(union.filter((member) => /^[A-Z]{2}$/.test(member) && !states.includes(member))).toEqual([]);
  });
});
