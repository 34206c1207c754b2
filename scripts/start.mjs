import "./end-with-parent.mjs";
import { prepare } from "./prepare.mjs";
import { must, root } from "./run.mjs";
import { fillWorkspace, workspace } from "./workspace.mjs";

const cli = "bin/levermap.js";
const given = process.argv.slice(2);

// Types are for programs that import the package
await must(prepare(["code"]));
process.chdir(root);
await must(fillWorkspace(cli));
process.argv = [process.argv[0], cli, "serve", "--findings", "--workspace", workspace, ...given];
await import("../bin/levermap.js");
