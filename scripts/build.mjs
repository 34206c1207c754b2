import { rmSync } from "node:fs";
import { writeCliWords } from "./cli-words.mjs";
import { writeMethodPages } from "./method-pages.mjs";
import { packAssets } from "./pack-assets.mjs";
import { buildInputs, buildStamps } from "./prepare.mjs";
import { must, node, root, tool } from "./run.mjs";
import { keep, stampOf } from "./stamp.mjs";

/** Builds all, or the parts that are named: `code` begins with an empty `dist/`, `types` adds to what is there. */
const given = process.argv.slice(2);
const has = (part) => given.length === 0 || given.includes(part);

// A step that runs a module through Vite would else have what comes after it built for development
process.env.NODE_ENV = "production";

const stamp = stampOf(buildInputs);
if (has("code")) {
  rmSync(`${root}dist`, { recursive: true, force: true });
  await must(node([tool("vite/bin/vite.js"), "build", "--config", "scripts/join.config.mjs", "--logLevel", "warn"]));
  await must(node([tool("vite/bin/vite.js"), "build", "--config", "web/vite.config.ts", "--logLevel", "warn"]));
  await writeCliWords();
  packAssets(`${root}dist/web/assets`);
  writeMethodPages(`${root}dist/site/method.json.br`);
  keep(buildStamps.code, stamp);
}
if (has("types")) {
  // Not read where they are not asked for: the compiler comes with them
  const { writeClientTypes } = await import("./client-types.mjs");
  const { joinTypes } = await import("./types.mjs");
  rmSync(`${root}${buildStamps.types}`, { force: true });
  await must(node([tool("typescript-native/bin/tsc"), "-p", "tsconfig.build.json"]));
  await joinTypes(`${root}.cache/types/index.d.ts`, `${root}dist/index.d.ts`);
  await writeClientTypes(`${root}.cache/types/client`, `${root}dist/client/connect.d.ts`);
  keep(buildStamps.types, stamp);
}
