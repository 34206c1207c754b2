import { expect, it } from "vitest";
import { wipoField } from "../../src/link/wipo-fields.ts";

it("gives a symbol the field of its main group, else of its subclass", () => {
  expect(wipoField("H01L21/762")).toBe(8);
  expect(wipoField("H10B12/00")).toBe(8);
  expect(wipoField("G03F7/20")).toBe(9);
  expect(wipoField("A61K8/02")).toBe(14);
  expect(wipoField("A61K31/00")).toBe(16);
  expect(wipoField("Z99Z1/00")).toBeNull();
});
