import { expect, test } from "vitest";
import type { OwnerRow } from "../../../src/screen/ownership/owner-book.ts";
import { withRecordNames } from "../../../src/screen/ownership/record-names.ts";
import type { RecordReader } from "../../../src/screen/party-records.ts";

const records = [
  { record: "wikidata:Q1", origin: "wikidata", name: "Bluefox", economy: "CN", lei: "L1" },
  { record: "gleif:L1", origin: "gleif", name: "Bluefox Semiconductor Co., Ltd.", economy: "CN", lei: "L1" },
  { record: "opensanctions:NK-1", origin: "opensanctions", name: "Grey Heron", economy: "RU", lei: null },
];
const reader: RecordReader = {
  rowsWith: async (_, column, texts) =>
    records.filter((row) => texts.includes((row as Record<string, string | null>)[column] ?? "")) as never,
};
const stake = (owned: string, owner: string, told: Partial<OwnerRow> = {}): OwnerRow => ({
  ...{ owned, owner, owned_name: null, owner_name: null, owned_economy: null, owner_economy: null, owner_kind: null },
  ...{ relation: "share", low: 0.5, high: 0.5, since: null, until: null, source: null, file: "f", line: 1 },
  ...told,
});

test("ids alone get the names of records: by LEI, GLEIF's first, and by the id of OpenSanctions", async () => {
  const [row] = await withRecordNames(reader, [stake("L1", "NK-1")]);
  expect(row).toMatchObject({
    owned_name: "Bluefox Semiconductor Co., Ltd.",
    owned_economy: "CN",
    owner_name: "Grey Heron",
    owner_economy: "RU",
  });
});

test("a name that the table has stays, and what no record names stays without", async () => {
  const rows = [stake("L1", "L9", { owned_name: "As told" }), stake("name:nord", "L2")];
  expect(await withRecordNames(reader, rows)).toEqual(rows);
});
