import type { FormKind } from "../../link/legal-forms.ts";

interface Formed {
  readonly formKinds: readonly FormKind[];
  readonly economies: readonly string[] | null;
}

const firms: readonly FormKind[] = ["limited", "stock", "partnership"];

/**
 * Contradiction of two legal forms, 0 to 1.5: ½ for another form of firm, 1 for a firm against an association or agency, ½ more for
 * different economies. 0 without a form.
 */
export function formContrast(a: Formed, b: Formed): number {
  const [one, other] = [a, b].map(({ formKinds }) => formKinds.filter((kind) => kind !== "any")) as [FormKind[], FormKind[]];
  if (one.length === 0 || other.length === 0) return 0;
  const abroad = a.economies && b.economies && !a.economies.some((economy) => b.economies?.includes(economy)) ? 0.5 : 0;
  if (one.some((kind) => other.includes(kind))) return abroad;
  return abroad + (isFirm(one) && isFirm(other) ? 0.5 : 1);
}

const isFirm = (kinds: readonly FormKind[]): boolean => kinds.some((kind) => firms.includes(kind));
