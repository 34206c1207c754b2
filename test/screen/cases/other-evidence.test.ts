import { describe, expect, test } from "vitest";
import type { Customer } from "../../../src/screen/cases/customer.ts";
import { otherEvidence } from "../../../src/screen/cases/other-evidence.ts";

const customer: Customer = {
  id: "A",
  name: "Nord",
  names: [],
  kind: null,
  country: "NO",
  countryAs: null,
  born: "1961-02",
  identifiers: [
    { scheme: "passport", value: "XQ 884-1207" },
    { scheme: "other", value: "77" },
  ],
  addresses: ["12 Harbour Road, Oslo"],
};
const nothing = { economies: [], addresses: [], remark: null, native: null };
const says = (of: Customer, listed: Parameters<typeof otherEvidence>[1]) =>
  otherEvidence(of, listed).map((each) => [each.field, each.says]);

describe("what is known beside the name", () => {
  test("is all told, and unknown where the list does not tell it", () => {
    expect(says(customer, nothing)).toEqual([
      ["country", "unknown"],
      ["born", "unknown"],
      ["identifier", "unknown"],
      ["identifier", "unknown"],
      ["address", "unknown"],
    ]);
    expect(says({ ...customer, country: null, countryAs: "Atlantis", born: null, identifiers: [], addresses: [] }, nothing)).toEqual([
      ["country", "unknown"],
    ]);
  });

  test("speaks for where it is the same, against where a list names other economies alone", () => {
    const listed = {
      economies: ["SE"],
      addresses: ["Harbour Road 12, 0150 Oslo", "Box 7"],
      remark: "Passport XQ8841207 (Norway); no. 77",
      native: "9",
    };
    const found = otherEvidence(customer, listed);
    expect(found.map((each) => each.says)).toEqual(["against", "unknown", "for", "unknown", "for"]);
    expect(found.at(-1)?.listed).toBe("Harbour Road 12, 0150 Oslo");
    expect(says(customer, { ...listed, economies: ["SE", "NO"] })[0]).toEqual(["country", "for"]);
    expect(says(customer, { ...listed, addresses: ["12 Station Street, Bergen"] }).at(-1)).toEqual(["address", "unknown"]);
  });
});
