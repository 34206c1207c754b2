import type { Dictionary } from "../dictionary.ts";

/** Findings on who could withhold what: of the home page, the map, technologies and their history, and how long a hold lasts. */
export const findingsSupply: Dictionary = {
  "Evidence and names are shown in English, as they are recorded.": "依据与名称按原始记录以英文显示。",
  "A part of the finding, evidence and names are shown in English, as they are recorded.": "部分结论、依据与名称按原始记录以英文显示。",
  "In the model, {=} could take {!} of the final chip output of {=} on average over {#} months by withholding {=} from {@} on.":
    "模型显示：自{6}起，{1}若断供{5}，{4}个月内平均可使{3}最终芯片产出损失{2}。",
  "In the model, {=} could take {!} of the final chip output of {=} on average over {#} months by withholding {=} from {@} on, on which a control is in force already.":
    "模型显示：自{6}起，{1}若断供{5}（已有生效管制），{4}个月内平均可使{3}最终芯片产出损失{2}。",
  "In the model, {=} could take {!} of the final chip output outside {=} on average over {#} months by withholding {=} from {@} on.":
    "模型显示：自{6}起，{1}若断供{5}，{4}个月内平均可使{3}以外的最终芯片产出损失{2}。",
  "In the model, {=} could take {!} of the final chip output outside {=} on average over {#} months by withholding {=} from {@} on, on which a control is in force already.":
    "模型显示：自{6}起，{1}若断供{5}（已有生效管制），{4}个月内平均可使{3}以外的最终芯片产出损失{2}。",
  "In the model, no foreign holder of a chokepoint over {=} is known.": "模型中没有已知的外部持有者能卡住{}。",
  "How much of which final products {=} makes, no source says, so no loss over all of them is given.":
    "没有来源说明{}制造哪些最终产品、各占多少，因此不给出总体损失。",
  "The details tell what each would lose if it is made there.": "细节中列出各产品若在当地制造会损失多少。",

  // What a technology is held by
  "No share of supply is known.": "供应份额未知。",
  "{=} has {!} of supply.": "{}占供应的{}。",
  "Over {#} months it would be {!}.": "{}个月内则为{}。",
  "Over {#} months it would be {!}, and new capacity of {!} of present output would not be added.":
    "{}个月内则为{}，且相当于当前产出{}的新增产能无法建成。",
  "{=} has at least {!} of supply, {!} is unknown.": "{}至少占供应的{}，另有{}未知。",
  "What withholding it would cost the world is unknown.": "断供会使全球损失多少，未知。",
  "What withholding it would cost {=} has no figure: {!}.": "断供会使{}损失多少，没有数字：{}。",
  "In the model {=} could take {!} of the final chip output elsewhere over 12 months by withholding it.":
    "模型显示：{1}若断供，12个月内平均可使其他各方最终芯片产出损失{2}。",
  "In the model {=} could take {!} of the final chip output elsewhere over 12 months by withholding {=} alone.":
    "模型显示：{1}若仅断供{3}，12个月内平均可使其他各方最终芯片产出损失{2}。",
  "That is in doubt: its shares rest on one document older than five years.": "此结果存疑：其份额仅凭一份五年以上的文献。",
  "In the model {=} could take {!} of the final chip output of {=} over 12 months by withholding it.":
    "模型显示：{1}若断供，12个月内平均可使{3}最终芯片产出损失{2}。",
  "In the model {=} could take {!} of the final chip output of {=} over 12 months by withholding {=} alone.":
    "模型显示：{1}若仅断供{4}，12个月内平均可使{3}最终芯片产出损失{2}。",
  "In the model {=} could take {!} of its use elsewhere over 12 months by withholding it.":
    "模型显示：{1}若断供，12个月内平均可使其他各方对它的使用损失{2}。",
  "In the model {=} could take {!} of its use elsewhere over 12 months by withholding {=} alone.":
    "模型显示：{1}若仅断供{3}，12个月内平均可使其他各方对它的使用损失{2}。",
  "In the model {=} could take {!} of its use of {=} over 12 months by withholding it.":
    "模型显示：{1}若断供，12个月内平均可使{3}对它的使用损失{2}。",
  "In the model {=} could take {!} of its use of {=} over 12 months by withholding {=} alone.":
    "模型显示：{1}若仅断供{4}，12个月内平均可使{3}对它的使用损失{2}。",
  "A published ranking of patents ({}, {}) puts {=} first, before {=}.": "公布的专利排名（{1}，{2}）以{3}为第一，其后为{4}。",
  "A published ranking of patents ({}, {}) puts {=} first.": "公布的专利排名（{1}，{2}）以{3}为第一。",

  // Its history
  "No share of {=} is known for any year.": "{}各年份的份额均未知。",
  "{#} shares of {=} on record, of {#}.": "有记录的{2}份额{1}条，为{3}年。",
  "1 share of {=} on record, of {#}.": "有记录的{}份额1条，为{}年。",
  "{#} shares of {=} on record, of {#} years from {#} to {#}.": "有记录的{2}份额{1}条，涉及{4}至{5}年间的{3}个年份。",
  "{=} had {!} in {#} and {!} in {#}.": "{1}在{3}年占{2}，在{5}年占{4}。",

  // How long a hold lasts
  "In the model {=} takes nothing from {} by withholding {=}.": "模型显示：{1}断供{3}不会使{2}有损失。",
  "In the model half of the hold of {=} on {=} over {} is gone after {!}.": "模型显示：{1}凭{2}对{3}的掌控，减半需{4}。",
  "In the model half of the hold of {=} on {=} over {} is not gone within {#} years in {#} of draws.":
    "模型显示：在{5}的抽样中，{1}凭{2}对{3}的掌控在{4}年内不会减半。",
  "In the model half of the hold of {=} on {=} over {} is not gone within {#} years in any draw.":
    "模型显示：在所有抽样中，{1}凭{2}对{3}的掌控在{4}年内都不会减半。",
  "In one draw of ten it is gone within {!}.": "每十次抽样中有一次在{}内减半。",
  "In {#} of draws more than half is left after {#} years.": "在{1}的抽样中，{2}年后仍剩过半。",
  "At first it could withhold {!} of the need.": "起初可断供需求的{}。",
  "By a source {} uses none today, so that withholding it takes nothing now: the hold is on {!} of what it would need.":
    "据来源，{1}目前不使用它，因此现在断供不会造成损失：掌控的是其若使用时所需的{2}。",
  "{#} years ({#} to {#} years)": "{}年（{}至{}年）",
  "{#} years ({#} to over {#} years)": "{}年（{}至超过{}年）",
  "over {#} years ({#} to over {#} years)": "超过{}年（{}至超过{}年）",

  // What controls are recorded on it
  "No control is recorded as in force on {@} on any of {#} technologies.": "截至{1}，{2}项技术均无处于生效状态的管制记录。",
  "That is not clearance.": "但不等于许可。",
  "On {@}, recorded controls apply to at least {#} of {#} technologies; on {#} none is recorded as in force, which is not clearance.":
    "{1}，{3}项技术中至少{2}项有生效管制的记录；其余{4}项无生效记录，但不等于许可。",
  "Most issuers: {=} ({=}).": "发布方最多的是{}（{}）。",
  "No control on it is recorded as in force on {@}.": "截至{}，没有针对它的、处于生效状态的管制记录。",
  "At least {#} controls of {=} in force on {@}.": "截至{3}，{2}至少有{1}项管制处于生效状态。",
  "At least 1 control of {=} in force on {@}.": "截至{2}，{1}至少有1项管制处于生效状态。",
  "At least {#} controls of {=} in force on {@}, {#} of them on what folds into it alone.":
    "截至{3}，{2}至少有{1}项管制处于生效状态，其中{4}项仅针对其下级。",
  "{#} more published, not in force yet.": "另有{}项已公布、尚未生效。",
  "{#} more suspended.": "另有{}项暂停。",
  "{#} more in force again unless the suspension, which has ended, was extended.": "另有{}项暂停已到期，除非延长则已恢复生效。",
  "{#} linked entries of a control list.": "关联的管制清单条目{}个。",
  "1 linked entry of a control list.": "关联的管制清单条目1个。",
};
