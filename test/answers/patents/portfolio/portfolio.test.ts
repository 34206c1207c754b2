import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PortfolioReport, portfolioReportSchema } from "../../../../src/answers/patents/portfolio/portfolio-report.ts";
import type { Ask } from "../../../../src/ask/ask.ts";
import { openWorkspace } from "../../../../src/workspace/open.ts";
import type { Workspace } from "../../../../src/workspace/workspace.ts";
import { bundledWorkspace } from "../../bundled-workspace.ts";
import { openAsk } from "../../open-ask.ts";
import { citations, patents, patentsWorkspace } from "../patents-workspace.ts";

const asOf = "2026-11-25";
let bundled: Workspace;
let invented: Workspace;
let ask: Ask;
let askInvented: Ask;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "levermap-portfolio-"));
  bundled = await openWorkspace(await bundledWorkspace(), { mode: "read" });
  invented = await patentsWorkspace(folder);
  ask = openAsk(bundled, { asOf });
  askInvented = openAsk(invented, { asOf: "2019-12-31" });
});

afterAll(async () => {
  bundled.close();
  invented.close();
  await rm(folder, { recursive: true });
});

describe("the portfolio of a holder of bundled patents", () => {
  let soitec: PortfolioReport;
  beforeAll(async () => {
    soitec = portfolioReportSchema.parse(await ask.portfolio({ holder: "soitec" }));
  });

  it("counts as the card of the holder and the patents of the technology do", async () => {
    const card = await ask.holder({ name: "soitec" });
    expect([soitec.documents, soitec.granted, soitec.unassigned]).toEqual([card.documents, card.granted, card.unassigned]);
    expect(soitec.inForce).toEqual(card.inForce);
    const { holders } = await ask.technologyPatents({ technology: "layer-transfer", top: 100 });
    const { names: _, ...line } = holders.find(({ holder }) => holder === "soitec")!;
    const [judged] = soitec.technologies;
    expect(judged!.holding).toMatchObject({ ...line, shares: { count: { value: line.shares.count.value } } });
    const lapsing = soitec.expiry.years.reduce((sum, { byEvent, byTerm }) => sum + byEvent + byTerm, 0);
    expect(lapsing + soitec.expiry.unknown + soitec.expiry.notGranted).toBe(soitec.documents);
  });

  it("tells who is on both sides of its citations, and asks about a cross-licence with whom blocks both ways", async () => {
    const told = new Map(soitec.blocks.holders.map(({ holder, blocked, blocks }) => [holder, [blocked, blocks]]));
    expect(told).toEqual(
      new Map([
        ["silicon-genesis", [0, 6]],
        ["cea", [0, 1]],
      ]),
    );
    expect(soitec.crossLicences).toMatchObject({ pairs: [], inAll: 0 });
    const genesis = await ask.portfolio({ holder: "silicon-genesis", top: 50 });
    expect(genesis.blocks.holders.find(({ holder }) => holder === "soitec")).toMatchObject({ blocked: 6, blocks: 0 });
    for (const { holder, blocked, blocks } of genesis.crossLicences.pairs) {
      const { blocks: theirs } = await ask.portfolio({ holder, top: 50 });
      expect(theirs.holders.find((one) => one.holder === "silicon-genesis")).toMatchObject({ blocked: blocks, blocks: blocked });
    }
    expect(genesis.crossLicences.pairs.every(({ question }) => /^Would a cross-licence .*\?/.test(question))).toBe(true);
    expect(genesis.crossLicences.inAll).toBeGreaterThan(0);
  });

  it("could exclude part of what is at stake in the US, more than nothing since it licenses nobody, and is unknown where nothing is loaded", async () => {
    const us = soitec.exclusion.find(({ market }) => market === "US")!;
    expect(us.usd!.low).toBeGreaterThan(0);
    expect(us.usd!.high).toBeLessThanOrEqual(us.value!.high);
    const others = soitec.exclusion.filter(({ market }) => market !== "US");
    expect(others.map(({ market }) => market)).toEqual(["CN", "EU", "JP", "KR", "TW"]);
    expect(others.every(({ usd, unknown, groups }) => usd === null && unknown === "no-patents-there" && groups.length === 0)).toBe(true);
    const [only] = us.groups;
    expect(only).toMatchObject({ technology: { id: "layer-transfer" }, mainGroup: "H01L21", without: { low: 0, high: 0 }, adds: us.usd });
  });

  it("never rises without a group, and keeps groups apart", async () => {
    const { exclusion } = await ask.portfolio({ holder: "silicon-genesis", top: 50 });
    const us = exclusion.find(({ market }) => market === "US")!;
    expect(us.groups.length).toBe(us.groupsInAll);
    expect(us.groups.length).toBeGreaterThan(3);
    for (const { without, adds } of us.groups) {
      expect(without!.low).toBeLessThanOrEqual(us.usd!.low);
      expect(without!.high).toBeLessThanOrEqual(us.usd!.high);
      expect(adds!.low).toBeGreaterThanOrEqual(0);
    }
    const keys = us.groups.map(({ technology, mainGroup }) => `${technology.id} ${mainGroup}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("ranks every office, says what is unknown, and names the fee schedules", () => {
    const [line] = soitec.filing;
    expect(line!.offices.map(({ office }) => office).sort()).toEqual(["CN", "EP", "JP", "KR", "TW", "US"]);
    const unknown = line!.offices.filter(({ verdict }) => verdict === "unknown");
    expect(unknown.every(({ reason, ratio, stake }) => reason === "stake-unknown" && ratio === null && stake === null)).toBe(true);
    expect(line!.offices.slice(line!.offices.length - unknown.length)).toEqual(unknown);
    expect(line!.offices.find(({ office }) => office === "US")).toMatchObject({ families: 5, market: "US" });
    expect(soitec.evidence.grade).toBe("assumed");
    expect(soitec.evidence.documents.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["f-uspto-2025", "f-epo-2024", "r-maintenance-2009"]),
    );
  });

  it("asks and never tells: every advice is a question for counsel", () => {
    for (const { question, reasons } of soitec.waiting.families) {
      expect(question).toMatch(/^Does a claim of .*\?/);
      expect(reasons.length).toBeGreaterThan(0);
    }
    expect(soitec.evidence.limits.join(" ")).toContain("not legal advice");
  });

  it("is found by name, told of one technology and office, and refused for what there is none of", async () => {
    const named = await ask.portfolio({ holder: "SOITEC", technology: "layer-transfer", jurisdiction: "us", top: 1 });
    expect(named).toMatchObject({ holder: { holder: "soitec" }, office: "US", technology: { id: "layer-transfer" }, documents: 5 });
    expect(named.exclusion.map(({ office }) => office)).toEqual(["US"]);
    const elsewhere = await ask.portfolio({ holder: "soitec", jurisdiction: "EU" });
    expect(elsewhere).toMatchObject({ office: "EP", documents: 0, technologies: [] });
    expect(elsewhere.finding).toBe("No patent of Soitec with a document at EP is loaded: what it holds there is unknown.");
    const known = await ask.portfolio({ holder: "ASML" });
    expect(known).toMatchObject({ holder: { holder: "asml", organisation: "asml" }, documents: 0 });
    expect(known.finding).toBe("No patent of ASML is loaded: what it holds is unknown.");
    await expect(ask.portfolio({ holder: "AmberWave" })).rejects.toThrow("Did you mean AmberWave Systems Corporation?");
    await expect(ask.portfolio({ holder: "soitec", technology: "none" })).rejects.toMatchObject({ code: "LM_TECHNOLOGY_UNKNOWN" });
    await expect(ask.portfolio({ holder: "soitec", jurisdiction: "USA" })).rejects.toMatchObject({ code: "LM_USAGE" });
  });
});

describe("the portfolio of a holder of invented patents", () => {
  it("counts citations across the holder's border, once a pair, X and Y apart", async () => {
    const report = portfolioReportSchema.parse(await askInvented.portfolio({ holder: "Aster", top: 20 }));
    const holdersOf = new Map(patents.map(({ document, holders }) => [document, holders]));
    const isOwn = (document: string): boolean => holdersOf.get(document)!.includes("Aster");
    const across = citations.filter(({ citing, cited }) => isOwn(citing) !== isOwn(cited));
    expect(report.documents).toBe(patents.filter(({ document }) => isOwn(document)).length);
    const share = ({ citing, cited }: (typeof citations)[number]): boolean =>
      holdersOf.get(citing)!.some((one) => holdersOf.get(cited)!.includes(one));
    const citers = citations.filter((each) => isOwn(each.cited) && !share(each)).map(({ citing }) => citing);
    expect(report.citedByOthers).toBe(new Set(citers).size);
    for (const { name, blocked, blockedStrong, blocks, blocksStrong } of report.blocks.holders) {
      const apart = across.filter(({ citing, cited }) => !(holdersOf.get(citing)!.includes(name) && holdersOf.get(cited)!.includes(name)));
      const theirs = apart.filter(({ citing, cited }) => isOwn(cited) && holdersOf.get(citing)!.includes(name));
      const mine = apart.filter(({ citing, cited }) => isOwn(citing) && holdersOf.get(cited)!.includes(name));
      const strong = (list: typeof citations): number => list.filter(({ category }) => category === "X" || category === "Y").length;
      expect([blocked, blockedStrong, blocks, blocksStrong]).toEqual([theirs.length, strong(theirs), mine.length, strong(mine)]);
    }
    expect(report.crossLicences.variant).toBe("X and Y");
    expect(report.caseCount.owner).toBe(1);
  });

  it("asks only about families of others that it cites and that may be in force", async () => {
    const { waiting } = await askInvented.portfolio({ holder: "Aster", top: 200 });
    expect(waiting.families.length).toBe(waiting.inAll);
    expect(waiting.inAll).toBeGreaterThan(0);
    expect(waiting.of).toBeGreaterThanOrEqual(waiting.inAll);
    for (const { holders, citedBy, inForce, lapses } of waiting.families) {
      expect(holders).not.toContain("Aster");
      expect(citedBy).toBeGreaterThan(0);
      expect(inForce?.high).not.toBe(0);
      expect(lapses ?? 2019).toBeGreaterThanOrEqual(2019);
    }
  });
});
