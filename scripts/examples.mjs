import { compile } from "./compile.mjs";
import { node } from "./run.mjs";

/** `node scripts/examples.mjs [NAME [ARGUMENT...]]`: compiles the examples, then runs one. */
const [name, ...rest] = process.argv.slice(2);
const folder = await compile("examples");
if (name !== undefined) process.exit(await node([`${folder}/${name}.js`, ...rest], { cwd: process.cwd() }));
