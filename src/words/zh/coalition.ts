import type { Dictionary } from "../dictionary.ts";

/** Rows and notes of what a coalition takes, of replies to it, and of pairs. */
export const coalition: Dictionary = {
  "fill in (backfilling)": "补位",
  "join in (following)": "跟随",
  "keep still (neutral)": "观望（中立）",
  "not a ban: controls as they stand on {@}, {}": "非禁令：{}现行管制，{}",
  "not a ban: controls as they stand on {@}": "非禁令：{}现行管制",
  "by what is known {}": "按已知计{}",
  everything: "全部",
  senders: "断供方",
  "{~}: {#}, {#}": "{}：{}，{}",
  "Smallest set that harms more than {} (half of what all do): {=}, {}.": "造成损害超过{}（全体之半）的最小组合：{}，{}。",
  "Smallest set that harms more than {}: {=}, {}.": "造成损害超过{}的最小组合：{}，{}。",
  "Not even all together harm more than {}.": "全体合计也不超过{}。",
  "{#} of output": "产出的{}",
  "Stable in the model: given what the other then withholds, neither side has a better choice among the candidates.":
    "在模型中稳定：就对方届时的断供而言，双方在候选中均无更优选择。",
  "Not stable in the model: the moves come back to where they were before; they circle, and there is no stable point on these candidates.":
    "在模型中不稳定：行动回到先前状态，循环往复，候选中没有稳定点。",
  "Reply and counter-reply are unknown: {}.": "反制与再反制未知：{}。",
  "no source says what the target makes": "没有来源说明对象制造什么",
  "the target makes no final product": "对象不制造最终产品",
  "no source gives the value of what the target makes": "没有来源给出对象产出的价值",
  "no source gives the value of what a firm would lose": "没有来源给出企业损失的价值",
  "of no sender a source says what it makes and what that is worth": "没有来源说明任何断供方制造什么及其价值",
  "no market of what one side withholds is published": "一方所断供内容的市场规模未公布",
  "What {=} would lose by a reply is unknown: no source says what they make.": "{}因反制损失多少未知：没有来源说明其制造什么。",
  "A reply by patents is unknown.": "以专利反制的后果未知。",
  "A reply by patents is unknown: load patents and run `levermap measure`.": "以专利反制的后果未知：请加载专利并运行 `levermap measure`。",
  "By patents the target could at most close its market, never added to the above: {} a year.":
    "凭专利，对象至多可关闭其市场（绝不与上述相加）：每年{}。",
  "Left out: {#} technologies of which no share of some sender is known.": "未计入：{}项技术，其中某断供方份额未知。",
  "Left out: {#} technologies of which no share of some sender is known and {#} in doubt.":
    "未计入：{}项技术，其中某断供方份额未知；另有{}项存疑。",
  "Left out: {#} in doubt.": "未计入：{}项存疑。",
  "Left out, which is not 0: technologies and why": "未计入（不是0）的技术及原因",
  "one document older than five years": "仅凭一份五年以上的文献",
  "no share known of {=}": "{}的份额未知",
  "no share known of all who act": "所有行动方的份额均未知",
  "no share known of anybody": "任何一方的份额均未知",
  "{=}: no source says what they make.": "{}：没有来源说明其制造什么。",
  "{=}: they make no final product.": "{}：不制造最终产品。",
  "{=}: no source gives the value of what they make.": "{}：没有来源给出其产出的价值。",
  "{=}: no source gives the value of what these firms would lose.": "{}：没有来源给出这些企业损失的价值。",
  "{=}: no share and no rule of theirs is known, so what they could withhold is unknown.": "{}：其份额与规则均未知，因此能断供什么未知。",
  "{=}: {}; observed: {}.": "{}：{}；观察到：{}。",
  "unknown, since what they withhold has no known market": "未知，因其所断供内容的市场规模未知",
  "unknown, since what they withhold has no known market, or the target's output has no known value":
    "未知，因其所断供内容的市场规模或对象产出的价值未知",
};
