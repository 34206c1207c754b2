/** What a kind code of the Chinese office says: `A` an application, `B`, `C`, `U`, `Y`, `S`, `D` grants. */
export function chineseKind(kind: string | null): { readonly granted: 1 | 0 | null; readonly type: string | null } {
  const letter = (kind ?? "").charAt(0);
  if (letter === "A") return { granted: 0, type: "utility" };
  if (letter === "B" || letter === "C") return { granted: 1, type: "utility" };
  if (letter === "U" || letter === "Y") return { granted: 1, type: "utility-model" };
  return letter === "S" || letter === "D" ? { granted: 1, type: "design" } : { granted: null, type: null };
}
