import { expect, it } from "vitest";
import { foldedLines } from "../../../src/answers/shared/evidence-of.ts";

const unknown = "The cost to the sender is unknown, since these markets are not published";

it("names in one line what several lines say of, and leaves others as they are, in their order", () => {
  const lines = [
    `${unknown}: Neon.`,
    "Medians of 100 draws; not a forecast.",
    `${unknown}: Germanium, gallium.`,
    "By day: one.",
    "By day: two.",
  ];
  expect(foldedLines(lines)).toEqual([
    `${unknown}: Neon; Germanium, gallium.`,
    "Medians of 100 draws; not a forecast.",
    "By day: one.",
    "By day: two.",
  ]);
  expect(foldedLines(["Kept as it is, though it has a colon and no full stop at its end: here"])).toHaveLength(1);
});
