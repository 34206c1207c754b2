import { appendFileSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe } from "vitest";
import { create } from "../../src/library/create.ts";
import { folder } from "./fixture.ts";
import { goldenCases } from "./golden-cases.ts";

const template = folder();
const atlas = fileURLToPath(new URL("../fixtures/atlas", import.meta.url));

/** What the invented atlas leaves out. */
const parameters = `consumable,notice-purchases,0,1,months a month,invented
consumable,lead-time,6,24,months,invented
consumable,recovery-ceiling,0.5,1,fraction,invented
consumable,recovery-chance,0.5,1,probability,invented
capital,qualification,6,12,months,invented
capital,recovery-ceiling,0.5,1,fraction,invented
capital,recovery-chance,0.5,1,probability,invented
capital,service-life,5,10,years,invented
service,lead-time,12,36,months,invented
`;

const events = `- id: ACID
  what: Beeland wants a licence for each delivery of green acid
  announced: 2022-03
  date: 2022-04-01
  kind: licence
  senders: [XB]
  targets: [XA]
  technologies: [green-acid]
  measured:
    - {of: green-acid, what: share of XB in imports, unit: pct, from: {date: 2021, value: 60}, to: {date: 2023, value: [30, 50]}, role: output, predict: {output: import_share, economy: XA, partner: XB, as: level}, source: Gazette of Aland}
    - {of: green-acid, what: imports from all, unit: t, from: {date: 2021, value: 1000}, to: {date: 2023-Q1, value: 990}, role: output, predict: {output: imports, economy: XA, partner: world, as: ratio}, source: Gazette of Aland}
    - {of: green-acid, what: price, unit: USD/t, from: {date: 2021, value: 10}, to: {date: 2023, value: 14}, role: outside}
    - {of: small-chip, what: good cheer, unit: points, at: {date: 2023, value: 4}, role: output, predict: {output: cheer, economy: XA, as: level}}
- id: FLOOD
  what: A flood stops Fine Works
  date: 2022-06-01
  kind: outage
  senders: [Fine Works]
  targets: [world]
  technologies: [fine-printer]
  measured:
    - {of: plant, what: capacity of before, unit: pct, at: {date: 2022-06-01, value: 20}, role: input}
    - {of: plant, what: capacity of before, unit: pct, at: {date: 2023-01-01, value: 40}, role: output, predict: {output: plant_capacity, organisation: Fine Works, as: level}}
    - {of: plant, what: months to full output, unit: months, at: {date: 2024-03, value: 20}, role: output, predict: {output: months_to_full, organisation: Fine Works, as: level}, grade: published}
`;

/** One thing that grows, one that turns, and one that is not known to its end. */
const counts = [
  "thing,year,number",
  ...Array.from({ length: 15 }, (_, at) => 2001 + at).flatMap((year, at) => [
    `Acid,${year},${20 + 4 * at}`,
    `Printers,${year},${at < 10 ? 50 + 9 * at : 260 - 13 * at}`,
    ...(year < 2014 ? [`Wafers,${year},${90 - at}`] : []),
  ]),
  "",
].join("\n");

beforeAll(async () => {
  const mine = join(template, "atlas");
  cpSync(atlas, mine, { recursive: true });
  const defaults = join(mine, "defaults.csv");
  appendFileSync(defaults, parameters);
  await create(join(template, "levermap-data"), { atlas: mine });
  await create(join(template, "without"), { atlas });
  writeFileSync(join(template, "events.yaml"), events);
  writeFileSync(join(template, "counts.csv"), counts);
  writeFileSync(
    join(template, "broken.yaml"),
    events.replace("kind: licence", "kind: tariff").replace("2022-06-01, value: 20", "yesterday, value: 20"),
  );
});

describe("golden outputs of back-tests", () => goldenCases("golden-backtest", template));
