import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Effects } from "../../base/effects.ts";
import type { ServerOptions } from "../../server/create-server.ts";
import type { Jobs } from "../../server/jobs/jobs.ts";
import type { User } from "../../server/users.ts";
import type { Context } from "../command.ts";

export interface Writes extends Required<Pick<ServerOptions, "keeping" | "deciding">> {
  readonly jobs: Jobs;
}

/** What is written to a workspace that is served, one after the other. `written`: told when a job has written. */
export async function openWrites(context: Context, written: () => void, failed: (thrown: unknown) => void): Promise<Writes> {
  const { Jobs } = await import("../../server/jobs/jobs.ts");
  const { runJob } = await import("../../server/jobs/run-job.ts");
  const { forgetSearch, saveSearch } = await import("../../library/save-search.ts");
  const { decide } = await import("../../library/decide.ts");
  const { decideCase } = await import("../../library/cases/decide-case.ts");
  const { asOf, effects } = context;
  const dir = await realpath(context.workspace).catch(() => resolve(context.workspace));
  const by = (user: User | null): Effects => ({ ...effects, actor: { user: user?.name ?? null, via: "HTTP API" } });
  const jobs = await Jobs.open({ dir, run: (job, call) => runJob(dir, job, call), written, failed });
  return {
    jobs,
    keeping: {
      keep: async (search, user) => (await jobs.short(() => saveSearch(dir, { ...search, asOf }, by(user)))).documents.length,
      end: (name, user) => jobs.short(() => forgetSearch(dir, name, by(user))),
    },
    deciding: {
      onName: (decision, user) => jobs.short(() => decide(dir, decision, by(user))),
      onCase: (decision, user) => jobs.short(() => decideCase(dir, { ...decision, user: user?.name }, by(user))),
    },
  };
}
