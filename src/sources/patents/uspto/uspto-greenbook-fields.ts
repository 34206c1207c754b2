/** One field of a Green Book record: three letters and its text, lines that go on joined by a blank. */
interface GreenbookField {
  readonly name: string;
  text: string;
}

/** A group of fields (`INVT`, `UREF`); the first one of a record is `PATN`. */
export interface GreenbookGroup {
  readonly name: string;
  readonly fields: GreenbookField[];
}

/** Groups that are long and of which nothing is kept. */
const passed: ReadonlySet<string> = new Set(["BSUM", "DRWD", "DETD", "PARN", "GOVT"]);
const groupLine = /^([A-Z]{4})\s*$/;
const fieldLine = /^([A-Z][A-Z0-9]{2})(?:\s+|$)(.*)$/;

/** The groups of a record of the USPTO's full text 1976 to 2001 ("Green Book"), descriptions left out. */
export function greenbookGroups(text: string): readonly GreenbookGroup[] {
  const groups: GreenbookGroup[] = [];
  let group: GreenbookGroup | null = null;
  for (const line of text.split(/\r?\n/)) {
    const name = groupLine.exec(line)?.[1];
    if (name !== undefined) {
      group = passed.has(name) ? null : { name, fields: [] };
      if (group) groups.push(group);
    } else if (group) addLine(group, line);
  }
  return groups;
}

function addLine(group: GreenbookGroup, line: string): void {
  const [, name, text] = fieldLine.exec(line) ?? [];
  const last = group.fields.at(-1);
  if (name !== undefined && text !== undefined) group.fields.push({ name, text });
  else if (last && line.trim() !== "") last.text += ` ${line.trim()}`;
}

/** The first text of a field in a group; `null` where it has none. */
export function fieldOf(group: GreenbookGroup | undefined, name: string): string | null {
  return (
    group?.fields
      .find((field) => field.name === name)
      ?.text.replace(/\s+/g, " ")
      .trim() || null
  );
}

/** All texts of a field in a group as they stand, for values in columns of a fixed width. */
export const fieldsOf = (group: GreenbookGroup | undefined, name: string): readonly string[] =>
  group?.fields.filter((field) => field.name === name).map((field) => field.text.trimEnd()) ?? [];
