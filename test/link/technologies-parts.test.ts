import { expect, it } from "vitest";
import { readLinkTable } from "../../src/link/link-table.ts";
import { partsOf } from "../../src/link/technologies.ts";
import { openBundled } from "../answers/bundled-workspace.ts";
import { atlasRows } from "./technology-labels.ts";

it("parts of technologies are technologies of the atlas that the map keeps beside them, each with its reason", async () => {
  const known = new Set((await atlasRows("technologies.csv", "technology")).map(({ id }) => id));
  const folded = new Set((await atlasRows("families.csv", "family_member")).map(({ member, family }) => `${member} ${family}`));
  for (const { technology = "", part = "", note = "" } of readLinkTable("technology-parts")) {
    expect([known.has(technology), known.has(part), folded.has(`${part} ${technology}`), note.length > 10]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  }
  expect(partsOf("cvd")).toEqual(["plasma-cvd", "low-pressure-cvd"]);
  expect(partsOf("etch")).toEqual([]);
});

it("patents of the parts count for the whole, and of the whole not for the parts", async () => {
  const map = await openBundled();
  expect((await map.holders({ technology: "cvd" })).scope).toEqual(["cvd", "plasma-cvd", "low-pressure-cvd"]);
  expect((await map.holders({ technology: "plasma-cvd" })).scope).toEqual(["plasma-cvd"]);
  map.close();
});
