import swagger, { type SwaggerTransformObject } from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { tags } from "../answers/shared/question.ts";
import { withoutTuples } from "../answers/shared/without-tuples.ts";

type Schemas = Readonly<Record<string, unknown>>;

/** The schemas that a description names, itself or by one that it names: of each schema there are two, as it is taken and as it is given. */
function namedIn(description: unknown, schemas: Schemas, found = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ""] of JSON.stringify(description).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (found.has(name)) continue;
    found.add(name);
    namedIn(schemas[name], schemas, found);
  }
  return found;
}

const asNamed =
  (transform: SwaggerTransformObject): SwaggerTransformObject =>
  (document) => {
    const whole = transform(document) as { readonly paths: object; readonly components: { readonly schemas: Schemas } };
    const { schemas } = whole.components;
    const named = namedIn(whole.paths, schemas);
    const left = Object.fromEntries(Object.entries(schemas).filter(([name]) => named.has(name)));
    return { ...whole, components: { ...whole.components, schemas: left } } as ReturnType<SwaggerTransformObject>;
  };

/** Describes the routes that are added after it at `/api/openapi.json`. */
export async function addOpenApi(
  server: FastifyInstance,
  { withToken, basePath }: { readonly withToken: boolean; readonly basePath: string },
): Promise<void> {
  const zodToJsonConfig = { override: withoutTuples };
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Levermap",
        description: "Who holds what in chipmaking, and who could withhold it from whom.",
        version: "1",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: basePath || "/" }],
      tags: tags.map((name) => ({ name })),
      ...(withToken
        ? { components: { securitySchemes: { token: { type: "http" as const, scheme: "bearer" } } }, security: [{ token: [] }] }
        : { security: [] }),
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig }),
    transformObject: asNamed(createJsonSchemaTransformObject({ zodToJsonConfig })),
  });
  server.get("/api/openapi.json", { schema: { hide: true } }, () => server.swagger());
}
