import { say } from "../base/message.ts";
import type { Address } from "./page.ts";

/** What of a ready plan the address of a page changes; "" is as in the plan. */
export interface OwnPlan {
  /** Id of the ready plan. */
  readonly from: string;
  /** USD m a year, or several by year. */
  readonly money: string;
  /** Researchers by field, as money. */
  readonly researchers: Readonly<Record<string, string>>;
  readonly years: string;
  readonly against: string;
  /** Weight of clout. */
  readonly clout: string;
  readonly generation: string;
}

/** What a query says of a plan that is changed. @param fields of researchers */
export const ownPlan = (query: Address["query"], fields: readonly string[]): OwnPlan => ({
  from: query.from ?? "",
  money: query.money ?? "",
  researchers: Object.fromEntries(fields.map((field) => [field, query[field] ?? ""])),
  years: query.years ?? "",
  against: query.against ?? "",
  clout: query.clout ?? "",
  generation: query.generation ?? "",
});

/** As a plan file, which is YAML too: what is changed, and which plan all else is of. @param before the name of that plan */
export function planText({ from, money, researchers, years, against, clout, generation }: OwnPlan, before: string): string {
  const staff = Object.entries(researchers).filter(([, text]) => text !== "");
  return JSON.stringify({
    name: say("own-plan.changed", { before }),
    based_on: from,
    ...(money !== "" && { money: amounts(money) }),
    ...(staff.length > 0 && { researchers: Object.fromEntries(staff.map(([field, text]) => [field, amounts(text)])) }),
    ...(years !== "" && { years: asNumber(years) }),
    ...(against !== "" && { against }),
    ...(clout !== "" && { objective: { clout: asNumber(clout) } }),
    ...(generation !== "" && { generation }),
  });
}

/** Whether anything is changed. */
export const isChanged = ({ from: _, researchers, ...own }: OwnPlan): boolean =>
  [...Object.values(own), ...Object.values(researchers)].some((each) => each !== "");

/** One amount, or several parted by blanks or semicolons; `1,500` is one. What is no number stays as it is, for the reader of the file to name. */
function amounts(text: string): unknown {
  const each = text
    .trim()
    .split(/[\s;]+/)
    .filter((word) => word !== "")
    .map(asNumber);
  return each.length === 1 ? each[0] : each;
}

const asNumber = (text: string): number | string => {
  const plain = text.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, "");
  return plain !== "" && Number.isFinite(Number(plain)) ? Number(plain) : text.trim();
};
