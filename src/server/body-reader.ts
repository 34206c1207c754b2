import type { FastifyInstance } from "fastify";
import { deepestJson, isJsonDeeper } from "../base/bounded-json.ts";
import { LevermapError } from "../base/errors.ts";

/** Reads bodies of JSON. One that is nested too deep is refused before it is parsed, as checks and answers walk it from level to level. */
export function addBodyReader(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    if (isJsonDeeper(body, deepestJson)) done(new LevermapError("LM_SERVER_QUESTION", `The body is nested more than ${deepestJson} deep.`));
    else void parse(request, body, done);
  });
}
