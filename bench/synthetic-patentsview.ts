import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { dateOf, dayOf } from "../src/base/days.ts";

/** Records per table. */
export interface PatentsViewSize {
  readonly patents: number;
  readonly citations: number;
}

type Random = () => number;

const firstNumber = 3_930_000;
const days = 17_500;
const chunkCharacters = 1 << 20;

/** A 32-bit linear congruential generator. */
export function numbersFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const dates: readonly string[] = Array.from({ length: days }, (_, day) => dateOf(dayOf("1976-01-01")! + day));
const words =
  "a layer of silicon transfer method bonded wafer device for forming semiconductor gate etching and deposition with thin film".split(" ");
const categories = ["cited by applicant", "cited by examiner", "cited by other", "cited by third party", ""];
const symbols = ["H01L21/762", "H01L21/02", "H10D30/00", "G06F21/10", "G03F7/2004", "H10B12/09", "C23C16/455", "Y10S438/977"];

function phrase(random: Random, count: number): string {
  let text = "";
  for (let word = 0; word < count; word += 1) text += `${word > 0 ? " " : ""}${words[Math.floor(random() * words.length)]}`;
  return text;
}

const place = (number: number): string =>
  `${((number * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, "0")}-16c8-11ed-9b5f-1234bde3cd05`;

export interface SyntheticTable {
  readonly header: string;
  readonly records: number;
  record(index: number, random: Random): string;
}

/** Tables by file name. Record n of N belongs to the corresponding patent. */
function tablesOf({ patents, citations }: PatentsViewSize): Readonly<Record<string, SyntheticTable>> {
  const patent = (index: number, of: number): number => firstNumber + Math.floor((index / of) * patents);
  const date = (index: number, of: number): string => dates[Math.floor((index / of) * days)] as string;
  const granted = Math.round(citations * 0.85);
  const published = citations - granted;
  const locations = Math.max(10, Math.round(patents / 90));
  const classes = patents * 4;
  const holders = Math.round(patents * 0.9);
  const inventors = Math.round(patents * 2.5);
  return {
    g_patent: {
      header: "patent_id\tpatent_type\tpatent_date\tpatent_title\twipo_kind\tnum_claims\twithdrawn\tfilename",
      records: patents,
      record: (index, random) =>
        `"${patent(index, patents)}"\t"utility"\t"${date(index, patents)}"\t"${phrase(random, 4 + Math.floor(random() * 9))}"\t"B2"\t${1 + (index % 30)}\t0\t"ipg180619.xml"`,
    },
    g_application: {
      header: "application_id\tpatent_id\tpatent_application_type\tfiling_date\tseries_code\trule_47_flag",
      records: patents,
      record: (index) => `"${10_000_000 + index}"\t"${patent(index, patents)}"\t"utility"\t"${date(index, patents)}"\t"10"\t0`,
    },
    g_us_patent_citation: {
      header: "patent_id\tcitation_sequence\tcitation_patent_id\tcitation_date\trecord_name\twipo_kind\tcitation_category",
      records: granted,
      record: (index, random) => {
        const citing = patent(index, granted);
        const cited = citing - 1 - Math.floor((citing - 3_000_000) * random() * random());
        return `"${citing}"\t${index % 11}\t"${cited}"\t"${dates[(index * 7) % days]}"\t"Chandra et al."\t"B2"\t"${categories[index % 5]}"`;
      },
    },
    g_us_application_citation: {
      header: "patent_id\tcitation_sequence\tcitation_document_number\tcitation_date\trecord_name\twipo_kind\tcitation_category",
      records: published,
      record: (index, random) =>
        `"${patent(index, published)}"\t${index % 11}\t"${2001 + (index % 24)}${String(Math.floor(random() * 400_000)).padStart(7, "0")}"\t"${dates[(index * 7) % days]}"\t"Chandra"\t"A1"\t"${categories[index % 5]}"`,
    },
    g_cpc_current: {
      header: "patent_id\tcpc_sequence\tcpc_section\tcpc_class\tcpc_subclass\tcpc_group\tcpc_type",
      records: classes,
      record: (index, random) => {
        const symbol = symbols[Math.floor(random() * symbols.length)] as string;
        return `"${patent(index, classes)}"\t${index % 4}\t"${symbol.slice(0, 1)}"\t"${symbol.slice(0, 3)}"\t"${symbol.slice(0, 4)}"\t"${symbol}"\t"${index % 4 < 2 ? "inventional" : "additional"}"`;
      },
    },
    g_assignee_disambiguated: {
      header:
        "patent_id\tassignee_sequence\tassignee_id\tdisambig_assignee_individual_name_first\tdisambig_assignee_individual_name_last\tdisambig_assignee_organization\tassignee_type\tlocation_id",
      records: holders,
      record: (index, random) => {
        const holder = Math.floor(random() * random() * 400_000);
        return `"${patent(index, holders)}"\t0\t"${place(holder)}"\t""\t""\t"Holder ${holder} Semiconductor Co., Ltd."\t2\t"${place(holder % locations)}"`;
      },
    },
    g_inventor_disambiguated: {
      header:
        "patent_id\tinventor_sequence\tinventor_id\tdisambig_inventor_name_first\tdisambig_inventor_name_last\tgender_code\tlocation_id",
      records: inventors,
      record: (index, random) => {
        const person = Math.floor(random() * 4_000_000);
        return `"${patent(index, inventors)}"\t${index % 3}\t"fl:na_ln:name-${person}"\t"Given ${person % 9000}"\t"Family${person % 70_000}"\t"U"\t"${place(person % locations)}"`;
      },
    },
    g_location_disambiguated: {
      header: "location_id\tdisambig_city\tdisambig_state\tdisambig_country\tlatitude\tlongitude\tcounty\tstate_fips\tcounty_fips",
      records: locations,
      record: (index) =>
        `"${place(index)}"\t"City ${index}"\t"CA"\t"${["US", "JP", "KR", "TW", "DE"][index % 5]}"\t37.1\t-121.9\t""\t""\t""`,
    },
  };
}

/** Writes synthetic tables shaped like PatentsView into a folder, plain or zipped; returns the files. Deterministic by size. */
export async function writePatentsView(
  folder: string,
  size: PatentsViewSize,
  { zipped = false }: { readonly zipped?: boolean } = {},
): Promise<readonly string[]> {
  return writeTables(folder, tablesOf(size), { zipped });
}

/** Writes tables by their names into a folder, plain or zipped; returns the files. */
export async function writeTables(
  folder: string,
  tables: Readonly<Record<string, SyntheticTable>>,
  { zipped }: { readonly zipped: boolean },
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const [name, table] of Object.entries(tables)) {
    const file = join(folder, `${name}.tsv${zipped ? ".zip" : ""}`);
    if (zipped) await writeZip(file, `${name}.tsv`, chunks(table));
    else await pipeline(Readable.from(chunks(table)), createWriteStream(file, { highWaterMark: 1 << 22 }));
    files.push(file);
  }
  return files;
}

function* chunks({ header, records, record }: SyntheticTable): Generator<string, void, undefined> {
  const random = numbersFrom(records);
  let text = `${header.replace(/\w+/g, '"$&"')}\n`;
  for (let index = 0; index < records; index += 1) {
    text += `${record(index, random)}\n`;
    if (text.length < chunkCharacters) continue;
    yield text;
    text = "";
  }
  yield text;
}

const streamed = 0x0808;
const deflated = 8;
const versionOf64 = 45;

/** Writes a ZIP64 file with one member of any size, checksums after the data. */
async function writeZip(file: string, member: string, chunks: Iterable<string>): Promise<void> {
  let [size, packed, sum] = [0, 0, 0];
  function* bytes(): Generator<Buffer, void, undefined> {
    for (const chunk of chunks) {
      const next = Buffer.from(chunk);
      size += next.length;
      sum = crc32(next, sum);
      yield next;
    }
  }
  const name = Buffer.from(member);
  const local = numbers([4, 0x04034b50], [2, versionOf64], [2, streamed], [2, deflated], [4, 0], [4, 0], [8, 0], [2, name.length], [2, 0]);
  const out = createWriteStream(file, { highWaterMark: 1 << 22 });
  out.write(Buffer.concat([local, name]));
  await pipeline(
    bytes,
    createDeflateRaw({ level: 4, chunkSize: 1 << 18 }),
    async function* (parts) {
      for await (const part of parts) {
        packed += (part as Buffer).length;
        yield part as Buffer;
      }
      const start = local.length + name.length;
      const descriptor = numbers([4, 0x08074b50], [4, sum], [8, packed], [8, size]);
      yield Buffer.concat([descriptor, directory(name, { size, packed, sum }, start + packed + descriptor.length)]);
    },
    out,
  );
}

/** Central directory of the only member, and the end record. */
function directory(name: Buffer, of: { readonly size: number; readonly packed: number; readonly sum: number }, at: number): Buffer {
  const absent = 0xffffffff;
  const extra = numbers([2, 1], [2, 16], [8, of.size], [8, of.packed]);
  const entry = Buffer.concat([
    numbers(
      [4, 0x02014b50],
      [2, versionOf64],
      [2, versionOf64],
      [2, streamed],
      [2, deflated],
      [4, 0],
      [4, of.sum],
      [4, absent],
      [4, absent],
    ),
    numbers([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, 0]),
    name,
    extra,
  ]);
  const end64 = numbers(
    [4, 0x06064b50],
    [8, 44],
    [2, versionOf64],
    [2, versionOf64],
    [4, 0],
    [4, 0],
    [8, 1],
    [8, 1],
    [8, entry.length],
    [8, at],
  );
  const locator = numbers([4, 0x07064b50], [4, 0], [8, at + entry.length], [4, 1]);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, 1], [2, 1], [4, entry.length], [4, absent], [2, 0]);
  return Buffer.concat([entry, end64, locator, end]);
}

/** Little-endian integers of given widths. */
function numbers(...of: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    of.map(([bytes, value]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt(value));
      return field.subarray(0, bytes);
    }),
  );
}
