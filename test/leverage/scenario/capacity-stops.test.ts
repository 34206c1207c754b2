import { describe, expect, it } from "vitest";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { capacityStops } from "../../../src/leverage/scenario/capacity-stops.ts";
import type { CapacityHolder, CapacityLoss } from "../../../src/leverage/scenario/scenario.ts";
import { days, loss, modelOf } from "./scenario-world.ts";

const model = modelOf();
const stopOf = (holder: CapacityHolder, more: Partial<CapacityLoss> = {}) =>
  capacityStops(model, loss(holder, { from: days("2026-01-01"), ...more }), 0, [0, 1], days("2025-12-01"))[0];
const economy = (id: string): CapacityHolder => ({ kind: "economy", id, economy: id, organisation: null });
const firm = (id: string, seat: string, kind: "organisation" | "plant" = "organisation"): CapacityHolder => ({
  kind,
  id,
  economy: seat,
  organisation: id,
});

describe("a loss of capacity", () => {
  it("stops a part of all that an economy supplies, by no one's act and without notice, until it is repaired", () => {
    const stop = stopOf(economy("CC"), { lost: [0.2, 0.6], repair: givenRepair([3, 9]) })!;
    expect(stop).toMatchObject({ technology: 0, targets: [0, 1], class: null, notice: 0, easing: [], service: false });
    expect(stop.start).toBeCloseTo(1, 1);
    expect(stop.parts).toEqual([expect.objectContaining({ slot: 0, sender: -1, low: 0.2, high: 0.6, basis: "given" })]);
    expect(stop.repair).toMatchObject({ months: givenRepair([3, 9]), basis: "given" });
    expect(stopOf(economy("CC"), { repairAssumed: true })!.repair!.basis).toBe("published");
  });

  it("stops of a firm its part of that: half, by figures of 0.3 and 0.6", () => {
    const stop = stopOf(firm("firm-c", "CC"), { lost: [0.5, 1] })!;
    expect(stop.parts).toEqual([
      expect.objectContaining({ low: expect.closeTo(0.25, 9), high: expect.closeTo(0.5, 9), basis: "published", source: "s-firm" }),
    ]);
  });

  it("stops of a plant anything from nothing to what its firm has there", () => {
    expect(stopOf(firm("firm-c", "CC", "plant"))!.parts).toEqual([
      expect.objectContaining({ low: 0, high: expect.closeTo(0.5, 9), basis: "unknown" }),
    ]);
  });

  it("stops anything from none to all of its economy's where the firm's part is unknown, or its seat elsewhere", () => {
    for (const holder of [firm("firm-b", "BB"), firm("firm-c", "BB")])
      expect(stopOf(holder)!.parts).toEqual([expect.objectContaining({ slot: 1, low: 0, high: 1, basis: "unknown" })]);
  });

  it("is not known of an economy that holds none", () => {
    expect(stopOf(economy("DD"))).toBeUndefined();
  });

  it("never comes back where it is given up", () => {
    expect(stopOf(economy("CC"), { repair: null })!.repair).toBeNull();
  });

  it("with spoiled batches stops a part of the output of one month more", () => {
    const given = loss(economy("CC"), { lost: [0, 0], spoiled: [0.1, 0.3], from: days("2026-01-01") });
    const [capacity, spoiled] = capacityStops(model, given, 0, [0], days("2026-01-01"));
    expect(capacity!.parts).toEqual([expect.objectContaining({ low: 0, high: 0 })]);
    expect(spoiled).toMatchObject({ start: 0, easing: [{ month: 1, left: 0 }], repair: null });
    expect(spoiled!.parts).toEqual([expect.objectContaining({ slot: 0, low: 0.1, high: 0.3 })]);
    expect(spoiled!.parts[0]!.key).not.toBe(capacity!.parts[0]!.key);
  });
});
