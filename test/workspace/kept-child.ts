import { keptFiles } from "../../src/workspace/kept-files.ts";

/** Writes files of one value over and over, until it is killed. */
const [folder] = process.argv.slice(2) as [string];
const kept = keptFiles(folder, "killed", 1000);
for (let turn = 0; ; turn++) {
  await kept.write(turn % 20, Buffer.alloc(400_000, turn % 256));
  if (turn === 0) process.send!("begun");
}
