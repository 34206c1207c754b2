import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

/** A technology of the made-up map, before anything is said of it. */
export interface FixtureTechnology {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly stage: string;
  readonly supplyMode: string;
  readonly nextGeneration: boolean;
  readonly parent: string | null;
}

export const fixtureStages = ["Raw", "Matter", "Parts", "Tools", "Plans", "Works", "Boxes", "Goods"].map((name, index) => ({
  id: name.toLowerCase(),
  name,
  position: index + 1,
}));

const kinds = ["material", "material", "tool", "tool", "design", "process", "process", "product"];

/** "Technology 1" to "Technology `count`", spread over eight stages; every sixth but the first folds into the one before it. */
export function inventedTechnologies(count = 40): readonly FixtureTechnology[] {
  return Array.from({ length: count }, (_, index) => {
    const stage = Math.floor((index * fixtureStages.length) / count);
    return {
      id: `technology-${index + 1}`,
      name: `Technology ${index + 1}`,
      kind: kinds[stage] ?? "tool",
      stage: fixtureStages[stage]?.id ?? "raw",
      supplyMode: stage === 2 || stage === 3 ? "capital" : "consumable",
      nextGeneration: index % 17 === 16,
      parent: index % 6 === 5 ? `technology-${index}` : null,
    };
  });
}

const atlas = (name: string): Record<string, string>[] =>
  parse(readFileSync(fileURLToPath(new URL(`../../data/atlas/${name}`, import.meta.url))), { columns: true, skip_empty_lines: true });

/** Names, stages and needs of the real atlas, so that the picture is looked at with its real lengths and crowds. */
export function atlasTechnologies(): {
  stages: typeof fixtureStages;
  technologies: readonly FixtureTechnology[];
  needs: readonly (readonly [technology: string, input: string])[];
} {
  const stages = atlas("stages.csv").map((row) => ({ id: row.id ?? "", name: row.name ?? "", position: Number(row.position) }));
  const rows = atlas("technologies.csv");
  const parents = new Map([
    ...atlas("varieties.csv").map((row) => [row.variety, row.technology ?? null] as const),
    ...atlas("families.csv").map((row) => [row.member, row.family ?? null] as const),
  ]);
  const technologies = rows.map((row) => ({
    id: row.id ?? "",
    name: row.name ?? "",
    kind: row.kind ?? "",
    stage: row.stage ?? "",
    supplyMode: row.supply_mode ?? "",
    nextGeneration: row.next_generation === "yes",
    parent: parents.get(row.id) ?? null,
  }));
  const needs = atlas("requires.csv").map((row) => [row.technology ?? "", row.input ?? ""] as const);
  return { stages, technologies, needs };
}
