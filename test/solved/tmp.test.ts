import { expect, it, inject } from "vitest";
it("x", () => { console.log(JSON.stringify(inject("solvedInputs"))); expect(1).toBe(1); });
