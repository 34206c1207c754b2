import type { Dictionary } from "../dictionary.ts";

/** Findings on patents, holders and portfolios. */
export const findingsPatents: Dictionary = {
  "{#} documents of {#} holders are loaded; what is not loaded is not counted.": "已加载{2}个持有者的{1}份文献；未加载的不计入。",
  "None of the {#} loaded patents was found for {=}.": "已加载的{1}件专利中没有找到{2}。",
  "Only the {#} loaded patents are searched; some have no abstract.": "只检索已加载的{}件专利；有些没有摘要。",
  "{#} patents of {#} families found for {=}.": "找到{3}的{1}件专利，属{2}个专利族。",
  "{#} patents of 1 family found for {=}.": "找到{2}的{1}件专利，属1个专利族。",
  "1 patent of 1 family found for {=}.": "找到{}的1件专利，属1个专利族。",
  "A holder is known for {#} of {#} loaded patents: {#} holders in all.": "{2}件已加载专利中{1}件的持有者已知：共{3}个持有者。",
  "{=} holds {#} loaded documents in {#} families, {!} on {@}.": "{1}持有已加载文献{2}份，属{3}个专利族，{5}{4}。",
  "{=} holds {#} loaded documents in 1 family, {!} on {@}.": "{1}持有已加载文献{2}份，属1个专利族，{4}{3}。",
  "{=} holds 1 loaded document in 1 family, {!} on {@}.": "{1}持有已加载文献1份，属1个专利族，{3}{2}。",
  "none of them known to be in force": "均未知是否有效",
  "{#} expected to be in force": "预计{}份有效",
  "{#} to {#} expected to be in force": "预计{}至{}份有效",
  "No patent of {=} is loaded: what it holds is unknown.": "没有加载{}的专利：其持有情况未知。",
  'No holder "{=}" is known.': "没有名为“{}”的已知持有者。",
  "What it could keep out of any market is unknown.": "它能从各市场排除什么未知。",
  "If it licensed no one, it could keep {!} of products a year out of {=}, an upper bound.":
    "若不许可任何人，它每年可从{2}排除{1}的产品（上限）。",
  "{=} holds {#} loaded patent documents, {#} granted.": "{}持有已加载专利文献{}份，其中授权{}份。",
  "Loaded documents cite them {#} times.": "已加载文献引用它们{}次。",
  '{=} is "{=}", filed {@}.': "{1}为《{2}》，{3}提交。",
  "Its holder is {=}.": "持有者为{}。",
  "It has {#} holders, {=} first.": "有{}个持有者，首位为{}。",
  "Its holder is unknown.": "持有者未知。",
  "Whether it is in force on {@} is unknown.": "{}是否有效未知。",
  "It is not granted, so not in force on {@}.": "未获授权，故{}无效力。",
  "It is not in force on {@}.": "{}已失效。",
  "It is in force on {@}.": "{}有效。",
  "It is in force on {@}; its term ends on {@}.": "{}有效；期限至{}。",
  "It is in force on {@} with an estimated chance of {!}.": "{}有效的估计概率为{}。",
  "It is in force on {@} with an estimated chance of {}; its term ends on {@}.": "{}有效的估计概率为{}；期限至{}。",
  '{=} is "{=}".': "{}为《{}》。",
  "Nothing in this workspace cites {=}.": "此工作区中没有文献引用{}。",
  "{#} documents of this workspace cite {=}.": "此工作区中有{}份文献引用{}。",
  "1 document of this workspace cites {=}.": "此工作区中有1份文献引用{}。",
  "{=} is known only because {#} documents of this workspace cite it.": "仅因此工作区中{2}份文献引用而得知{1}。",
  "{=} is known only because 1 document of this workspace cites it.": "仅因此工作区中1份文献引用而得知{}。",
  "Its own record is not loaded.": "其自身记录未加载。",
  "Of {#} later ones, {#} also cite what it cites: they rarely use it together with earlier work (disruption {#}).":
    "其后{}份中，{}份也引用其所引：很少与更早成果一并使用（颠覆性{}）。",
  "Of {#} later ones, {#} also cite what it cites: they mostly use it together with earlier work (disruption {#}).":
    "其后{}份中，{}份也引用其所引：多与更早成果一并使用（颠覆性{}）。",
  "Of {#} later ones, {#} also cite what it cites: they as often as not use it together with earlier work (disruption {#}).":
    "其后{}份中，{}份也引用其所引：约半数与更早成果一并使用（颠覆性{}）。",
  "{=} holds the most loaded families of {=}: {#} of {#}, {#} of those with a known holder; {#} applications, {#} granted.":
    "{1}持有{2}的已加载专利族最多：{4}个中{3}个，占持有者已知者的{5}；申请{6}件，授权{7}件。",
  "{=} holds the most loaded families of {=}: {#} of {#}, {#} of those with a known holder ({!}); {#} applications, {#} granted.":
    "{1}持有{2}的已加载专利族最多：{4}个中{3}个，占持有者已知者的{5}（{6}）；申请{7}件，授权{8}件。",
  "No holder of the {#} loaded families of {=} is known.": "{2}的{1}个已加载专利族的持有者均未知。",
  "Who holds most of {=} is unknown.": "谁持有{}最多，未知。",
  "None of the applications is known to be granted on {@}.": "截至{}，没有已知获授权的申请。",
  "Of {#} granted applications, {!} are expected to be in force on {@}.": "{1}件授权申请中，{3}预计{2}件有效。",
  "Of {#} granted applications, {!} are expected to be in force (the status of {#} more is unknown) on {@}.":
    "{1}件授权申请中，{4}预计{2}件有效（另有{3}件状态未知）。",
  "It is unknown whether any of {#} granted applications is in force on {@}.": "{1}件授权申请在{2}是否有效均未知。",
  "No patent of {=} is loaded, and no published count of its patents is known.": "没有加载{}的专利，也没有已知的公布计数。",
  "No patent of {=} is loaded.": "没有加载{}的专利。",
  "There are {#} more published counts.": "另有{}个公布计数。",
  "There is 1 more published count.": "另有1个公布计数。",
};
