import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingsText, readFindings } from "../../../src/cli/page/findings.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { load } from "../../../src/library/load.ts";
import { measure } from "../../../src/library/measure.ts";
import { open } from "../../../src/library/open.ts";
import { isLong } from "../../tiers.ts";
import { codeOf, errorOf, temporaryFolder } from "../../workspace/folder.ts";
import { bundledCopy, openBundled } from "../bundled-workspace.ts";

const lens = `#,Jurisdiction,Kind,Publication Number,Lens ID,Publication Date,Application Number,Application Date,Priority Numbers,Earliest Priority Date,Title,Applicants,Inventors,Owners (US),Type,Cites Patent Count,CPC Classifications,IPCR Classifications,US Classifications
1,US,B2,US 7000001 B2,1-2-3,2006-02-14,US 57839600 A,2000-04-03,US 13218399 P 19990501,1999-05-01,A quaint mill,ONE INC,DOE JANE,,Granted Patent,3,B02C17/00,B02C17/00,241/24
`;

async function withUnmeasured(): Promise<string> {
  const dir = await bundledCopy();
  const path = join(temporaryFolder(), "lens.csv");
  await writeFile(path, lens);
  expect((await load(dir, "patent-table", [path])).measured).toBe(false);
  return dir;
}

describe("patents loaded after the last measure", () => {
  it.runIf(isLong)("are said to be loaded, and are not counted by search", async () => {
    const dir = await withUnmeasured();
    const map = await open(dir);
    expect(await errorOf(map.patent({ number: "US 7,000,001" }))).toMatchObject({
      code: "LM_NOT_MEASURED",
      message: expect.stringContaining("US7000001 was loaded after"),
    });
    expect(await codeOf(map.patent({ number: "US7999999999" }))).toBe("LM_PATENT_UNKNOWN");
    expect(await map.searchPatents({ words: "quaint mill" })).toMatchObject({ total: 0, found: [] });
    map.close();
    await measure(dir);
    const again = await open(dir);
    expect((await again.patent({ number: "US7000001" })).title).toBe("A quaint mill");
    expect((await again.searchPatents({ words: "quaint mill" })).total).toBe(1);
    again.close();
  });

  it("a step that is none is said before the workspace is opened", async () => {
    expect(await codeOf(measure(join(temporaryFolder(), "nowhere"), { only: ["nothing"] }))).toBe("LM_USAGE");
  });
});

describe("patents as of a day before the last document", () => {
  it("say that only their status is of that day", async () => {
    const map = await openBundled("1999-01-01");
    const [card, report] = [await map.patent({ number: "US6103599" }), await map.technologyPatents({ technology: "layer-transfer" })];
    for (const { evidence } of [card, report]) expect(evidence.limits.join(" ")).toMatch(/also those after 1999-01-01/);
    map.close();
  });
});

describe("what patents rest on", () => {
  it("names the documents that the bundled ones were read in, the searches, and terms without adjustment", async () => {
    const map = await openBundled();
    const card = await map.patent({ number: "US6103599" });
    const report = await map.technologyPatents({ technology: "layer-transfer" });
    for (const { evidence } of [card, report]) {
      expect(evidence.documents.map(({ id }) => id)).toContain("p-uspto-patents");
      expect(evidence.limits.join(" ")).toMatch(/come from searches \(atlas\).*n_k is incomplete/);
      expect(evidence.limits.join(" ")).not.toMatch(/also those after/);
    }
    expect(card.inForce).toMatchObject({ termEnd: "2018-06-03", adjustmentDays: null });
    expect(report.evidence.limits.join(" ")).toMatch(/Extensions of term are unknown for 75 of 75/);
    expect((await map.technologyPatents({ technology: "layer-transfer", jurisdiction: "us" })).jurisdiction).toBe("US");
    map.close();
  });
});

describe("the first findings", () => {
  it("name the first holders of patents", async () => {
    const map = await openBundled();
    const text = findingsText(await readFindings(map), { width: 100, style: new Style(false) });
    expect(text.replaceAll("\n", " ")).toMatch(
      /Patents: 294 documents of \d+ holders are loaded, most of Nvidia 133, Applied Materials 32, Silicon Genesis 26/,
    );
    map.close();
  });
});
