import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureReportSchema } from "../../src/index.ts";
import { bundledAtlas } from "../../src/library/create.ts";
import { namedSource } from "../../src/library/named-source.ts";
import { initWorkspace } from "../../src/workspace/init.ts";
import { folder } from "./fixture.ts";
import { run, start } from "./run.ts";

const cwd = folder();
const steps = ["documents", "holders", "technologies", "citations", "networks", "texts"];

describe("measure", () => {
  it("stops at Ctrl-C between or within steps and goes on the next time", async () => {
    const dir = join(cwd, "unmeasured");
    await initWorkspace(dir, namedSource("atlas"), [bundledAtlas], () => []);
    const missing = await run(["patent", "US6103599", "-w", dir], { cwd });
    expect(missing.stderr).toMatch(/^LM_NOT_MEASURED/);
    const first = start(["measure", "--verbose", "-w", dir], { cwd });
    await first.printed("Measuring holders.");
    first.child.kill("SIGINT");
    const { code, stderr } = await first.ended;
    expect(code).toBe(130);
    expect(stderr).toContain("LM_INTERRUPTED");
    const { stdout } = await run(["measure", "--json", "-w", dir], { cwd });
    const done = measureReportSchema.parse(JSON.parse(stdout)).steps;
    expect(done.map(({ step }) => step)).toEqual(steps);
    expect(done[0]?.already).toBe(true);
    expect(done.at(-1)?.already).toBe(false);
    const card = await run(["patent", "US6103599", "-w", dir], { cwd });
    expect(card.stdout).toContain("-0.232");
  });
});
