import { describe, expect, it } from "vitest";
import { PageFaults } from "../../../src/server/site/site-ask.ts";

const asked = { name: "leverage", input: { on: "CN" } } as const;

describe("faults of pages", () => {
  it("stand for a minute, for the question alone, and then the question is asked anew", () => {
    let now = 0;
    const faults = new PageFaults(() => now);
    faults.tell(asked);
    faults.keep(asked, new Error("too long"));
    now = 59_999;
    expect(() => faults.tell(asked)).toThrow("too long");
    faults.tell({ name: "leverage", input: { on: "US" } });
    now = 60_000;
    faults.tell(asked);
  });
});
