import { expect, it } from "vitest";
import { facetLines } from "../../../src/report/patents/patent-facets.ts";

const facet = (...values: string[]) => ({
  values: values.map((value) => ({ value, name: value, documents: 2 })),
  total: values.length,
  without: 0,
});
const none = facet();
const facets = {
  office: facet("US"),
  year: none,
  holder: facet("name:a b"),
  technology: none,
  class: none,
  type: none,
  status: facet("in-force"),
};

it("leads each value of a facet to the search for it alone, but one that is sought already", () => {
  const linksOf = (reading: string) =>
    facetLines(reading, facets)
      .facts.flatMap(({ value }) => (typeof value === "string" ? [] : (value.parts ?? [])))
      .map((part) => (typeof part === "string" ? part : part.link?.to === "patents" ? part.link.id : part.text));
  expect(linksOf("gate")).toEqual(["gate office:US", 'gate held:"name:a b"', "gate status:in-force"]);
  expect(linksOf("gate OR wafer")[0]).toBe("(gate OR wafer) office:US");
  expect(linksOf("gate office:US")[0]).toBe("US (2)");
});
