import { describe, expect, it } from "vitest";
import type { LoadedShare } from "../../src/measure/supply/share-entries.ts";
import { member, place, product, requirement, share, technology } from "../measure/rows.ts";
import { ask } from "./questions.ts";

/** One chip that cannot be made without one tool; AA makes half of it, the tool is made as `shares` say. */
function oneTool(shares: readonly LoadedShare[], more: Parameters<typeof ask>[0] = {}) {
  return ask({
    technology: [product("chip"), technology("tool", { kind: "tool" })],
    requirement: [requirement("chip", "tool", "blocking")],
    product_place: [place("chip", "AA", "make", 0.5), place("chip", "DD", "make", 0.5)],
    share: shares,
    ...more,
  });
}

function close(actual: readonly (number | null)[], wanted: readonly number[]): void {
  wanted.forEach((value, end) => {
    expect(actual[end]).toBeCloseTo(value, 6);
  });
}

describe("the unknown part of supply", () => {
  it("may be the target's, third parties' or no one's: a named sender has only its figure", () => {
    const { loss, own } = oneTool([share("tool", "DD", 0.6)]);
    close(own("AA", "tool"), [0, 0, 0.4]);
    close(loss("AA", ["DD"], "tool"), [0.2, 0.6, 0.6]);
  });

  it("is never the target's where its share is published", () => {
    const { loss, own } = oneTool([share("tool", "DD", 0.6), share("tool", "AA", 0)]);
    close(own("AA", "tool"), [0, 0, 0]);
    close(loss("AA", ["DD"], "tool"), [0.6, 0.6, 0.6]);
  });

  it("may be the sender's where its entry is blank", () => {
    const { loss } = oneTool([share("tool", "CC", 0.6), share("tool", "DD", null), share("tool", "AA", 0)]);
    close(loss("AA", ["DD"], "tool"), [0, 0.2, 0.4]);
  });

  it("is shared by blanks and one unnamed rest", () => {
    const blanks = ["BB", "DD", "EE"].map((economy) => share("tool", economy, null));
    const { loss } = oneTool([share("tool", "CC", 0.6), share("tool", "AA", 0), ...blanks]);
    close(loss("AA", ["DD"], "tool"), [0, 0.1, 0.4]);
    close(loss("AA", ["DD", "EE"], "tool"), [0, 0.2, 0.4]);
  });

  it("leaves a negligible provider at most 2%", () => {
    const flagged = share("tool", "DD", [0, 0.02], { flag: "negligible" });
    const { loss } = oneTool([share("tool", "CC", 0.6), flagged, share("tool", "AA", 0)]);
    close(loss("AA", ["DD"], "tool"), [0, 0.01, 0.02]);
  });

  it("takes in what is published for Various, which is no economy", () => {
    const { loss, holders, model } = oneTool([
      share("tool", "DD", 0.6),
      share("tool", "various", 0.4, { holder_kind: "unspecified" }),
      share("tool", "AA", 0),
    ]);
    expect(holders("AA", "tool")).toEqual(["DD"]);
    expect(model.economies).not.toContain("various");
    close(loss("AA", ["DD"], "tool"), [0.6, 0.6, 0.6]);
  });

  it("gives a member of a region no more than the region has", () => {
    const region = share("tool", "EUR", 0.3, { holder_kind: "region" });
    const { own, holders } = oneTool([share("tool", "DD", 0.5), region], { group_member: [member("EUR", "AA"), member("EUR", "BB")] });
    close(own("AA", "tool"), [0, 0, 0.3]);
    close(own("CC", "tool"), [0, 0, 0.5]);
    expect(holders("AA", "tool")).toEqual(["DD"]);
  });

  it("is nothing in a row that sums to a little over 1", () => {
    const { loss, own } = oneTool([share("tool", "DD", 0.61), share("tool", "AA", 0.41)]);
    close(own("AA", "tool"), [0.41 / 1.02, 0.41 / 1.02, 0.41 / 1.02]);
    const x = 1 - 0.41 / 1.02 / 0.5;
    close(loss("AA", ["DD"], "tool"), [x, x, x]);
  });

  it("may be all of a third party's or blank sender's where figures are intervals", () => {
    const { loss } = oneTool([share("tool", "CC", [0.2, 0.6]), share("tool", "DD", null), share("tool", "AA", 0)]);
    expect(loss("AA", ["DD"], "tool")[2]).toBeCloseTo(0.8, 6);
  });

  it("loses nothing to senders that the row does not name, also where no one else is named", () => {
    const { loss } = oneTool([share("tool", "AA", 0.3)]);
    close(loss("AA", ["DD"], "tool"), [0, 0, 0]);
    close(loss("AA", [], "tool"), [0, 0, 0]);
  });

  it("raises the adverse end of a score, whoever has it", () => {
    const { score } = oneTool([share("tool", "DD", 0.2), share("tool", "AA", 0)]);
    expect(score("AA", "tool").score?.map((value) => Number(value.toFixed(6)))).toEqual([0.2, 0.2, 0.8]);
    expect(score("AA", "tool").holder).toBe("DD");
  });
});
