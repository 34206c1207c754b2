import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { build } from "vite";
import { contentOf } from "../../scripts/stamp.mjs";
import { dataOf, entries, type SolvedKind } from "./solved-kinds.ts";
import { withoutTexts } from "./what-decides.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What tells the inputs of solved answers, by kind. */
    solvedInputs: Readonly<Record<SolvedKind, string>>;
  }
}

/**
 * A digest of all that decides the answers of each kind: the bundled data that they rest on, the code that is reached, joined and without what does not
 * decide (comments, types, names of variables and of files, what schemas and errors say), and the packages that it asks for.
 */
export async function solvedInputs(root: string): Promise<Readonly<Record<SolvedKind, string>>> {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const found: [SolvedKind, string][] = [];
  for (const [kind, files] of Object.entries(entries) as [SolvedKind, readonly string[]][]) {
    const code = await joined(root, files);
    const packages = Object.entries<string>(dependencies).filter(([name]) => code.includes(`"${name}"`) || code.includes(`"${name}/`));
    const data = contentOf(dataOf[kind].map((name) => `data/${name}`));
    found.push([kind, createHash("sha256").update(data).update(JSON.stringify(packages)).update(code).digest("hex").slice(0, 32)]);
  }
  return Object.fromEntries(found) as Record<SolvedKind, string>;
}

const joinedName = "\0joined";

async function joined(root: string, files: readonly string[]): Promise<string> {
  const text = files.map((file, at) => `export * as a${at} from ${JSON.stringify(`${root}${file}`)};`).join("\n");
  const result = await build({
    root,
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    define: { levermapBuildId: "null" },
    plugins: [
      withoutTexts,
      {
        name: "joined",
        resolveId: (id: string) => (id === joinedName ? id : null),
        load: (id: string) => (id === joinedName ? text : null),
      },
    ],
    build: {
      ssr: true,
      write: false,
      target: "node20",
      rolldownOptions: { input: { joined: joinedName }, output: { codeSplitting: false, minify: true } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0]! : result) as {
    readonly output: readonly { readonly type: string; readonly code?: string }[];
  };
  return output.map(({ code = "" }) => code).join("\n");
}
