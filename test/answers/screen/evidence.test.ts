import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScreenQuery } from "../../../src/answers/screen/screen-questions.ts";
import type { ScreenResult } from "../../../src/answers/screen/screen-report.ts";
import { load } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { effects } from "../../../src/screen/evidence/other-evidence.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const folder = temporaryFolder();
const sdn = "Specially Designated Nationals (SDN) - Treasury Department";
const table = `source,name,type,addresses,federal_register_notice,alt_names,dates_of_birth,nationalities,ids
${sdn},Ivar Petrovich Sundalov,Individual,,,,1961-02-03,RU,"Passport, 7284 55102, RU"
${sdn},Maro Ostervik,Individual,,,,circa 1970,,
${sdn},Nordhav Freight OOO,Entity,"4 Quay Road, Murmansk, RU",,,,,"Registration ID, 1037739108649"
${sdn},NORDHAV STAR,Vessel,,,,,,"Vessel Registration Identification, IMO 9116412"
`;

describe("people and things", () => {
  let dir = "";
  beforeAll(async () => {
    dir = join(folder, "lists");
    await createWorkspace(dir);
    const file = join(folder, "consolidated.csv");
    writeFileSync(file, table);
    await load(dir, "csl", [file]);
  });

  async function screen(query: ScreenQuery): Promise<ScreenResult> {
    const map = await open(dir, { asOf: "2026-06-01" });
    try {
      return (await map.screen({ queries: [query] })).results[0]!;
    } finally {
      map.close();
    }
  }
  const odds = (score: number): number => Math.log(score / (1 - score));
  const person = { name: "Ivar Petrovich Sundalov", kind: "person" as const };

  it("a birth on another day lowers the score by what is stated, is told, and never drops the hit", async () => {
    const [plain, other] = [await screen(person), await screen({ ...person, born: "1984-06-06" })];
    expect(plain.matched).toBe(true);
    expect(other).toMatchObject({
      total: 1,
      hits: [{ born: ["1961-02-03"], others: [{ field: "born", says: "against", listed: "1961-02-03" }] }],
    });
    expect(odds(other.hits[0]!.score)).toBeCloseTo(odds(plain.hits[0]!.score) + effects.otherBirth, 3);
    const weak = { ...person, name: "Ivar Sundalof" };
    const [alone, against] = [await screen(weak), await screen({ ...weak, born: "1984-06-06" })];
    expect([alone.matched, alone.total, against.matched, against.total]).toEqual([true, 1, false, 1]);
    expect(against.hits[0]).toMatchObject({ match: false });
  });

  it("a birth on the same day raises it, one in the same year is told and leaves it", async () => {
    const [plain, same, year] = [
      await screen(person),
      await screen({ ...person, born: "1961-02-03" }),
      await screen({ ...person, born: "1961" }),
    ];
    expect(odds(same.hits[0]!.score)).toBeCloseTo(odds(plain.hits[0]!.score) + effects.sameBirth, 3);
    expect(year.hits[0]).toMatchObject({ score: plain.hits[0]!.score, others: [{ says: "for", effect: 0 }] });
    const about = await screen({ name: "Maro Ostervik", kind: "person", born: "1971-05-05" });
    expect(about.hits[0]?.others).toMatchObject([{ says: "for", listed: "circa 1970" }]);
  });

  it("an equal identifier is a hit whatever the name", async () => {
    const ship = await screen({ name: "Blue Whale", identifiers: [{ scheme: "imo", value: "9116412" }] });
    expect(ship).toMatchObject({ matched: true, total: 1, hits: [{ name: "NORDHAV STAR", score: 1, words: [] }] });
    const passport = { scheme: "passport", value: "728455102" };
    expect(await screen({ name: "Anna Lund", economy: "RU", identifiers: [passport] })).toMatchObject({
      hits: [
        {
          name: "Ivar Petrovich Sundalov",
          others: [
            { field: "country", says: "for" },
            { field: "identifier", says: "for" },
          ],
        },
      ],
    });
    expect(await screen({ name: "Anna Lund", economy: "NO", identifiers: [passport] })).toMatchObject({ matched: false, total: 0 });
    expect(await screen({ name: "Anna Lund", identifiers: [{ scheme: "imo", value: "9116413" }] })).toMatchObject({ total: 0 });
  });

  it("countries, numbers and addresses are told for and against, and what the list does not tell as unknown", async () => {
    const found = await screen({
      name: "Nordhav Freight",
      economy: "TR",
      identifiers: [
        { scheme: "registration", value: "1037739108649" },
        { scheme: "lei", value: "5493001KJTIIGC8Y1R12" },
      ],
      addresses: ["Quay Road 4, 183038 Murmansk", "1 Elsewhere Street, Ankara"],
    });
    const told = found.hits[0]?.others.map(({ field, says }) => `${field} ${says}`);
    expect(told).toEqual(["country against", "identifier for", "identifier unknown", "address for", "address unknown"]);
    expect(found.hits[0]).toMatchObject({
      addresses: ["4 Quay Road, Murmansk, RU"],
      identifiers: [{ scheme: "registration", value: "1037739108649" }],
    });
  });

  it.each(["Sundalov Ivar", "Ivar P. Sundalov", "Sundalov I.P.", "Сундалов Ивар Петрович", "I. P. Sundalov", "Sundalov, Ivar Petrovich"])(
    "a person is found with the patronymic in any order or left out: %s",
    async (name) => {
      expect((await screen({ name, kind: "person" })).hits[0]?.name).toBe("Ivar Petrovich Sundalov");
    },
  );
});
