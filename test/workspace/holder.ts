import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";

const script = `
const { DuckDBInstance } = require(process.argv[1]);
DuckDBInstance.create(process.argv[2], { access_mode: process.argv[3] }).then(async (instance) => {
  globalThis.held = await instance.connect();
  console.log("held");
  setInterval(() => globalThis.held, 1000);
});
`;

/** Another process that holds the database of a workspace open until it is stopped. */
export async function startHolder(dir: string, access: "READ_ONLY" | "READ_WRITE"): Promise<{ stop(): Promise<void> }> {
  const api = createRequire(import.meta.url).resolve("@duckdb/node-api");
  const child: ChildProcess = spawn(process.execPath, ["-e", script, api, join(dir, "levermap.duckdb"), access], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the child has no output");
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`the child ended with ${code}`))),
  ]);
  return {
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
