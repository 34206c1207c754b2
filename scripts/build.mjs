import { rmSync } from "node:fs";
import { writeClientTypes } from "./client-types.mjs";
import { writeMethodPages } from "./method-pages.mjs";
import { buildInputs, buildStamp } from "./prepare.mjs";
import { must, node, root, tool } from "./run.mjs";
import { keep, stampOf } from "./stamp.mjs";
import { joinTypes } from "./types.mjs";

// A step that runs a module through Vite would else have what comes after it built for development
process.env.NODE_ENV = "production";

const stamp = stampOf(buildInputs);
rmSync(`${root}dist`, { recursive: true, force: true });
await must(node([tool("typescript/bin/tsc"), "-p", "tsconfig.build.json"]));
await joinTypes(`${root}.cache/types/index.d.ts`, `${root}dist/index.d.ts`);
await writeClientTypes(`${root}.cache/types/client`, `${root}dist/client/connect.d.ts`);
await must(node([tool("vite/bin/vite.js"), "build", "--config", "scripts/join.config.mjs", "--logLevel", "warn"]));
await must(node([tool("vite/bin/vite.js"), "build", "--config", "web/vite.config.ts", "--logLevel", "warn"]));
writeMethodPages(`${root}dist/site/method.json.br`);
keep(buildStamp, stamp);
