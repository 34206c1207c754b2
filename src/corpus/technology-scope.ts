/** Technologies that the map keeps side by side, since their supply differs, but whose patents are part of a wider one's. */
const partOf: ReadonlyMap<string, readonly string[]> = new Map([["cvd", ["plasma-cvd", "low-pressure-cvd"]]]);

/**
 * The technologies whose patents count for one: itself, the members of its family and theirs, and what is part of it by
 * definition. In no order but the first.
 * @param membersOf members of a family, by the id of the family
 */
export function technologyScope(technology: string, membersOf: (family: string) => readonly string[]): readonly string[] {
  const scope = new Set([technology]);
  for (const one of scope) for (const member of [...membersOf(one), ...(partOf.get(one) ?? [])]) scope.add(member);
  return [...scope];
}
