import type { Dictionary } from "../dictionary.ts";

/** Findings on economies, two of them side by side, and organisations. */
export const findingsPlaces: Dictionary = {
  "{=} makes {!} of the world's {=}.": "{1}占全球{3}制造的{2}。",
  "{=} makes {!} of the world's {=}; its greatest share is {!} of {=}.": "{1}占全球{3}制造的{2}；其最大份额为{5}的{4}。",
  "{=} makes none of the world's {=}.": "{1}不制造{2}。",
  "{=} makes none of the world's {=}; its greatest share is {!} of {=}.": "{1}不制造{2}；其最大份额为{4}的{3}。",
  "No source tells what {=} makes of chips.": "没有来源说明{}制造哪些芯片。",
  "No source tells what {=} makes of chips; its greatest share is {!} of {=}.": "没有来源说明{1}制造哪些芯片；其最大份额为{3}的{2}。",
  "{=} has {#} plants of chipmaking on record, and no figure of what it makes.": "{}有{}座芯片制造工厂在案，但没有产量数字。",
  "{=} has 1 plant of chipmaking on record, and no figure of what it makes.": "{}有1座芯片制造工厂在案，但没有产量数字。",
  "{=} has {#} plants of chipmaking on record, and no figure of what it makes; its greatest share is {!} of {=}.":
    "{1}有{2}座芯片制造工厂在案，但没有产量数字；其最大份额为{4}的{3}。",
  "{=} has 1 plant of chipmaking on record, and no figure of what it makes; its greatest share is {!} of {=}.":
    "{1}有1座芯片制造工厂在案，但没有产量数字；其最大份额为{3}的{2}。",
  "{=} has {#} plants of chipmaking on record, and makes none of the world's {=}.": "{1}有{2}座芯片制造工厂在案，不制造{3}。",
  "{=} has 1 plant of chipmaking on record, and makes none of the world's {=}.": "{1}有1座芯片制造工厂在案，不制造{2}。",
  "{=} has {#} plants of chipmaking on record, and makes none of the world's {=}; its greatest share is {!} of {=}.":
    "{1}有{2}座芯片制造工厂在案，不制造{3}；其最大份额为{5}的{4}。",
  "{=} has 1 plant of chipmaking on record, and makes none of the world's {=}; its greatest share is {!} of {=}.":
    "{1}有1座芯片制造工厂在案，不制造{2}；其最大份额为{4}的{3}。",
  "{=} depends on {=} for {=} ({!}).": "{}依赖{}的{}（{}）。",
  "{=} depends on {=} for {=} ({!}) and {=} for {=} ({!}).": "{}依赖{}的{}（{}）与{}的{}（{}）。",
  "{=} depends on {=} for {=} ({!}), {=} for {=} ({!}) and {=} for {=} ({!}).": "{}依赖{}的{}（{}）、{}的{}（{}）与{}的{}（{}）。",
  "It depends on {=} for {=} ({!}).": "它依赖{}的{}（{}）。",
  "It depends on {=} for {=} ({!}) and {=} for {=} ({!}).": "它依赖{}的{}（{}）与{}的{}（{}）。",
  "It depends on {=} for {=} ({!}), {=} for {=} ({!}) and {=} for {=} ({!}).": "它依赖{}的{}（{}）、{}的{}（{}）与{}的{}（{}）。",

  "{=} ({=}) has {!} of {=}.": "{1}（{2}）占{4}的{3}。",
  "{=} ({=}) has {!} of {=} and {!} of {=}.": "{1}（{2}）占{4}的{3}、{6}的{5}。",
  "{=} has {!} of {=}.": "{1}占{3}的{2}。",
  "{=} has {!} of {=} and {!} of {=}.": "{1}占{3}的{2}、{5}的{4}。",
  "{=} ({=}) has {#} plants on record, and no known share.": "{}（{}）有{}座工厂在案，份额未知。",
  "{=} ({=}) has 1 plant on record, and no known share.": "{}（{}）有1座工厂在案，份额未知。",
  "{=} has {#} plants on record, and no known share.": "{}有{}座工厂在案，份额未知。",
  "{=} has 1 plant on record, and no known share.": "{}有1座工厂在案，份额未知。",
  "{=} ({=}) has no known share of a market.": "{}（{}）没有已知的市场份额。",
  "{=} has no known share of a market.": "{}没有已知的市场份额。",
  "{=} ({=}) has no known share of its own; with {=} it has {!} of {=}.": "{1}（{2}）没有已知的自有份额；与{3}合计占{5}的{4}。",
  "It stands on {#} control lists.": "它在{}份管制清单上。",
  "It stands on 1 control list.": "它在1份管制清单上。",
  "{#} rules or orders name it.": "有{}项规则或命令点名它。",
  "1 rule or order names it.": "有1项规则或命令点名它。",
  "{#} rules or orders name it, the first in force since {}.": "有{}项规则或命令点名它，最早一项自{}起生效。",
  "1 rule or order names it, in force since {@}.": "有1项规则或命令点名它，自{}起生效。",
  "What it makes needs {=}, of which {=} holds {!}.": "其制造需要{1}，其中{2}占{3}。",
  "Some makers of such need {=}, of which {=} holds {!}.": "部分此类制造商需要{1}，其中{2}占{3}。",
  "{#} rules or orders on record name {=}, the newest in force since {@}.": "记录中有{1}项规则或命令点名{2}，最新一项自{3}起生效。",
  "1 rule or order on record names {=}, the newest in force since {@}.": "记录中有1项规则或命令点名{1}，自{2}起生效。",
  "{#} rules or orders on record name {=}, the newest {!}.": "记录中有{1}项规则或命令点名{2}，最新一项的状态：{3}。",
  "1 rule or order on record names {=}, the newest {!}.": "记录中有1项规则或命令点名{1}，状态：{2}。",
};
