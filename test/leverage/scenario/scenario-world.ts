import { dayOf } from "../../../src/base/days.ts";
import type { Outsiders } from "../../../src/leverage/members.ts";
import { compileModel, type SupplyModel } from "../../../src/leverage/model.ts";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { type CompiledScenario, compileScenario } from "../../../src/leverage/scenario/compile-scenario.ts";
import type { CapacityHolder, CapacityLoss, SupplyMeasure, Withheld, WithheldItem } from "../../../src/leverage/scenario/scenario.ts";
import type { TradedBy } from "../../../src/leverage/target.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import {
  day,
  defaults,
  member,
  organisation,
  place,
  product,
  requirement,
  rigid,
  share,
  supplyMap,
  technology,
} from "../../measure/rows.ts";

/** An invented industry without stocks, spare capacity or new makers, and measures on it that a test changes in what it is about. */

const still = defaults({ stock: [0, 0], "notice-purchases": [0, 0], "recovery-chance": [0, 0] });

export const modelOf = (rows: Partial<SupplyRows> = {}): SupplyModel =>
  compileModel(
    supplyMap({
      technology: [technology("gas"), product("chips"), technology("mystery")],
      requirement: [requirement("chips", "gas", "blocking"), requirement("chips", "mystery", "blocking")],
      share: [
        share("gas", "CC", 0.6),
        share("gas", "BB", 0.4),
        share("gas", "firm-c", 0.3, { holder_kind: "organisation", basis: "sales", source: "s-firm" }),
      ],
      product_place: [place("chips", "CC", "make", 0.3), place("chips", "BB", "make", 0.2), place("chips", "AA", "make", 0.1)],
      organisation: [organisation("firm-c", "CC"), organisation("firm-b", "BB")],
      group_member: [member("UU", "CC"), member("UU", "EE")],
      default_parameter: [...rigid, ...still],
      ...rows,
    }),
  );

export const days = (date: string): number => dayOf(date)!;

const gas = 0;

export const act = ({
  from = days(day),
  until = null,
  reachOnly = false,
  ...more
}: Partial<Withheld> & Partial<Pick<WithheldItem, "from" | "until" | "reachOnly">> & Pick<Withheld, "senders" | "targets">): Withheld => ({
  kind: "withhold",
  id: "act",
  leakage: null,
  items: [{ technology: gas, class: "ban", from, until, reachOnly }],
  reach: false,
  service: false,
  announced: null,
  easing: [],
  ...more,
});

export const loss = (holder: CapacityHolder, more: Partial<CapacityLoss> = {}): CapacityLoss => ({
  kind: "capacity",
  holder,
  technologies: [gas],
  lost: [1, 1],
  cause: null,
  repair: givenRepair([6, 6]),
  repairAssumed: false,
  spoiled: null,
  apart: [],
  from: days(day),
  ...more,
});

export const compiled = (
  model: SupplyModel,
  measures: readonly SupplyMeasure[],
  outsiders: Outsiders = "backfilling",
  traded?: TradedBy,
): CompiledScenario => compileScenario(createWithholding(model), { outsiders, measures }, traded);
