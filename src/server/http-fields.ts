import type { z } from "zod";
import type { HttpOf, Question } from "../answers/shared/question.ts";

type Shape = Readonly<Record<string, z.ZodType>>;
type Fields = Readonly<Record<string, unknown>>;

/** The fields of a question as its address has them: those in the path, those in the query, and how to give both the names of the input again. */
export function fieldsOverHttp(
  { input, asked, examples }: Question,
  { path, names = {}, limits = {}, without = [] }: HttpOf,
): { readonly params: Shape; readonly query: Shape; readonly rename: (given: Fields) => Fields } {
  const left = new Set(["text", "place", ...without]);
  const fields = Object.entries({ ...(asked?.input ?? input).shape, ...limits } as Shape).filter(([field]) => !left.has(field));
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, word]) => word));
  const example: Fields = Object.assign({}, ...examples);
  const named = fields.map(([field, schema]) => [names[field] ?? field, withExample(schema, example[field])] as const);
  const back = new Map(Object.entries(names).map(([field, word]) => [word, field]));
  return {
    params: Object.fromEntries(named.filter(([word]) => inPath.has(word))),
    query: Object.fromEntries(named.filter(([word]) => !inPath.has(word))),
    rename: (given) => Object.fromEntries(Object.entries(given).map(([word, value]) => [back.get(word) ?? word, value])),
  };
}

/** What could be asked of a field stands beside it in the description. */
const withExample = (schema: z.ZodType, example: unknown): z.ZodType =>
  example === undefined ? schema : schema.meta({ examples: [example] });
