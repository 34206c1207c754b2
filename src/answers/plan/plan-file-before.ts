/** What of plan files of before has no place any more, and what to write instead. */
const replaced: Readonly<Record<string, string>> = {
  partners:
    "programmes with partners are no longer chosen apart: take the line out, and give the money and researchers of all who work together",
  dependencies: "supply is composed, so that what an input lacks limits what stands on it: take the line out",
  least: "programmes come in sizes, half, full and double: take the line out",
  risk: "the worst worlds are shown beside every plan: take the line out",
};

const replacedObjectives: Readonly<Record<string, string>> = {
  exposure: "is `resilience` now: own losses avoided, of the whole plan",
  bargaining: "is `income` now: royalties",
  freedom: "is part of `income` now: take it out",
  option: "has no place in the worth of a plan any more: take it out, and see `generation` and `originality`",
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Problems that tell what to change in a plan file of before; none in one of today. */
export function replacedFields(file: unknown): readonly string[] {
  if (!isRecord(file)) return [];
  const objective = isRecord(file.objective) ? file.objective : {};
  return [
    ...Object.keys(file).flatMap((key) => (Object.hasOwn(replaced, key) ? [`${key}: ${replaced[key]}`] : [])),
    ...Object.keys(objective).flatMap((key) =>
      Object.hasOwn(replacedObjectives, key) ? [`objective, ${key}: ${replacedObjectives[key]}`] : [],
    ),
  ];
}
