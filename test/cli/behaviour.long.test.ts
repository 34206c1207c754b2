import { describe, expect, it } from "vitest";
import { chokepointReportSchema } from "../../src/index.ts";
import { folder } from "./fixture.ts";
import { run } from "./run.ts";

describe("the bundled atlas", () => {
  const cwd = folder();

  it("makes a workspace that ranks the fixed technologies and answers for several homes", async () => {
    expect((await run(["init"], { cwd })).stderr).toBe("");
    const { technologies } = JSON.parse((await run(["technologies", "--json"], { cwd })).stdout);
    expect(technologies.map((line: { id: string }) => line.id)).toEqual(
      expect.arrayContaining(["euv-lithography", "gallium", "dram", "layer-transfer"]),
    );
    for (const home of ["CN", "US", "EU"]) {
      const { code, stdout } = await run(["chokepoints", "--home", home, "--top", "3", "--json"], { cwd });
      const report = chokepointReportSchema.parse(JSON.parse(stdout));
      expect([code, report.home, report.ranked.length]).toEqual([0, home, 3]);
      expect(report.ranked.every(({ score }) => score !== null && score[0] <= score[1] && score[1] <= score[2])).toBe(true);
    }
    const again = await run(["load", "atlas", "--json"], { cwd });
    expect(JSON.parse(again.stdout).loads[0].already).toBe(true);
  });

  it("is served with its findings and address as one JSON value", async () => {
    const { code, stdout } = await run(["serve", "--port", "0", "--findings", "--json"], { cwd });
    const { address, findings } = JSON.parse(stdout);
    expect([code, address]).toEqual([0, expect.stringMatching(/^http:/)]);
    expect(chokepointReportSchema.parse(findings.world).ranked.length).toBeGreaterThan(0);
  });
});
