import { expect, it, vi } from "vitest";
import { createServer } from "../../../src/server/create-server.ts";
import { Jobs } from "../../../src/server/jobs/jobs.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

it("who watches a job does not hold a server that closes", async () => {
  let isBegun = false;
  const jobs = await Jobs.open({
    dir: temporaryFolder(),
    run: (_, { signal }) => {
      isBegun = true;
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    },
    written: () => undefined,
    failed: () => undefined,
  });
  const headers = { authorization: "Bearer t" };
  const server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", token: "t", jobs });
  const job = await jobs.post({ what: "measure", source: null, file: null, edition: null, user: "olga" }, null);
  const watching = server.inject({ url: `/api/jobs/${job.id}`, headers: { ...headers, accept: "text/event-stream" } });
  await vi.waitFor(() => expect(isBegun).toBe(true));
  await jobs.close();
  const { payload } = await watching;
  expect(payload).toContain("event: step");
  expect(payload).not.toContain("event: answer");
  await server.close();
});
