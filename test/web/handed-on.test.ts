import { expect, it } from "vitest";
import { onward } from "../../src/site/onward.ts";
import { handedOn } from "../../web/src/state/handed-on.ts";
import { parseState } from "../../web/src/state/page-state.ts";

it("hands the language and the day of a cited address on from the map, and nothing where none was asked for", () => {
  const from = (query: string, path: string): string => onward(path, handedOn(parseState(query)));
  expect(from("?home=KR", "plans")).toBe("plans");
  expect(from("?as-of=2025-06-30&lang=zh", "technology/resist?home=KR")).toBe("technology/resist?home=KR&lang=zh&as-of=2025-06-30");
  expect(from("?as-of=2025-06-30", "method/plan#rest")).toBe("method/plan?as-of=2025-06-30#rest");
  expect(from("?as-of=2025-06-30", "plans?as-of=2026-12-02")).toBe("plans?as-of=2026-12-02");
});
