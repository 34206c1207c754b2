import type { Dictionary } from "../dictionary.ts";

/** Why a technology could be withheld, what that rests on, and which technologies stand apart. */
export const reasons: Dictionary = {
  "Spare capacity of other providers": "其他供应者的闲置产能",
  "Part of the gap that can be redirected": "缺口中可转由他方补足的比例",
  "Loss without a degrading input": "缺少“缺之受损”类投入时的损失",
  "Criticality of ungraded inputs": "未定级投入的关键程度",
  "Criticality of inputs where it is assumed": "投入的关键程度（假定者）",
  "Substitution between varieties": "品种间的替代",
  "Weights of varieties": "品种的权重",
  "Published shares given as intervals, and reach": "以区间公布的份额与管辖",
  "Who holds the unknown part of supply": "未知供应由谁持有",
  "The target's share of world use": "对象占全球使用的份额",
  "Weights of the target's final products": "对象最终产品的权重",
  "Share: firms headquartered in {=} hold {} of world supply; where they make it is not known, so all of it counts as theirs ({#}) ({})":
    "份额：总部在{}的企业持有全球供应的{}；在何处制造未知，故全部计入其名下（{}）（{}）",
  "Share: firms headquartered in {=} hold {} of world supply; they make part of it in {=}, and how much is not known, so any part of it counts as made there ({#}) ({})":
    "份额：总部在{}的企业持有全球供应的{}；部分在{}制造，多少未知，故任何比例均可能在彼处（{}）（{}）",
  "Place: {} of world supply is made in {=} ({#}) ({})": "产地：全球供应的{}在{}制造（{}）（{}）",
  "Control: {=} already controls it ({}, since {}; {=})": "管制：{}已对其管制（{}，自{}起；{}）",
  "Control: {=} already controls it ({}, since {}; {=}) ({})": "管制：{}已对其管制（{}，自{}起；{}）（{}）",
  "Unused: no final product in the map needs it as yet, so withholding it takes nothing today":
    "未使用：地图上尚无最终产品需要它，因此目前断供没有影响",
  "Doubtful shares of {=}: {}.": "{}的份额存疑：{}。",
  "Not applicable, since no other supplier of it is known: {=}.": "不适用，因未知其他供应者：{}。",
  "Not applicable, since the home uses none of it: {=}.": "不适用，因本方不使用：{}。",
  "Not applicable, since the home makes nothing, and nothing of its own, that needs it: {=}.":
    "不适用，因本方既不制造、也没有委外制造的自有产品需要它：{}。",
  "Not applicable, since it is of use only with {=}, of which the home uses none: {=}.": "不适用，因其仅与{}配用，而本方不使用后者：{}。",
  "No known share, so that the score may be anything from 0 to 100%: {=}.": "份额未知，故得分可为0至100%之间任意值：{}。",
  "Besides: {}; the details list them.": "此外：{}；见细节。",
  "{#} final products ranked apart": "{}项最终产品单独排名",
  "{#} on one document older than five years": "{}项仅凭一份五年以上的文献",
  "{#} technologies not applicable and {#} with no known share (score anywhere from 0 to 100%)":
    "{}项技术不适用，{}项份额未知（得分在0至100%之间）",
  "{#} with no known share (score anywhere from 0 to 100%)": "{}项份额未知（得分在0至100%之间）",
  "Places: those that the draws do not tell apart. Lost: median, with the middle 80% of draws. Growth lost: new capacity not added by then, in parts of present output.":
    "名次：抽样无法区分者给出范围。损失：中位数及抽样的中间80%。增长损失：届时未能新增的产能（相对现有产出）。",
  "unknown. No patent of {=} is loaded. To count patents yourself, run `{=}` (US grants with their holders) and the commands that it names, or load an office's export with `{=}`.":
    "未知。未加载{}的专利。如需自行计数，请运行`{}`（美国授权专利及其持有者）及其所列命令，或用`{}`加载专利局的导出文件。",
  "Unknown and left out: {}.": "未知且未计入：{}。",
  "{#} draws, seed {#}.": "{}次抽样，种子{}。",
  "Not known: its part of {#} technologies whose shares are not all known.": "未知：其在{}项份额不全的技术中的比例。",
  "{}; {#} more": "{}；另{}项",
  "{=} ({}, {#} to {#}; {=})": "{}（{}，{}至{}年；{}）",
  "{=} ({}, to {#}; {=})": "{}（{}，至{}年；{}）",
  "{=} ({}, {#}; {=})": "{}（{}，{}年；{}）",
  "{=} (in force)": "{}（生效）",
  "{=} (ended)": "{}（已终止）",
  USPTO: "美国专利商标局",
  JPO: "日本特许厅",
  KIPO: "韩国知识产权局",
  CNIPA: "中国国家知识产权局",
  EPO: "欧洲专利局",
  "A mean loss over the months from today on, in the model: stock is used, others fill in, new makers build. Not a forecast.":
    "模型中自今日起各月的平均损失：动用库存，他方补位，新厂建设。并非预测。",
  "Output is what is made there and, where a source says what its designers sell, what they have made elsewhere.":
    "产出指当地制造者，若有来源说明其设计企业的销售，则含其委外制造者。",
  "Median and middle 80% of {#} draws of the inputs. Places that the draws do not tell apart are given as a range.":
    "{}次输入抽样的中位数与中间80%。抽样无法区分的名次以范围给出。",
  "Technologies without any known share are listed apart: their score lies anywhere from 0 to 1.":
    "没有已知份额的技术单独列出：得分在0至1之间。",
  "What is not listed is not known to this map; it may exist.": "未列出者为本地图所不知，但可能存在。",
  "Only loaded controls are shown: an absence is not clearance.": "仅显示已加载的管制：没有记录不等于许可。",
  "Shares on different bases (made in, seat of the firm, sold by) are never added up.":
    "不同口径的份额（生产地、企业所在地、销售方）绝不相加。",
  "A share by seat of the firm says nothing of where it makes.": "按企业所在地的份额不说明其在何处制造。",
  "Published counts of patents count differently and are never added up.": "公布的专利数口径各异，绝不相加。",
  "Sources count differently; a change between two of them need not be a change in the market.":
    "各来源口径不同；两者之间的变化未必是市场的变化。",
  "Medians and the middle 80% of {#} draws over every interval of the inputs; not a forecast.":
    "{}次抽样（遍及各输入区间）的中位数与中间80%；并非预测。",
  "No list of parties is loaded, so listed parties are unknown. `levermap load csl` adds one.":
    "未加载主体清单，故列名主体未知。`levermap load csl` 可添加。",
  "A name that is on no loaded list is not cleared.": "不在已加载清单上的名称并不等于获得许可。",
  "Its inputs are those of the technologies that it makes; from whom it buys is not known.": "其投入为其所制造技术的投入；向谁采购未知。",
  "Intervals: the middle 80% of {#} draws of every input within its interval.": "区间：各输入在其区间内{}次抽样的中间80%。",
  "A loss is the model's mean over the first {#} months of a ban on everything within reach. It is not a forecast and assumes no intent.":
    "损失为模型中全面禁止后前{}个月的平均。并非预测，也不假定任何意图。",
  "Losses by patents are market access, not output: they stand beside supply and are never added to it.":
    "专利造成的损失是市场准入而非产出：与供应并列，绝不相加。",
};
