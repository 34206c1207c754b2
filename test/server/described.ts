import { z } from "zod";

/** What a schema of the description says of a value; the schemas that it names stand under `components`. */
export function described(schema: object, { components }: { readonly components: { readonly schemas: object } }) {
  const whole = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll("#/components/schemas/", "#/$defs/");
  return z.fromJSONSchema(JSON.parse(whole));
}
