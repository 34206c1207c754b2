import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Size of a synthetic map. At `scale` 100: 12,000 technologies and about 130,000 shares. */
export interface SyntheticSize {
  readonly technologies: number;
  readonly shares: number;
  readonly requirements: number;
}

const depth = 12;
const economies = Array.from({ length: 40 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)));
const modes = ["consumable", "capital", "service"] as const;
const criticalities = ["blocking", "degrading", "degrading", "marginal", "unknown"] as const;

/** Mulberry32, a small seeded generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Maker {
  readonly random: () => number;
  readonly files: Map<string, string[]>;
  readonly row: (file: string, cells: readonly (string | number)[]) => void;
}

/**
 * Writes a synthetic atlas: a connected acyclic graph of depth 12. Every technology except final products is used by a later level; shares
 * sum to at most 1 and follow a power law.
 */
export async function writeSyntheticAtlas(dir: string, scale: number, seed = 7): Promise<SyntheticSize> {
  const files = new Map<string, string[]>();
  const maker: Maker = {
    random: generator(seed + scale),
    files,
    row: (file, cells) => {
      files.get(file)?.push(cells.join(","));
    },
  };
  for (const [file, header] of Object.entries(headers)) files.set(file, [header]);
  fixedTables(maker);
  const size = graph(maker, Math.round(120 * scale));
  await mkdir(dir, { recursive: true });
  for (const [file, lines] of files) await writeFile(join(dir, `${file}.csv`), `${lines.join("\n")}\n`);
  return size;
}

const headers = {
  sources: "id,title,publisher,published,url,locator,class,access,note",
  stages: "id,name,position",
  technologies: "id,name,kind,stage,supply_mode,next_generation,description",
  requires: "technology,input,criticality,delta_low,delta_high,since,source,grade,note",
  shares: "technology,holder,holder_kind,basis,low,high,year,known,source,grade,note",
  parameters: "technology,parameter,scope,low,high,unit,year,known,source,grade,note",
  defaults: "supply_mode,parameter,low,high,unit,reason",
  economies: "id,name,gdp,gdp_year,source",
  "product-places": "product,economy,role,low,high,year,known,source,grade,note",
} as const;

/** One per supply mode; all drawn parameters have a width. */
const defaults = {
  spare: [0, 0.2],
  fungibility: [0.2, 0.8],
  substitution: [0.5, 3],
  degradation: [0.1, 0.5],
  stock: [0.5, 3],
  "notice-purchases": [0, 1],
  qualification: [3, 18],
  "lead-time": [12, 60],
  "recovery-ceiling": [0.3, 1],
  "recovery-chance": [0.2, 0.8],
  "service-life": [5, 15],
  "service-factor": [2, 4],
  additions: [0.05, 0.15],
  renewal: [3, 24],
};

function fixedTables({ row }: Maker): void {
  row("sources", ["made-up", "Made-up map", "", 2026, "", "", "other", "direct", ""]);
  for (let level = 0; level < depth; level++)
    row("stages", [level === depth - 1 ? "products" : `level-${level}`, `Level ${level}`, level + 1]);
  for (const economy of economies) row("economies", [economy, `Economy ${economy}`, 1000, 2026, "made-up"]);
  for (const mode of modes)
    for (const [name, [low, high]] of Object.entries(defaults)) row("defaults", [mode, name, low!, high!, "fraction", "made up"]);
  const acts = {
    leakage: [0, 0.3, "fraction"],
    "first-permits": [1, 3, "months"],
    "withheld-at-first": [0.95, 1, "fraction"],
    transit: [0.25, 1.5, "months"],
  } as const;
  for (const [name, [low, high, unit]] of Object.entries(acts)) row("defaults", ["act", name, low, high, unit, "made up"]);
}

function graph({ random, row }: Maker, count: number): SyntheticSize {
  const id = (level: number, i: number): string => `t-${level}-${i}`;
  const products = Math.round(6 * Math.sqrt(count / 120));
  const width = (level: number): number => (level === depth - 1 ? products : Math.floor((count - products) / (depth - 1)));
  let [technologies, shares, requirements] = [0, 0, 0];
  for (let level = 0; level < depth; level++) {
    for (let i = 0; i < width(level); i++) {
      const own = id(level, i);
      const last = level === depth - 1;
      technologies++;
      row("technologies", [own, `Technology ${level} ${i}`, "tool", last ? "products" : `level-${level}`, modes[i % 3]!, "no", ""]);
      const inputs = level === 0 ? [] : inputsOf(random, i, width(level), width(level - 1), level, width(0));
      for (const [fromLevel, j] of inputs) {
        requirements++;
        const criticality = criticalities[Math.floor(random() * criticalities.length)]!;
        row("requires", [own, id(fromLevel, j), criticality, "", "", "", "made-up", "assumed", ""]);
      }
      shares += shareRows(random, row, own);
      if (last) productRows(random, row, own);
    }
  }
  return { technologies, shares, requirements };
}

/** Inputs mostly from the previous level, for connectivity and depth. */
function inputsOf(random: () => number, i: number, width: number, before: number, level: number, first: number) {
  const found = new Map<string, readonly [number, number]>();
  const add = (fromLevel: number, j: number): void => {
    found.set(`${fromLevel}|${j}`, [fromLevel, j]);
  };
  for (let j = Math.floor((i * before) / width); j < Math.floor(((i + 1) * before) / width); j++) add(level - 1, j);
  for (let k = 0; k < 2; k++) add(level - 1, Math.floor(random() * before));
  if (random() < 0.2) add(0, Math.floor(random() * first));
  return [...found.values()];
}

function shareRows(random: () => number, row: Maker["row"], own: string): number {
  const holders = 7 + Math.floor(random() * 9);
  const start = Math.floor(random() * economies.length);
  const weights = Array.from({ length: holders }, (_, k) => (0.3 + random()) / (k + 1) ** 1.5);
  const total = weights.reduce((sum, weight) => sum + weight, 0) / (0.8 + 0.2 * random());
  weights.forEach((weight, k) => {
    const share = (weight / total).toFixed(4);
    const holder = economies[(start + k * 7) % economies.length]!;
    row("shares", [own, holder, "economy", "headquarters", share, share, 2025, "", "made-up", "derived", ""]);
  });
  return holders;
}

function productRows(random: () => number, row: Maker["row"], own: string): void {
  row("parameters", [own, "market-size", "world", 50, 50 + Math.round(100 * random()), "USD bn", 2025, "", "made-up", "derived", ""]);
  for (let k = 0; k < 4; k++)
    row("product-places", [own, economies[Math.floor(random() * 12) * 3 + (k % 3)]!, "make", 0.1, 0.2, 2025, "", "made-up", "derived", ""]);
}
