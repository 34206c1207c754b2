import { dateOf, dayOf } from "../src/base/days.ts";
import { numbersFrom, type SyntheticTable, writeTables } from "./synthetic-patentsview.ts";

/** A made-up office: patents of which a `share` is in classes of chips. */
export interface ChipTables {
  readonly patents: number;
  readonly share?: number;
  readonly seed?: number;
}

const firstNumber = 3_930_000;
const days = 17_500;
const firstDay = dayOf("1976-01-01") ?? 0;
const chipSymbols = [
  "H01L21/762",
  "H10D30/6735",
  "H10B12/09",
  "G03F7/2004",
  "C23C16/455",
  "H01J37/32",
  "B24B37/04",
  "G11C16/10",
  "C30B29/36",
];
const otherSymbols = ["A61K31/192", "B60W30/18", "E21B43/26", "A63F13/52", "H04W72/04", "B65D81/38", "G06Q30/02", "F02D41/00", "A01H5/10"];
const abstractCharacters = 700;
const poolCharacters = 1 << 22;

/** A number of 32 bits that two numbers and a seed decide (multiply and shift, as in the finaliser of MurmurHash3). */
function hash(first: number, second: number, seed: number): number {
  let value = Math.imul(first ^ Math.imul(second + 1, 0x9e3779b1), 0x85ebca6b) ^ seed;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Numbers, classes and references of patents by their place, oldest first. */
export class ChipOffice {
  readonly patents: number;
  readonly #share: number;
  readonly #seed: number;

  constructor({ patents, share = 0.07, seed = 1 }: ChipTables) {
    this.patents = patents;
    this.#share = share;
    this.#seed = seed;
  }

  /** One of fifty is a design. */
  id = (place: number): string => (place % 50 === 49 ? `D${300_000 + place}` : String(firstNumber + place));

  date = (place: number): string => dateOf(firstDay + Math.floor((place / this.patents) * days));

  isChip = (place: number): boolean => this.number(place, 0) < this.#share;

  /** 1 to 18. */
  referenceCount = (place: number): number => (place === 0 ? 0 : 1 + Math.floor(this.number(place, 1) * 18));

  /** The place of a reference: mostly of the same field; every other one may be a reference of the one before. */
  reference(place: number, index: number): number {
    if (index % 2 === 1 && this.number(place, 500 + index) < 0.3) {
      const before = this.reference(place, index - 1);
      const count = this.referenceCount(before);
      if (count > 0) return this.reference(before, Math.floor(this.number(place, 600 + index) * Math.min(count, 2)));
    }
    const chip = this.isChip(place);
    const same = this.number(place, 700 + index) < (chip ? 0.8 : 0.98);
    let cited = 0;
    for (let draw = 0; draw < 60; draw += 1) {
      const drawn = this.number(place, 1000 + 64 * index + draw);
      cited = place - 1 - Math.floor(drawn * drawn * place);
      if ((this.isChip(cited) === chip) === same) break;
    }
    return cited;
  }

  /** In [0, 1). */
  number = (first: number, second: number): number => hash(first, second, this.#seed) / 2 ** 32;
}

/** Records of which each patent has several, one after the other: `index` is passed over in order. */
function several(
  office: ChipOffice,
  countOf: (place: number) => number,
): { readonly records: number; at(index: number): readonly [place: number, own: number] } {
  let records = 0;
  for (let place = 0; place < office.patents; place += 1) records += countOf(place);
  let [place, start, count] = [-1, 0, 0];
  return {
    records,
    at(index) {
      if (index === 0) [place, start, count] = [-1, 0, 0];
      while (index >= start + count) {
        place += 1;
        start += count;
        count = countOf(place);
      }
      return [place, index - start];
    },
  };
}

function pool(seed: number): string {
  const random = numbersFrom(seed);
  const syllables =
    "sil i con ga te lay er of the a mem bran cir cuit de vice con duct ox ide met al pat tern form ing with un der first sec ond".split(
      " ",
    );
  const words = Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => syllables[Math.floor(random() * syllables.length)]).join(""),
  );
  const parts: string[] = [];
  for (let size = 0; size < poolCharacters; ) {
    const word = words[Math.floor(random() ** 2 * words.length)] ?? "";
    parts.push(word);
    size += word.length + 1;
  }
  return parts.join(" ");
}

const location = (number: number): string => `${hash(number, 3, 7).toString(16).padStart(8, "0")}-16c8-11ed-9b5f-1234bde3cd05`;

/** The tables of an office, in the layout that PatentsView publishes, by the names of its files. */
export function chipTables(options: ChipTables): Readonly<Record<string, SyntheticTable>> {
  const office = new ChipOffice(options);
  const { patents, id, date, number } = office;
  const text = pool(options.seed ?? 1);
  const piece = (place: number, salt: number, size: number): string => {
    const from = Math.floor(number(place, salt) * (text.length - size));
    return text.slice(from, from + size);
  };
  const locations = Math.max(10, Math.round(patents / 90));
  const citations = several(office, office.referenceCount);
  const published = several(office, (place) => Math.floor(number(place, 2) * 4));
  const classes = several(office, (place) => 2 + Math.floor(number(place, 3) * 5));
  const inventors = several(office, (place) => 1 + Math.floor(number(place, 4) * 4));
  const category = (place: number, own: number): string =>
    ["cited by applicant", "cited by examiner", "cited by other", ""][(place + own) % 4] ?? "";
  return {
    g_patent: {
      header: "patent_id\tpatent_type\tpatent_date\tpatent_title\twipo_kind\tnum_claims\twithdrawn\tfilename",
      records: patents,
      record: (place) =>
        `"${id(place)}"\t"${place % 50 === 49 ? "design" : "utility"}"\t"${date(place)}"\t"${piece(place, 10, 30 + (place % 40))}"\t"B2"\t${1 + (place % 30)}\t0\t"ipg180619.xml"`,
    },
    g_patent_abstract: {
      header: "patent_id\tpatent_abstract",
      records: patents,
      record: (place) => {
        const own = piece(place, 11, abstractCharacters);
        return `"${id(place)}"\t"${place % 997 === 0 ? own.replace(" ", '\n""first"" ') : own}"`;
      },
    },
    g_application: {
      header: "application_id\tpatent_id\tpatent_application_type\tfiling_date\tseries_code\trule_47_flag",
      records: patents,
      record: (place) => `"${10_000_000 + place}"\t"${id(place)}"\t"utility"\t"${date(Math.floor(place * 0.93))}"\t"10"\t0`,
    },
    g_us_patent_citation: {
      header: "patent_id\tcitation_sequence\tcitation_patent_id\tcitation_date\trecord_name\twipo_kind\tcitation_category",
      records: citations.records,
      record: (index) => {
        const [place, own] = citations.at(index);
        const cited = office.reference(place, own);
        return `"${id(place)}"\t${own}\t"${id(cited)}"\t"${date(cited)}"\t"Chandra et al."\t"B2"\t"${category(place, own)}"`;
      },
    },
    g_us_application_citation: {
      header: "patent_id\tcitation_sequence\tcitation_document_number\tcitation_date\trecord_name\twipo_kind\tcitation_category",
      records: published.records,
      record: (index) => {
        const [place, own] = published.at(index);
        const serial = String(Math.floor(number(place, 40 + own) * 400_000)).padStart(7, "0");
        return `"${id(place)}"\t${own}\t"${2001 + (place % 24)}${serial}"\t"${date(place)}"\t"Chandra"\t"A1"\t"${category(place, own)}"`;
      },
    },
    g_cpc_current: {
      header: "patent_id\tcpc_sequence\tcpc_section\tcpc_class\tcpc_subclass\tcpc_group\tcpc_type",
      records: classes.records,
      record: (index) => {
        const [place, own] = classes.at(index);
        const list = office.isChip(place) && own < 2 ? chipSymbols : otherSymbols;
        const symbol = list[Math.floor(number(place, 60 + own) * list.length)] ?? "";
        return `"${id(place)}"\t${own}\t"${symbol.slice(0, 1)}"\t"${symbol.slice(0, 3)}"\t"${symbol.slice(0, 4)}"\t"${symbol}"\t"${own < 2 ? "inventional" : "additional"}"`;
      },
    },
    g_assignee_disambiguated: {
      header:
        "patent_id\tassignee_sequence\tassignee_id\tdisambig_assignee_individual_name_first\tdisambig_assignee_individual_name_last\tdisambig_assignee_organization\tassignee_type\tlocation_id",
      records: patents,
      record: (place) => {
        const holder = Math.floor(number(place, 12) ** 2 * 400_000);
        return `"${id(place)}"\t0\t"${location(holder)}"\t""\t""\t"Holder ${holder} Semiconductor Co., Ltd."\t2\t"${location(holder % locations)}"`;
      },
    },
    g_inventor_disambiguated: {
      header:
        "patent_id\tinventor_sequence\tinventor_id\tdisambig_inventor_name_first\tdisambig_inventor_name_last\tgender_code\tlocation_id",
      records: inventors.records,
      record: (index) => {
        const [place, own] = inventors.at(index);
        const person = Math.floor(number(place, 80 + own) * 4_000_000);
        return `"${id(place)}"\t${own}\t"fl:na_ln:name-${person}"\t"Given ${person % 9000}"\t"Family${person % 70_000}"\t"U"\t"${location(person % locations)}"`;
      },
    },
    g_location_disambiguated: {
      header: "location_id\tdisambig_city\tdisambig_state\tdisambig_country\tlatitude\tlongitude\tcounty\tstate_fips\tcounty_fips",
      records: locations,
      record: (index) =>
        `"${location(index)}"\t"City ${index}"\t"CA"\t"${["US", "JP", "KR", "TW", "DE"][index % 5]}"\t37.1\t-121.9\t""\t""\t""`,
    },
  };
}

/** Writes the tables of an office into a folder; the files, the same for the same options. */
export const writeChipTables = (folder: string, options: ChipTables, zipped = true): Promise<readonly string[]> =>
  writeTables(folder, chipTables(options), { zipped });
