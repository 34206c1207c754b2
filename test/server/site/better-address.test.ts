import { describe, expect, it } from "vitest";
import { betterAddress } from "../../../src/server/site/better-address.ts";

const kinds = new Set(["economy", "technology", "scenario", "map"]);

describe("an address that was meant otherwise", () => {
  it.each([
    ["economy/DE/", "economy/DE"],
    ["Economy/DE", "economy/DE"],
    ["economy", "./#rest"],
    ["economy/", "./#rest"],
    ["technology", "map?view=list"],
    ["MAP/", "map"],
    ["scenario", null],
    ["economy/DE", null],
    ["economy/%2F%2Fevil", null],
    ["/evil.example/", null],
    ["nowhere/", null],
    ["", null],
  ])("%s leads to %s", (address, better) => {
    expect(betterAddress(address, kinds)).toBe(better);
  });
});
