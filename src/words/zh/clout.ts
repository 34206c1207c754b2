import type { Dictionary } from "../dictionary.ts";

/** Sentences of a dossier: weak links, what is held, what could be led in, filing, clout, replies, conditions, what is not known. */
export const clout: Dictionary = {
  "{} [{}]": "{} [{}]",
  "{=} {#}, {#} more": "{} {}，另{}份",
  "{=}, {#} more": "{}，另{}份",
  "{}: {} of the chip output of {} in twelve months; the hold halves in {}.": "{1}：十二个月内{3}芯片产出的{2}；掌控减半需{4}。",
  "{}: {} of the chip output of {} in twelve months; how long that lasts is unknown.": "{1}：十二个月内{3}芯片产出的{2}；持续多久未知。",
  "{} from {~} (under its control already)": "{}（来自{}，已受其管制）",
  "{} (under its control already)": "{}（已受其管制）",
  "{}: {#} ({#} to {#}%); {}.": "{}：{}（{}至{}%）；{}。",
  "how long is unknown": "持续多久未知",
  "the world": "全球",
  "{#} months ({#} to {#})": "{}个月（{}至{}）",
  "{#} months ({#} to over {#})": "{}个月（{}至超过{}）",
  "over {#} months ({#} at the least)": "超过{}个月（至少{}个月）",
  "In doubt, on one document older than five years: {}.": "存疑，仅凭一份五年以上的文献：{}。",
  "{}, not known to be made there: {} of world supply from {=}.": "{}（当地是否制造未知）：全球供应的{}来自{}。",
  "{}, which makers there cannot do without: {} of world supply from {=}.": "{}（当地制造商不可或缺）：全球供应的{}来自{}。",
  "{}, which makers there may need: {} of world supply from {=}.": "{}（当地制造商可能需要）：全球供应的{}来自{}。",
  "Of world supply {=} has {}.": "在全球供应中，{}占{}。",
  "No source says which chips {=} makes, so that no loss is given, which is not 0.":
    "没有来源说明{}制造哪些芯片，因此不给出损失（不是0）。",
  "No share of {=} in any technology is known, which is not 0.": "{}在任何技术中的份额均未知（不是0）。",
  "{=} leads in {=}, and by none of it could it take more than {#} of the chip output of {=} in twelve months.":
    "{1}在{2}上领先，但凭其中任何一项，十二个月内至多使{4}的芯片产出损失{3}。",
  "{=} leads in {=}, and by none of it could it take more than {#} of the chip output of {=} in twelve months: parts go to those who build tools, and kept from {=} alone they stop none of the tools that it buys.":
    "{1}在{2}上领先，但凭其中任何一项，十二个月内至多使{4}的芯片产出损失{3}：部件由设备制造者使用，仅对{5}断供不会使其所购的任何设备停供。",
  "No technology is known by which {=} could take more from {=} than any other foreign holder.":
    "未知有哪项技术，{1}凭其可使{2}的损失大于其他任何外部持有者所致。",
  "No source says which chips {=} makes, so that no loss by what {=} holds is given.":
    "没有来源说明{1}制造哪些芯片，因此不给出{2}所掌控技术造成的损失。",
  "{} ({}): {#} ({#} to {#}%) from {#}, for {#} researcher-years and {} to {#}.":
    "{1}（{2}）：自{6}年起{3}（{4}至{5}%）；需{7}研究人年、{8}，至{9}年。",
  "{}: {#} ({#} to {#}%) from {#}, for {#} researcher-years and {} to {#}.":
    "{1}：自{5}年起{2}（{3}至{4}%）；需{6}研究人年、{7}，至{8}年。",
  "It takes {} and costs {} for good and earns {}; {}. Within {#} of the best plan.":
    "该项占用{}，净成本{}，收益{}；{}。与最优计划相差不超过{}。",
  "The {#} take {} and cost {} for good and earn {}; {}. Within {#} of the best plan.":
    "这{}项占用{}，净成本{}，收益{}；{}。与最优计划相差不超过{}。",
  "The {#} take {} and cost {} for good, keep {} of own sales and earn {}; {}. Within {#} of the best plan.":
    "这{}项占用{}，净成本{}，保住自身销售{}，收益{}；{}。与最优计划相差不超过{}。",
  "The {#} take {} and cost {} for good and earn {!}": "这{}项占用{}，净成本{}，收益{}",
  "It takes {} and costs {} for good and earns {!}": "该项占用{}，净成本{}，收益{}",
  "The {#} take {} and cost {} for good, keep {} of own sales and earn {!}": "这{}项占用{}，净成本{}，保住自身销售{}，收益{}",
  "The {#} take {} and cost {!} for good": "这{}项占用{}，净成本{}",
  "The {#} take {} and cost {} for good, keep {} of own sales and earn {}; {}. Within {#} of the best plan; time was up.":
    "这{}项占用{}，净成本{}，保住自身销售{}，收益{}；{}。与最优计划相差不超过{}（时间用尽）。",
  "The {#} take {} and cost {} for good and earn {}; {}. Within {#} of the best plan; time was up.":
    "这{}项占用{}，净成本{}，收益{}；{}。与最优计划相差不超过{}（时间用尽）。",
  "It takes {} and costs {} for good and earns {}; {}. Within {#} of the best plan; time was up.":
    "该项占用{}，净成本{}，收益{}；{}。与最优计划相差不超过{}（时间用尽）。",
  "If every programme worked and won, claims would exclude {} of sales in {#}; by their chances it is {}.":
    "若各项目均成功并胜出，权利要求将在{2}年排除{1}的销售；按其概率为{3}。",
  "New sales are in no figure of supply, as what {=} supplies of {=} today is not known; others would buy {} of {=} from {#} on if {=} works and wins.":
    "新销售未计入任何供应数字，因{1}目前供应多少{2}未知；若{6}成功并胜出，自{5}年起他方将购买{4}的{3}。",
  "nothing else adds anything": "其他各项均无增益",
  "more adds little": "再多也增益甚微",
  "more needs {}": "若要更多，还需{}",
  "researchers ({})": "研究人员（{}）",
  "money and researchers ({})": "资金与研究人员（{}）",
  "Nothing is taken up: nothing fits and brings more than it takes.": "未采纳任何项目：没有既可行又得大于失者。",
  "Nothing is taken up, so that there is nothing to file.": "未采纳任何项目，故无可申请。",
  "File at {}: worth {#} to {#} times its cost.": "在{}申请：价值为成本的{}至{}倍。",
  "Weigh {}: {#} to {#} times its cost.": "可权衡{}：价值为成本的{}至{}倍。",
  "Weigh {}: worth {#} to {#} times its cost.": "可权衡{}：价值为成本的{}至{}倍。",
  "{=} ({#}) for {}": "{}（{}），用于{}",
  "{=} ({#} to {#}%) for {}": "{}（{}至{}%），用于{}",
  "{} for the same": "{}，用途同上",
  "{} (also taken up)": "{}（亦已采纳）",
  "Leave out all else abroad: at most {#} of its cost.": "不在其他国家和地区申请：价值至多为成本的{}。",
  "Leave out {~}: at most {#} of its cost.": "不在{}申请：价值至多为成本的{}。",
  "Leave out {~}: one more family is worth at most {#} of its cost.": "不在{}申请：再多一个专利族的价值至多为成本的{}。",
  "What it earns alone counts": "仅计其收益",
  "What it earns alone counts.": "仅计其收益。",
  "What it earns alone counts; {=}: unknown, as {}.": "仅计其收益；{}：未知，因为{}。",
  "What it earns alone counts; {=}: unknown, as {}; {=}: unknown, as {}.": "仅计其收益；{}：未知，因为{}；{}：未知，因为{}。",
  "The larger counts: what it earns, or {#} of sales kept from {=}.": "取较大者：其收益，或使{2}失去的销售额的{1}。",
  "The larger counts: what it earns, or {#} of sales kept from {=}; {=}: unknown, as {}.":
    "取较大者：其收益，或使{2}失去的销售额的{1}；{3}：未知，因为{4}。",
  "sales there are": "当地销售额未知",
  "a royalty is": "许可费率未知",
  "fees there are": "当地费用未知",
  "too little is known": "所知过少",
  "Clout on {=}": "对{}的影响力",
  "Weak links of {=}, its seat": "其所在地{}的薄弱环节",
  "What it, or {=}, holds that others need": "它或{}掌控而他方需要的",
  "No other side is named (`--against`), so that clout is not given, which is not 0.":
    "未指定对方（`--against`），因此不给出影响力（不是0）。",
  "Patents of today, as far as loaded: {} a year; {} by {#}.": "现有专利（仅计已加载）：每年{}；至{3}年为{2}。",
  "New claims could keep out {} a year by {#}.": "新权利要求至{2}年每年可排除{1}。",
  "New claims could keep out {} a year by {#}; what those of today could is unknown, as none is loaded.":
    "新权利要求至{2}年每年可排除{1}；现有权利要求可排除多少未知，因未加载专利。",
  "New claims could keep out {} a year by {#}; by those of today, as far as loaded, nothing.":
    "新权利要求至{2}年每年可排除{1}；现有权利要求（仅计已加载）无可排除。",
  "New claims could keep out nothing by {#}.": "新权利要求至{}年无可排除。",
  "New claims could keep out nothing by {#}; what those of today could is unknown, as none is loaded.":
    "新权利要求至{}年无可排除；现有权利要求可排除多少未知，因未加载专利。",
  "New claims could keep out nothing by {#}; by those of today, as far as loaded, nothing.":
    "新权利要求至{}年无可排除；现有权利要求（仅计已加载）亦无可排除。",
  "By supply no figure can be given, which is not 0: {}.": "供应方面无法给出数字（不是0）：{}。",
  "no share of {=} is known well enough": "{}的份额均不够清楚",
  "Supply, as far as known: {} of chip output in a first year, {}; {}.": "供应（仅计已知）：首年可使芯片产出损失{}，{}；{}。",
  "Supply: {} of chip output in a first year, {}; {}.": "供应：首年可使芯片产出损失{}，{}；{}。",
  "at an unknown cost": "代价未知",
  "for {} of own losses": "自身损失{}",
  "much the same in {#}": "{}年大致相同",
  "USD {$} in {#}": "{2}年为{1}美元",
  "USD {$} ({$} to {$}) in {#}": "{4}年为{1}美元（{2}至{3}美元）",
  "the plan adds {}": "计划增加{}",
  "Nothing is taken up and no supply is known to be withheld, so that there is nothing to answer.":
    "未采纳任何项目，也没有已知可断供的供应，故无可回应。",
  "By supply no reply of {=} is known that costs {=} more than itself.": "供应方面，未知{}有何回应能使{}的代价大于其自身。",
  "{=} would best withhold {}: {} a year, at {} to itself.": "{}最宜断供{}：每年{}，自身代价{}。",
  "{=} would best withhold {}: {} a year, at {} to itself; net of that, before its own {} of losses, {=} takes a median {}.":
    "{1}最宜断供{2}：每年{3}，自身代价{4}；扣除后、未计{6}自身{5}的损失，{6}造成的损失中位数为{7}。",
  "{=} would best withhold {}: {} a year, at {} to itself; net of that, {=} takes a median {}.":
    "{}最宜断供{}：每年{}，自身代价{}；扣除后，{}造成的损失中位数为{}。",
  "{=} could withhold {}: {} a year, at an unknown cost, so that what is best is not known.":
    "{}可能断供{}：每年{}，代价未知，因此无从得知何者最优。",
  "all that it holds": "其掌控的全部",
  "If it began with all it can, the plan would spare {} of the {} that {=} would lose in {#} years.":
    "若其率先动用一切手段，{3}在{4}年内将损失{2}，其中计划可避免的为{1}。",
  "If {=} began with all it can, the plan would spare {} of the {} that {=} would lose in {#} years.":
    "若{1}率先动用一切手段，{4}在{5}年内将损失{3}，其中计划可避免的为{2}。",
  "Of what new claims keep out, designing around leaves {#}, courts {#} and matching effort {#}.":
    "新权利要求所排除的部分，绕开设计后余{}，法院裁判后余{}，对手投入相同时余{}。",
  "If rivals match the effort, {#} of the income is left.": "若对手投入相同，收入余{}。",
  "If all others withheld the same, {=} would lose {}.": "若其他各方同样断供，{}将损失{}。",
  "No cost is borne, so that nothing would have to come back.": "无成本，故无须收回。",
  "What is kept and earned covers the cost already.": "所保住与所赚取的已可覆盖成本。",
  "To pay, the plan would have to bring {#} times as much, or its know-how and clout be worth {}.":
    "要收回成本，计划须带来{}倍的收益，或其技术诀窍与影响力值{}。",
  "To pay, know-how and clout of the plan would have to be worth {}.": "要收回成本，计划的技术诀窍与影响力须值{}。",
  "Unknown, not 0: {}.": "未知（不是0）：{}。",
  "{#} next-generation markets": "{}个下一代市场",
  "1 next-generation market": "1个下一代市场",
  "{#} plant sizes": "{}项工厂规模",
  "chip use in {#} places": "{}地的芯片使用",
  "what {=} holds of {}": "{}在{}中的持有",
  "what {=} sells": "{}的销售",
  "The inputs are right on all {#} programmes that happened.": "输入参数与已发生的全部{}个项目相符。",
  "Of {#} programmes that happened the inputs miss {}.": "在已发生的{}个项目中，输入参数未命中{}。",
  "In doubt": "存疑",
  "Not judged": "未判断",
  "To pay": "收回成本",
  "If rivals match the effort": "若对手投入相同",
  "If all others withheld the same": "若其他各方同样断供",
  "No other side is named": "未指定对方",
  "Leave out {~}": "不在{}申请",
  "Leave out all else abroad": "不在其他国家和地区申请",
  "part of final chip output, mean of twelve months": "占最终芯片产出的比例，十二个月平均",
  "chance to lead": "领先概率",
  "times its cost": "成本的倍数",
  "part of its cost": "占成本的比例",
  "part of income": "占收入的比例",
  "part of what claims could exclude": "占权利要求可排除部分的比例",
  "USD m a year": "每年，百万美元",
  "USD m, present value": "现值，百万美元",
  "USD m of income, present value": "收入现值，百万美元",
  "levermap plan FILE, with `means.file` of --json as the file": "levermap plan FILE，以 --json 中的 `means.file` 为文件",
  "What names no document follows from the model; {#} of its {#} inputs on research and income are assumed; so are {}. No forecast, no legal advice, no way round a control.":
    "未注明文献者由模型得出；其关于研究与收入的{2}项输入中{1}项为假定；{3}亦然。并非预测，亦非法律意见，更非规避管制之道。",
  "What names no document follows from the model; {#} of its {#} inputs on research and income are assumed. No forecast, no legal advice, no way round a control.":
    "未注明文献者由模型得出；其关于研究与收入的{2}项输入中{1}项为假定。并非预测，亦非法律意见，更非规避管制之道。",
  "{}, from the plan {}": "{}（取自计划 {}）",
  "{} (there {})": "{}，原计划{}",
  researchers: "研究人员",
  "with caps": "设有上限",
  "Not judged: what others' patents block (`levermap portfolio`), know-how, tools that controls keep from laboratories, what states decide.":
    "未判断：他方专利的阻挡（`levermap portfolio`）、技术诀窍、管制使实验室得不到的设备、各国的决定。",
};
