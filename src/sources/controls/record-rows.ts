import { nameKey } from "../../link/name-key.ts";
import { tidy } from "../format/cells.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../format/records.ts";

/** Kinds of names in records of firms; weak ones (`the group`, initials) are kept, and not searched. */
export const nameKinds = ["official", "alias", "former", "transliterated", "weak"] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name of a record. `language`: ISO 639 code, lower case. */
export interface RecordName {
  readonly name: string;
  readonly kind: NameKind;
  readonly language: string | null;
}

/** An organisation as one record of a source states it. */
export interface OrganisationRecord {
  readonly origin: string;
  readonly id: string;
  readonly names: readonly RecordName[];
  readonly economy: string | null;
  readonly lei?: string | undefined;
  readonly registration?: string | undefined;
  readonly status?: string | undefined;
}

const lei = /^[0-9A-Z]{18}[0-9]{2}$/;

/** The language of a tag: `zh-Hans` is `zh`; `null` for none. */
export const languageOf = (tag: string | undefined): string | null => tag?.toLowerCase().match(/^[a-z]{2,3}(?=$|[-_])/)?.[0] ?? null;

/** Rows of one organisation and its names, each once, as first told. Throws BadRow without an id or a name. */
export function recordRows(place: Place, { origin, id, names, economy, ...told }: OrganisationRecord): readonly RowRecord[] {
  if (id === "") fail("no id");
  const own = new Map<string, Omit<RecordName, "name">>();
  for (const { name, kind, language } of names) if (nameKey(name) !== "" && !own.has(tidy(name))) own.set(tidy(name), { kind, language });
  const shown = [...own].find(([, { kind }]) => kind === "official") ?? [...own][0] ?? fail("no name");
  const record = `${origin}:${id}`;
  const code = (told.lei ?? "").toUpperCase();
  return [
    rowRecord("party_record", place, {
      ...{ record, origin, name: shown[0], economy },
      lei: lei.test(code) ? code : null,
      registration: told.registration || null,
      status: told.status || null,
    }),
    ...[...own].map(([name, { kind, language }]) => rowRecord("record_name", place, { record, name, kind, language, key: nameKey(name) })),
  ];
}
