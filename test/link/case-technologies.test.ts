import { describe, expect, it } from "vitest";
import { titleTechnologies } from "../../src/link/case-technologies.ts";

const match = titleTechnologies(
  [
    { id: "layer-transfer", name: "Layer transfer" },
    { id: "dram", name: "DRAM" },
    { id: "dry-strip", name: "Dry strip tools" },
    { id: "uv", name: "UV" },
  ],
  [
    { alias: "smart-cut", technology: "layer-transfer" },
    { alias: "strip", technology: "dry-strip" },
  ],
);

describe("technologies of a title", () => {
  it.each([
    ["SOI wafer (Smart Cut)", [{ technology: "layer-transfer", rule: "title:smart cut" }]],
    ["Layer-transfer by Smart Cut", [{ technology: "layer-transfer", rule: "title:layer transfer" }]],
    ["DRAMs and modules", [{ technology: "dram", rule: "title:dram" }]],
    ["Certain Blood Testing Strips", []],
    ["UV lamps", []],
    ["dramatic changes", []],
  ])("%s", (title, expected) => expect(match(title)).toEqual(expected));
});
