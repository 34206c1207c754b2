import { runCommand } from "../../src/cli/run-command.ts";
import { type Ended, environment } from "./run.ts";

const signals = ["SIGINT", "SIGTERM"] as const;

/** Runs the command line in this process, from the sources, to its end: no other runs meanwhile. */
export async function runInside(args: readonly string[], { cwd }: { readonly cwd: string }): Promise<Ended> {
  const [before, env, listeners] = [process.cwd(), { ...process.env }, signals.map((each) => process.listeners(each))];
  const texts = { stdout: "", stderr: "" };
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  const replaceEnv = (by: NodeJS.ProcessEnv): void => {
    for (const name of Object.keys(process.env)) if (!(name in by)) delete process.env[name];
    Object.assign(process.env, by);
  };
  for (const name of ["stdout", "stderr"] as const)
    process[name].write = ((text: string | Uint8Array, ...more: unknown[]) => {
      texts[name] += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
      (more.find((each) => typeof each === "function") as (() => void) | undefined)?.();
      return true;
    }) as typeof process.stdout.write;
  replaceEnv(environment);
  process.chdir(cwd);
  process.exitCode = undefined;
  try {
    await runCommand(args);
    return { code: Number(process.exitCode ?? 0), ...texts };
  } finally {
    Object.assign(process.stdout, { write: writes.stdout });
    Object.assign(process.stderr, { write: writes.stderr });
    process.exitCode = undefined;
    process.chdir(before);
    replaceEnv(env);
    for (const [at, name] of signals.entries())
      for (const each of process.listeners(name)) if (!listeners[at]!.includes(each)) process.off(name, each);
  }
}
