import { describe, expect, it } from "vitest";
import { narrowestTechnologies } from "../../../src/leverage/exclusion/narrowest-technologies.ts";
import { supplyMap, technology } from "../../measure/rows.ts";

const map = supplyMap({
  technology: ["deposition", "cvd", "plasma-cvd", "etch"].map((id) => technology(id)),
  family_member: [
    { member: "cvd", family: "deposition" },
    { member: "plasma-cvd", family: "cvd" },
  ],
});

describe("narrowestTechnologies", () => {
  const narrow = narrowestTechnologies(map);

  it("leaves out the families, near and far, of what else a patent is of", () => {
    expect(narrow(["deposition", "cvd", "plasma-cvd", "etch"])).toEqual(["plasma-cvd", "etch"]);
    expect(narrow(["deposition", "plasma-cvd"])).toEqual(["plasma-cvd"]);
  });

  it("keeps a family where nothing narrower is reported, and what the map does not know", () => {
    expect(narrow(["deposition", "etch", "unheard-of"])).toEqual(["deposition", "etch", "unheard-of"]);
  });
});
