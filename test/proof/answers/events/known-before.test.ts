import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fullDay } from "../../../../src/base/days.ts";
import { createKnownSince } from "../../../../src/measure/supply/known.ts";
import { atlasRows } from "../../../link/technology-labels.ts";
import { realData } from "../../../sources/support.ts";

interface Event {
  readonly id: string;
  readonly announced?: string;
  readonly date: string;
  readonly technologies: readonly string[];
}

const files = ["shocks.yaml", "shocks_2026.yaml"].map((name) => realData(`supply/${name}`));

test.skipIf(files.some(({ absent }) => absent))("half of the technologies of past events have a share that was known before", async () => {
  const [shares, documents] = [await atlasRows("shares.csv", "share"), await atlasRows("sources.csv", "document")];
  const knownSince = createKnownSince(documents);
  const events = files.flatMap(({ path }) => parse(readFileSync(path, "utf8")) as readonly Event[]);
  const pairs = events.flatMap(({ id, announced, date, technologies }) =>
    technologies.map((technology) => {
      const day = fullDay(String(announced ?? date));
      const before = shares.filter((share) => share.technology === technology && (knownSince(share) ?? "9") < day);
      return { pair: `${id} ${technology}`, known: before.length > 0 };
    }),
  );
  const unknown = pairs.flatMap(({ pair, known }) => (known ? [] : [pair]));
  console.info(`${pairs.length - unknown.length} of ${pairs.length} known before; not: ${unknown.join(", ")}`);
  expect(pairs.length).toBeGreaterThanOrEqual(57);
  expect(pairs.length - unknown.length).toBeGreaterThanOrEqual(30);
});
