import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, emptyState, formatState, type PageState, parseState, toggleFold } from "../../web/src/state/page-state.ts";

const id = fc.option(fc.string({ minLength: 1 }), { nil: null });
const name = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const anyState: fc.Arbitrary<PageState> = fc.record({
  home: id,
  technology: id,
  patent: id,
  stage: id,
  kind: id,
  economy: id,
  organisation: id,
  q: fc.string({ unit: "grapheme" }),
  unfold: fc.oneof(
    fc.constant("all" as const),
    fc.uniqueArray(name.filter((word) => word !== "all")).map((list) => [...list].sort()),
  ),
  view: fc.constantFrom("map" as const, "list" as const, "plan" as const),
  colour: fc.constantFrom("score" as const, "controls" as const, "change" as const),
  on: fc.option(fc.constantFrom("2019-12-31", "2026-01-01"), { nil: null }),
  "as-of": id,
  rows: fc.constantFrom("first" as const, "all" as const),
  plan: id,
  lang: id,
});
const state = anyState.map(
  (any): PageState => ({
    ...any,
    patent: any.technology === null ? null : any.patent,
    colour: any.on === null && any.colour === "change" ? "score" : any.colour,
  }),
);

describe("the state in the address", () => {
  it("reads back as it was written", () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(parseState(formatState(given))).toEqual(given);
      }),
    );
  });

  it("is short when nothing is chosen, and readable", () => {
    expect(formatState(emptyState)).toBe("?");
    expect(formatState({ ...emptyState, home: "AA", unfold: ["b", "a"], view: "list", colour: "controls" })).toBe(
      "?home=AA&unfold=a,b&view=list&colour=controls",
    );
    expect(formatState({ ...emptyState, view: "plan", plan: "nl-equipment" })).toBe("?plan=nl-equipment&view=plan");
  });

  it("leaves out what it does not know", () => {
    expect(parseState("?x=1&view=globe&colour=red&home=&unfold=,,")).toEqual(emptyState);
  });

  it("shows a document in the panel of a technology only", () => {
    expect(parseState("?patent=US1")).toEqual(emptyState);
    expect(parseState("?technology=a&patent=US1")).toEqual({ ...emptyState, technology: "a", patent: "US1" });
  });

  it("leaves the document with its technology, and by itself", () => {
    const open = { ...emptyState, technology: "a", patent: "US1" };
    expect(changed(open, { technology: "b" })).toEqual({ ...emptyState, technology: "b" });
    expect(changed(open, { technology: null })).toEqual(emptyState);
    expect(changed(open, { patent: null })).toEqual({ ...emptyState, technology: "a" });
    expect(changed(open, { home: "AA" })).toEqual({ ...open, home: "AA" });
  });

  it("folds one of all, and shows it again", () => {
    expect(toggleFold("all", "a", ["a", "b"])).toEqual(["b"]);
    expect(toggleFold(["b"], "a", ["a", "b"])).toEqual(["b", "a"]);
  });
});
