import { writeFileSync } from "node:fs";
import openapiTypeScript, { astToString } from "openapi-typescript";
import { runnerImport } from "vite";
import { root } from "./run.mjs";
import { joinTypes } from "./types.mjs";

/** The description of the HTTP API as a server gives it. */
async function describe() {
  const { module } = await runnerImport(`${root}src/server/create-server.ts`, { root, configFile: false, logLevel: "error" });
  const server = await module.createServer({ ask: {}, webDir: "/nowhere" });
  const description = server.swagger();
  await server.close();
  return description;
}

/** The client throws what is no answer, so that its types need answers alone. */
function answersOnly({ paths, ...rest }) {
  const given = ({ responses, ...operation }) => ({
    ...operation,
    responses: Object.fromEntries(Object.entries(responses).filter(([status]) => status.startsWith("2"))),
  });
  const all = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, given(operation)])),
  ]);
  return { ...rest, paths: Object.fromEntries(all) };
}

const entry = `import type { paths } from "./api.js";
import type { ConnectOptions, ServerClient } from "./connect.js";
export type { components, paths } from "./api.js";
export type { ConnectOptions, ServerClient };
export { ServerProblem } from "./connect.js";
/** Asks a running \`levermap serve\`. */
export declare function connect(options: ConnectOptions): ServerClient<paths>;
`;

/** Writes the types of the client, made of the description of the API and of what the compiler wrote into a folder. */
export async function writeClientTypes(folder, to) {
  const types = astToString(await openapiTypeScript(answersOnly(await describe())));
  writeFileSync(`${folder}/api.d.ts`, types.replaceAll(/^ *\w+\?: never;\n/gm, ""));
  writeFileSync(`${folder}/entry.d.ts`, entry);
  await joinTypes(`${folder}/entry.d.ts`, to);
}
