import { readFileSync } from "node:fs";
import { z } from "zod";
import { bundledFile } from "../../base/built-file.ts";
import { present } from "../../base/collections.ts";
import { grades } from "../../base/grade.ts";
import type { ExclusionTerms } from "../../leverage/exclusion/exclusion-terms.ts";
import { once } from "../../link/link-table.ts";
import { nearNames } from "../../link/near-name.ts";
import { checkedRows } from "../shared/checked-rows.ts";
import { meant } from "../shared/names.ts";
import { outOfRange } from "./plan-input-ranges.ts";

const file = "plan/economics.csv";

const figure = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "is not a number")
  .transform(Number);

const rowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/, "is not a valid id"),
    scope: z.string(),
    low: figure,
    high: figure,
    unit: z.string().min(1, "is empty"),
    grade: z.enum(grades),
    source: z.string().transform((cell) => (cell === "" ? null : cell)),
    note: z.string().min(1, "is empty"),
  })
  .refine(({ low, high }) => low <= high, "has its lower end above the upper")
  .refine(({ grade, source }) => (grade === "assumed") === (source === null), "is assumed with a source, or not assumed without one");

/** An input of the economics as a plan takes it. */
export interface PlanInput extends Readonly<z.infer<typeof rowSchema>> {
  /** A document of the atlas, of an input of the plan's own file also one of its sources; of one that is fitted the families that it is from; `null`: assumed. */
  readonly source: string | null;
  readonly given: "table" | "patents" | "file" | "unread";
}

/** Reads a table of inputs. Throws LM_ATLAS_INVALID that names each row that is wrong. */
export const readEconomics = (content: string, from = file): readonly PlanInput[] =>
  checkedRows(from, content, rowSchema, ({ id, scope }) => `${id}|${scope}`).map((row) => ({ ...row, given: "table" }));

const recordFile = "plan/records.csv";

/** The bundled inputs on what the record of a main group says of its next families, with those fitted from patents. */
export const recordInputs = (fitted: readonly PlanInput[]): readonly PlanInput[] => [...records(), ...fitted];

const records: () => readonly PlanInput[] = once(() => readEconomics(readFileSync(bundledFile(recordFile), "utf8"), recordFile));

const bundled: () => readonly PlanInput[] = once(() => readEconomics(readFileSync(bundledFile(file), "utf8")));

/** The bundled inputs, with the royalty that the exclusion terms tell. */
export function economicInputs(terms: ExclusionTerms): readonly PlanInput[] {
  const royalty = terms.royalty();
  return [
    ...bundled(),
    {
      id: "royalty",
      scope: "",
      low: royalty?.low ?? 0,
      high: royalty?.high ?? 1,
      unit: "part of sales",
      grade: "assumed",
      source: royalty?.sources[0] ?? null,
      note: royalty?.note ?? "no rate is known",
      given: "table",
    },
  ];
}

const name = z.string().trim().min(1).max(300);

/** An input of a file of a plan, in the place of those of the table. */
export const ownInputSchema = z
  .strictObject({
    id: name.describe("of an input in data/plan/economics.csv"),
    scope: name
      .optional()
      .describe(
        "its scope there, or a technology or problem; what is given for a family of technologies holds for members that have none of their own; without it all that have no scope of their own",
      ),
    low: z.number(),
    high: z.number(),
    source: name
      .optional()
      .describe(
        "source of the figure: id of a document of the atlas, or title or address of one of `sources`; without it the input stays assumed",
      ),
  })
  .refine(({ low, high }) => low <= high, "has its higher end first");

type OwnInput = z.infer<typeof ownInputSchema>;

/** What the names in an input of a file may stand for. */
export interface InputNames {
  /** Whether it is a technology, or a problem that the plan may choose. */
  readonly isScope: (id: string) => boolean;
  /** Whether it is a document of the atlas or one of the sources of the file. */
  readonly isSource: (name: string) => boolean;
}

/** `material, tool or the id of a technology or problem` */
const scopesOf = (inputs: readonly PlanInput[], id: string): string =>
  `${inputs.flatMap((each) => (each.id === id && each.scope !== "" ? [`${each.scope}, `] : [])).join("")}or the id of a technology or problem`.replace(
    /^or /,
    "",
  );

/** Inputs with those that a file puts in their place, for all or for a technology, and what is wrong with those of the file. */
export function withFileInputs(inputs: readonly PlanInput[], own: readonly OwnInput[], names: InputNames) {
  const ids = [...new Set(inputs.map(({ id }) => id))];
  const problems = own.flatMap((given, i) => {
    const { id, scope, source } = given;
    const place = `input ${i + 1}`;
    if (!ids.includes(id)) return [`${place}: no input "${id}"${meant(nearNames(id, ids, 2))}`];
    const twice = own.slice(0, i).some((each) => each.id === id && each.scope === scope);
    const isScope = scope === undefined || names.isScope(scope) || inputs.some((each) => each.id === id && each.scope === scope);
    return present(
      twice && `${place}: ${id} is given before, for the same scope`,
      !isScope && `${place}: ${id} has no scope "${scope}"; it may be ${scopesOf(inputs, id)}`,
      ...outOfRange(id, inputs.find((each) => each.id === id)!.unit, given).map((problem) => `${place}: ${problem}`),
      !(source === undefined || names.isSource(source)) &&
        `${place}: source "${source}" is neither a document of the atlas nor one of \`sources\``,
    );
  });
  const replaced = own.flatMap((each): readonly PlanInput[] => {
    const of = inputs.filter(({ id, scope }) => id === each.id && (each.scope === undefined || scope === each.scope));
    const [first] = of.length > 0 ? of : inputs.filter(({ id }) => id === each.id);
    const made = (scope: string): PlanInput => ({
      ...first!,
      scope,
      low: each.low,
      high: each.high,
      grade: each.source === undefined ? "assumed" : "published",
      source: each.source ?? null,
      note: "given in the file of the plan",
      given: "file",
    });
    return each.scope === undefined ? of.map(({ scope }) => made(scope)) : first ? [made(each.scope)] : [];
  });
  const isTaken = ({ id, scope }: PlanInput): boolean =>
    replaced.some((each) => each.id === id && (each.scope === scope || (each.scope !== "" && scope.startsWith(`${each.scope}, `))));
  return { problems, inputs: [...inputs.filter((each) => !isTaken(each)), ...replaced] };
}
