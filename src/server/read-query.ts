import type { FastifySchemaCompiler } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { z } from "zod";
import { plainField, readWord } from "../answers/shared/read-words.ts";

type Words = Readonly<Record<string, unknown>>;

/** The words of an address as a schema wants them; one word of a list is a list of one. */
function readWords({ shape }: z.ZodObject, given: Words): Words {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = shape[name] as z.ZodType | undefined;
      if (field === undefined || typeof value !== "string") return [name, value];
      return [name, plainField(field) instanceof z.ZodArray ? [value] : readWord(field, value)];
    }),
  );
}

/** Checks the parts of a request: the address word by word, the body as it is. */
export const questionValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const inAddress = httpPart !== "body" && schema instanceof z.ZodObject;
  const check = validatorCompiler({ schema } as never);
  return (data: unknown) => check(inAddress ? readWords(schema, data as Words) : data);
};
