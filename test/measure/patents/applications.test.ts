import { describe, expect, it } from "vitest";
import { type CountedDocument, countByRight, countFilings, perApplication } from "../../../src/measure/patents/applications.ts";

const counted = (document: string, application: string | null, more: Partial<CountedDocument> = {}): CountedDocument => ({
  document,
  application,
  office: document.slice(0, 2),
  type: null,
  granted: 0,
  unit: document,
  ...more,
});

describe("perApplication", () => {
  it("takes the grant of an application, else its first document; without an application each document", () => {
    const documents = [
      counted("US2010000001", "US12000001"),
      counted("US8000001", "US12000001", { granted: 1 }),
      counted("US2010000002", "US12000002"),
      counted("US2011000002", "US12000002"),
      counted("US8000003", null, { granted: 1 }),
      counted("US8000004", null, { granted: 1 }),
    ];
    const chosen = perApplication(documents, (one) => one);
    expect(chosen.map(({ document }) => document)).toEqual(["US8000001", "US2010000002", "US8000003", "US8000004"]);
  });
});

describe("counts", () => {
  it("tell documents, applications, grants and families, each application granted or not", () => {
    const documents = [
      counted("US2010000001", "US12000001", { unit: "f" }),
      counted("US8000001", "US12000001", { unit: "f", granted: 1 }),
      counted("US8000002", "US12000002", { unit: "f", granted: 1 }),
      counted("EP2000001", "EP10000001", { unit: "g" }),
    ];
    expect(countFilings(documents)).toEqual({ documents: 4, applications: 3, grants: 2, families: 2 });
  });

  it("keep designs and plants apart; numbers of utility models are not those of patents", () => {
    const documents = [
      counted("USD600001", "US29000001", { type: "design", granted: 1 }),
      counted("USPP20001", "US12000009", { type: "plant", granted: 1 }),
      counted("KR101000001", "KR20070000009", { granted: 1 }),
      counted("KR200400001", "KR20070000009", { granted: 1, type: "utility-model" }),
    ];
    expect(countByRight(documents)).toEqual([
      { right: "invention", documents: 2, applications: 2, grants: 2, families: 2 },
      { right: "design", documents: 1, applications: 1, grants: 1, families: 1 },
      { right: "plant", documents: 1, applications: 1, grants: 1, families: 1 },
    ]);
    expect(countByRight([])).toEqual([]);
  });
});
