import { setMeta } from "../../src/workspace/migrations.ts";
import { writeWorkspace } from "../../src/workspace/write.ts";

/** Writes a note to a workspace that is being read; it may be killed anywhere. */
const [dir] = process.argv.slice(2) as [string];
process.send!("begun");
await writeWorkspace(dir, {}, (workspace) => workspace.use((connection) => setMeta(connection, "note", "killed")));
process.exit();
