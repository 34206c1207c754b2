import { describe, expect, test } from "vitest";
import { controlState, hits } from "../../src/screen/control-state.ts";
import { createTimeline } from "../../src/screen/rules/timeline.ts";
import { control } from "../measure/rows.ts";
import { controlRule } from "./rules/control-rule.ts";

const withheld = (over: object) => ({
  ...control("mill", "NO", "SE"),
  issuer: "NO",
  citation: "Order 1",
  published: null,
  until: null,
  ...over,
});

describe("how a control stands", () => {
  const rules = [
    controlRule({ id: "order", citation: "Order 1", effective: "2020-01-01", ends: "2030-12-31" }),
    controlRule({ id: "pause", suspends: "order", effective: "2025-01-01", ends: "2025-12-31" }),
  ];
  const on = (day: string, over: object = {}) => {
    const { state, rule } = controlState(
      withheld({ published: "2020-05-15", effective: "2020-06-01", ...over }),
      createTimeline(rules),
      day,
    );
    return [state, rule?.state];
  };

  test("its own dates begin it, the rule suspends and ends it", () => {
    expect(on("2020-05-14")).toEqual(["not known yet", "in force"]);
    expect(on("2020-05-31")).toEqual(["not yet in force", "in force"]);
    expect(on("2020-06-01")).toEqual(["in force", "in force"]);
    expect(on("2025-06-01")).toEqual(["suspended", "suspended"]);
    expect(on("2026-01-01")).toEqual(["suspension ended unless extended", "suspension ended unless extended"]);
    expect(on("2031-01-01")).toEqual(["ended", "ended"]);
    expect(on("2024-01-01", { published: null, effective: null })).toEqual(["start unknown", "in force"]);
  });

  test("a day of its own, the first on which it no longer holds, ends it and says nothing of its rule", () => {
    expect(on("2024-01-01", { until: "2024-01-01" })).toEqual(["ended", null]);
    expect(on("2025-06-01", { until: "2024-01-01" })).toEqual(["ended", null]);
    expect(on("2031-01-01", { until: "2024-01-01" })).toEqual(["ended", "ended"]);
    expect(on("2023-12-31", { until: "2024-01-01" })).toEqual(["in force", "in force"]);
  });

  test("without its rule in the timeline its own dates tell all", () => {
    expect(on("2031-01-01", { citation: "Order 2" })).toEqual(["in force", undefined]);
  });
});

describe("whom a control hits", () => {
  test("the first of the names that it names, everyone by a star, and not its own issuer", () => {
    expect(hits(withheld({ target: "SE;acme" }), ["acme", "SE"])).toBe("acme");
    expect(hits(withheld({ target: "SE" }), ["acme", "DK"])).toBeNull();
    expect(hits(withheld({ target: "*" }), ["acme", "DK"])).toBe("*");
    expect(hits(withheld({ target: "*" }), ["acme", "NO"])).toBeNull();
    expect(hits(withheld({ target: "NO" }), ["acme", "NO"])).toBe("NO");
  });
});
