import type { z } from "zod";

/** Generators of clients, and those who check by older drafts of JSON Schema, know no tuples: an interval becomes a list of three numbers. */
export function withoutTuples({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { prefixItems } = jsonSchema;
  if (prefixItems === undefined) return;
  delete jsonSchema.prefixItems;
  const kinds = [...new Map(prefixItems.map((each) => [JSON.stringify(each), each])).values()];
  Object.assign(jsonSchema, {
    items: kinds.length === 1 ? kinds[0] : { anyOf: kinds },
    minItems: prefixItems.length,
    maxItems: prefixItems.length,
  });
}
