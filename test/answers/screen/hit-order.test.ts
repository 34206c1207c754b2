import { expect, test } from "vitest";
import { inOrder } from "../../../src/answers/screen/hit-order.ts";
import { hit } from "../../server/fixture-screen.ts";

test("of parties that are found by one name, which lists print for a whole and for its units, the whole comes first", () => {
  const named = (entry: string, name: string, score = 0.9) => hit({ entry, name, score, matchedName: "NTC Research Institute 38" });
  const hits = [
    named("a", "Vestmark Optronics"),
    named("b", "Aldmark Radio Works"),
    named("c", "Nordmark Technology Corporation 38th Research Institute (NTC 38)"),
    named("d", "Surely Another", 0.95),
  ];
  const asked = "Nordmark Technology Corporation 38 Research Institute";
  expect(inOrder(asked, hits.slice(0, 3))[0]?.entry).toBe("c");
  expect(inOrder(asked, hits).map(({ entry }) => entry)).toEqual(["d", "a", "b", "c"]);
});
