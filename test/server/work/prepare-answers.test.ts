import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { QuestionName } from "../../../src/ask/questions.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import { unpacked } from "../../../src/server/work/answer-body.ts";
import { answerKey } from "../../../src/server/work/answer-key.ts";
import { prepareAnswers } from "../../../src/server/work/prepare-answers.ts";
import { type Asked, Moved, type Runner } from "../../../src/server/work/runner.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { filesIn } from "./files-in.ts";

const today = "2026-11-29";

/** A small world, as the questions that list it tell of it. */
const listed: Partial<Record<QuestionName, object>> = {
  map: {
    nodes: [{ id: "neon" }, { id: "lasers" }],
    economies: [{ id: "KR" }, { id: "EU", group: true }],
    organisations: [{ id: "nord" }],
  },
  plans: {
    plans: [
      { id: "first", home: "KR", against: "EU" },
      { id: "own", home: "A start-up", against: null },
    ],
  },
  timeline: { rules: [{ id: "rule" }] },
  holders: { holders: [{ name: "Nord Works" }] },
  searchPatents: { found: [{ document: "US6103599" }] },
};

interface Told {
  readonly asked: Asked;
  readonly now: number;
}

/** Answers everything with its own question, but where `instead` has something else. */
function answering(instead: (asked: Asked, at: number) => Promise<string> | null = () => null) {
  const told: Told[] = [];
  let closed = 0;
  const runner: Runner = {
    async run(asked, { now, signal }) {
      signal.throwIfAborted();
      told.push({ asked, now });
      return instead(asked, told.length) ?? JSON.stringify({ asked, ...listed[asked.name] });
    },
    close: async () => void closed++,
  };
  return { runner, told, closed: () => closed };
}

function open(folder = temporaryFolder(), version = "1") {
  const files = filesIn(folder, version, 500);
  const map = { dir: folder, generation: "1-aaaa" };
  const prepare = (runner: Runner, day = today, signal = new AbortController().signal, isQuick = false) =>
    prepareAnswers({ map, files, asOf: null, today: day, signal, runner, isQuick });
  return { folder, files, prepare };
}

describe("answers that everyone asks for", () => {
  it("are worked out once, as of the day, and found by the key that they are asked with", async () => {
    const { files, prepare } = open();
    const { runner, told, closed } = answering();
    const { made, there, faults } = await prepare(runner);
    expect([made > 20, faults, closed()]).toEqual([true, 0, 1]);
    expect(there).toBe(0);
    expect(new Set(told.map(({ now }) => new Date(now).toISOString().slice(0, 10)))).toEqual(new Set([today]));
    for (const asked of [
      { name: "technology", input: { technology: "lasers" } },
      { name: "chokepoints", input: { home: "EU" } },
      { name: "portfolio", input: { holder: "Nord Works" } },
      { name: "planOutline", input: { id: "first" } },
      { name: "map", input: {} },
    ] as const) {
      const body = await files.usual(asked.name).read(answerKey(today, asked));
      expect(JSON.parse(unpacked(body!)).asked).toEqual(asked);
    }
    expect(told.some(({ asked }) => asked.name === "economy" && JSON.stringify(asked.input).includes("EU"))).toBe(false);
    const again = answering();
    expect(await prepare(again.runner)).toEqual({ made: 0, there: made, faults: 0 });
    expect(again.told).toEqual([]);
  });

  it("hold ready plans, which the workspace keeps itself: none of them is filed once more", async () => {
    const { files, prepare } = open();
    const { runner, told } = answering();
    const { made } = await prepare(runner);
    const plan = { name: "plan", input: { id: "first" } } as const;
    expect(told.filter(({ asked }) => asked.name === "plan").map(({ asked }) => asked)).toEqual([
      plan,
      { name: "plan", input: { id: "own" } },
    ]);
    // Of homes that the map knows also what the whole comes to, by itself and on whom the plan names.
    expect(told.filter(({ asked }) => asked.name === "dossier").map(({ asked }) => asked.input)).toEqual([
      { home: "KR" },
      { home: "KR", against: "EU" },
    ]);
    expect(await files.usual("plan").has(answerKey(today, plan))).toBe(false);
    expect(await files.asked("plan").has(answerKey(today, plan))).toBe(false);
    expect(made).toBe(told.length - Object.keys(listed).length);
  });

  it("leave what takes minutes for later where new data waits for them, and are then worked out whole", async () => {
    const { prepare } = open();
    const [quick, later] = [answering(), answering()];
    const signal = new AbortController().signal;
    await prepare(quick.runner, today, signal, true);
    const longest = ({ asked: { name } }: Told): boolean => ["plan", "planVariants", "dossier"].includes(name);
    expect(quick.told.filter(longest)).toEqual([]);
    const { made, there } = await prepare(later.runner);
    expect(later.told.filter(longest)).toHaveLength(made);
    expect(there).toBeGreaterThan(20);
  });

  it("are others on another day and of other data", async () => {
    const { folder, prepare } = open();
    const { made } = await prepare(answering().runner);
    expect((await prepare(answering().runner, "2026-11-30")).made).toBe(made);
    expect((await open(folder, "2").prepare(answering().runner)).made).toBe(made);
  });

  it("go on where they were stopped or killed", async () => {
    const { folder, prepare } = open();
    const stop = new AbortController();
    const half = answering((_, at) => {
      if (at === 15) stop.abort(new Error("stopped"));
      return null;
    });
    await expect(prepare(half.runner, today, stop.signal)).rejects.toThrow("stopped");
    expect(half.closed()).toBe(1);
    const before = readdirSync(join(folder, "usual")).length;
    expect(before).toBeGreaterThan(0);
    const { runner, told } = answering();
    const { made, there } = await prepare(runner);
    expect(there).toBe(before);
    expect(told.length).toBeLessThanOrEqual(made + Object.keys(listed).length);
    expect(made + there).toBe((await open().prepare(answering().runner)).made);
  });

  it("leave out what cannot be answered, and end early where the workspace moves", async () => {
    const { prepare } = open();
    const refusing = answering(({ name }) =>
      name === "halfLife" ? Promise.reject(new LevermapError("LM_USAGE", "Nobody holds it.")) : null,
    );
    expect((await prepare(refusing.runner)).faults).toBe(2);
    const moving = answering(({ name }) => (name === "economy" ? Promise.reject(new Moved()) : null));
    const other = open();
    await other.prepare(moving.runner);
    expect((await other.prepare(answering().runner)).made).toBeGreaterThan(0);
    const failing = answering(({ name }) => (name === "economy" ? Promise.reject(new Error("no")) : null));
    await expect(open().prepare(failing.runner)).rejects.toThrow("no");
    expect(failing.closed()).toBe(1);
  });

  it("are kept nowhere without a place for them", async () => {
    const { runner, told } = answering();
    const folder = temporaryFolder();
    const signal = new AbortController().signal;
    const map = { dir: folder, generation: "1-aaaa" };
    expect(await prepareAnswers({ map, files: null, asOf: null, today, signal, runner })).toEqual({ made: 0, there: 0, faults: 0 });
    expect(told).toEqual([]);
  });
});
