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

/** What the fields of answers mean stands in the reference; as comments it would be half of the types. */
const withoutWords = ({ components, ...rest }) => ({
  ...rest,
  components: JSON.parse(
    JSON.stringify(components, (key, value) => (key === "description" && typeof value === "string" ? undefined : value)),
  ),
});

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

/** Letters from which on a part that occurs more than once is told once. */
const worthwhile = 100;

/** Parts of answers that are the same stand once, named by the first field that has one: a third of the types. */
function partsOnce({ components, ...rest }) {
  const seen = new Map();
  const textOf = ({ description: _, ...value }) => JSON.stringify(value);
  const isPart = (value) => (value?.properties ?? value?.anyOf ?? value?.enum) !== undefined && textOf(value).length > worthwhile;
  const count = (value) => {
    if (value === null || typeof value !== "object") return;
    if (isPart(value)) seen.set(textOf(value), (seen.get(textOf(value)) ?? 0) + 1);
    Object.values(value).forEach(count);
  };
  count(components.schemas);
  const names = new Map();
  const parts = {};
  const nameOf = (text, field) => {
    const base = `${field.charAt(0).toUpperCase()}${field.slice(1)}Part`;
    let name = base;
    for (let at = 2; name in parts || name in components.schemas; at++) name = `${base}${at}`;
    names.set(text, name);
    return name;
  };
  const once = (value, field, isTop = false) => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((each) => once(each, field));
    const inner = () =>
      Object.fromEntries(
        Object.entries(value).map(([key, each]) => [
          key,
          key === "properties"
            ? Object.fromEntries(Object.entries(each).map(([name, schema]) => [name, once(schema, name)]))
            : once(each, field),
        ]),
      );
    const text = Array.isArray(value) ? "" : textOf(value);
    if (isTop || !isPart(value) || seen.get(text) === 1) return inner();
    if (!names.has(text)) {
      const name = nameOf(text, field);
      parts[name] = {};
      const { description: _, ...part } = inner();
      parts[name] = part;
    }
    const { description } = value;
    return { ...(description !== undefined && { description }), $ref: `#/components/schemas/${names.get(text)}` };
  };
  const schemas = Object.fromEntries(Object.entries(components.schemas).map(([name, schema]) => [name, once(schema, name, true)]));
  return { ...rest, components: { ...components, schemas: { ...schemas, ...parts } } };
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
  const types = astToString(await openapiTypeScript(partsOnce(withoutWords(answersOnly(await describe())))));
  const needless =
    /^ *(?:\w+\?: never;|headers: \{\n *\[name: string\]: unknown;\n *\};|\/\*\* @(?:enum \{\w+\}|description Default Response) \*\/)\n/gm;
  writeFileSync(
    `${folder}/api.d.ts`,
    types
      .replaceAll(needless, "")
      .replaceAll(/^ *\* @enum \{\w+\}\n/gm, "")
      .replaceAll("@description ", ""),
  );
  writeFileSync(`${folder}/entry.d.ts`, entry);
  await joinTypes(`${folder}/entry.d.ts`, to);
}
