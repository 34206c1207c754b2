import { say } from "../../base/message.ts";
import { facts, section, table } from "../../report/blocks.ts";
import type { Block, Cell } from "../../report/view.ts";
import type { PageOf } from "../page.ts";

/** What a page tells of an OpenAPI description. */
export interface ApiDescription {
  readonly tags?: readonly { readonly name: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema?: { readonly type?: string; readonly enum?: readonly unknown[]; readonly default?: unknown };
}

interface Operation {
  readonly summary?: string;
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: Readonly<
      Record<string, { readonly example?: unknown; readonly schema?: { readonly description?: string; readonly example?: unknown } }>
    >;
  };
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The reference of the HTTP API, drawn from its description. */
export const apiPage = (describe: () => ApiDescription): PageOf => ({
  path: "/api",
  async page() {
    const description = describe();
    const routes = routesOf(description);
    const tags = [...new Set([...(description.tags ?? []).map(({ name }) => name), ...routes.map(tagOf)])];
    const groups = tags.map((tag) => [tag, routes.filter((route) => tagOf(route) === tag)] as const).filter(([, all]) => all.length > 0);
    return {
      title: "How does a program ask?",
      finding: say("api.by-routes-over-http", { routes: routes.length }),
      blocks: [
        facts(null, [
          ["a first request", "curl 'http://127.0.0.1:4173/api/find?query=photoresist'"],
          ["errors", "JSON with code, message and what to do next"],
          ["kept answers", "each has an ETag; If-None-Match gives 304 where nothing has changed"],
          ["long lists", "offset and limit, where a route has them: the header Link leads on"],
          ["long work", "Accept: text/event-stream gives the steps as events, then the answer"],
        ]),
        ...groups.map(([tag, all]) => section(say("api.about", { tag }), all.flatMap(routeBlocks))),
      ],
      steps: [
        { label: "The description, for programs", path: "api/openapi.json" },
        { label: "The method behind the answers", path: "method" },
      ],
    };
  },
});

const tagOf = ({ operation: { tags = [] } }: Route): string => tags[0] ?? "the service";

const routesOf = ({ paths = {} }: ApiDescription): readonly Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation: operation as Operation })),
  );

function routeBlocks(route: Route): readonly Block[] {
  const { method, path, operation } = route;
  const { parameters = [], summary = "" } = operation;
  return [
    section(`${method} ${path}`, [
      facts(null, [
        ["gives", summary],
        ["example", exampleOf(route)],
      ]),
      ...(parameters.length === 0
        ? []
        : [
            table(
              say("api.fields-of", { method, path }),
              ["field", "where", "what", "meaning~"],
              parameters.map((each): readonly Cell[] => [
                `${each.name}${each.required ? " (needed)" : ""}`,
                each.in,
                kindOf(each),
                each.description ?? "",
              ]),
            ),
          ]),
    ]),
  ];
}

const kindOf = ({ schema: { type = "", enum: choices } = {} }: Parameter): string => (choices === undefined ? type : choices.join(", "));

/** A request as it is typed, with an example of each field that is needed. */
function exampleOf({ method, path, operation: { parameters = [], requestBody } }: Route): string {
  const wordOf = ({ name, example, schema }: Parameter): string =>
    String(example ?? schema?.default ?? schema?.enum?.[0] ?? name.toUpperCase());
  const filled = parameters
    .filter((each) => each.in === "path")
    .reduce((text, each) => text.replace(`{${each.name}}`, encodeURIComponent(wordOf(each))), path);
  const query = parameters.filter((each) => each.in === "query" && (each.required || each.example !== undefined));
  const words = query.map((each) => `${each.name}=${encodeURIComponent(wordOf(each))}`).join("&");
  const address = `'http://127.0.0.1:4173${filled}${words === "" ? "" : `?${words}`}'`;
  if (method === "GET") return `curl ${address}`;
  const [[kind, body] = ["application/json", undefined]] = Object.entries(requestBody?.content ?? {});
  const example = body?.example ?? body?.schema?.example;
  const data =
    requestBody === undefined
      ? ""
      : ` -H 'content-type: ${kind}' ${example === undefined ? "--data-binary @FILE" : `--data '${JSON.stringify(example)}'`}`;
  return `curl -X ${method} ${address}${data}`;
}
