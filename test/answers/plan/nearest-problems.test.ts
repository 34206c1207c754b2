import { expect, it } from "vitest";
import { nearestProblems } from "../../../src/answers/plan/nearest-problems.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";

const ids = ["wafers", "slurry", "transfer", "furnaces", "far"];
const at = (id: string): number => ids.indexOf(id);
const read = {
  map: {
    technologies: ids.map((id) => ({ id, kind: id === "wafers" || id === "slurry" ? "material" : "tool" })),
    indexOf: new Map(ids.map((id, t) => [id, t])),
    requirements: [
      { input: at("slurry"), user: at("wafers") },
      { input: at("furnaces"), user: at("wafers") },
      { input: at("far"), user: at("furnaces") },
    ],
    varieties: [],
  },
  beside: {
    successor: [{ technology: "transfer", replaces: "wafers" }],
    problem: ["far", "furnaces", "slurry", "transfer"].map((technology) => ({ technology })),
  },
} as unknown as ReadModel;

it("names what takes the place of what is asked for, then what is of its kind, then all else by steps", () => {
  expect(nearestProblems(read, { technologies: [at("wafers")] })).toEqual(["transfer", "slurry", "furnaces", "far"]);
});
