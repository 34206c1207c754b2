import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AuditLine } from "../../../src/answers/cases/audit-record.ts";
import { exportAudit, readAudit, replayAudit, writeAudit } from "../../../src/library/cases/audit.ts";
import { decideCase } from "../../../src/library/cases/decide-case.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { codeOf, keptEffects, temporaryFolder } from "../../workspace/folder.ts";
import { asOf, entry, one, openedDesk } from "./opened-desk.ts";

const folder = temporaryFolder();

describe("auditor's files", () => {
  it("that were changed, cut or are none are refused; a changed result is told", async () => {
    const { dir } = await openedDesk(folder, "audit");
    const path = join(folder, "audit.jsonl");
    await exportAudit(dir, undefined, path);
    expect(await codeOf(exportAudit(dir, 1, path))).toBe("LM_EXPORT_EXISTS");
    const text = readFileSync(path, "utf8");
    const bad = join(folder, "bad.jsonl");
    for (const broken of [
      text.replace('"score":', '"score":1'),
      text.slice(0, -100),
      text.split("\n").slice(0, -2).join("\n"),
      "{}\n",
      "no JSON",
      "",
    ]) {
      writeFileSync(bad, broken);
      expect(await codeOf(replayAudit(bad))).toBe("LM_AUDIT_INVALID");
    }
    writeFileSync(bad, text);
    appendFileSync(bad, '{"kind":"load"}\n');
    expect(await codeOf(replayAudit(bad))).toBe("LM_AUDIT_INVALID");
    expect(await codeOf(replayAudit(join(folder, "nowhere.jsonl")))).toBe("LM_FILE_NOT_FOUND");
    writeFileSync(`${bad}.gz`, text);
    expect(await codeOf(replayAudit(`${bad}.gz`))).toBe("LM_AUDIT_INVALID");
  });

  it("that were changed and sealed anew do not replay to what they say", async () => {
    const { dir } = await openedDesk(folder, "forged");
    await decideCase(dir, { customer: "A", entry, verdict: "true", user: "anna" });
    await runCases(dir, { asOf });
    const path = join(folder, "sealed.jsonl");
    await exportAudit(dir, 2, path);
    const { head, lines } = await readAudit(path);
    const forged = async (change: (line: AuditLine) => AuditLine | null) => {
      const file = join(folder, "forged.jsonl");
      await writeAudit(file, [head, ...lines.flatMap((line) => change(line) ?? [])], keptEffects());
      return (await replayAudit(file)).differences.map(({ what, customer }) => [what, customer]);
    };
    expect(await forged((line) => line)).toEqual([]);
    expect(await forged((line) => (line.kind === "customer" && line.customer.id === "B" ? { ...line, matches: [] } : line))).toEqual([
      ["match", "B"],
    ]);
    expect(await forged((line) => (line.kind === "decision" ? null : line))).toEqual([["case", "A"]]);
    expect(await forged((line) => (line.kind === "case" && line.customer === "B" ? null : line))).toEqual([["case", "B"]]);
    expect(
      await forged((line) =>
        line.kind === "customer" && line.customer.id === "C" ? { ...line, customer: { ...line.customer, name: one.name } } : line,
      ),
    ).toEqual([["customer", "C"]]);
  });
});
