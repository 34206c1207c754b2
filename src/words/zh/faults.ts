import type { Dictionary } from "../dictionary.ts";

/** What a reader can do about a fault. */
export const faults: Dictionary = {
  "The same page tells the numbers of now. The operator of this service can serve a backup of that edition, as of that day.":
    "同一页面显示当前数字。本服务的运营者可以按该日期提供该版次的备份。",
  "All technologies": "所有技术",
  "What is loaded": "已加载的内容",
  "How to search patents": "如何检索专利",
  "Screen a name": "筛查名称",
  "Build a scenario": "构建情景",
  "Correct the address, or follow a link to the page and choose there.": "请更正地址，或通过链接进入页面后选择。",
  "The operator of this service can mend it: tell them the code below.": "本服务的运营者可以修复：请告知下面的代码。",
  "Open the page again in a while. If it stays so, tell the operator of this service the code below.":
    "请稍后再打开本页。若仍如此，请将下面的代码告知本服务的运营者。",
  "Search for it by another name, or choose it from the list.": "请用其他名称搜索，或从列表中选择。",
  "Use the code or name of an economy, such as CN or China, or choose it from the list.":
    "请使用经济体的代码或名称，如 CN 或 China，或从列表中选择。",
  "Search for it by another name, or start from a technology that it makes.": "请用其他名称搜索，或从其所产的技术入手。",
  "Check the number, or search patents by their words. Ask the operator of this service to load records that are missing.":
    "请核对号码，或按词语检索专利。缺少的记录可请本服务的运营者加载。",
  "Search for it by another name, or look at who holds most.": "请用其他名称搜索，或查看持有最多者。",
  "Correct the search at the place that is told.": "请在所指之处更正检索。",
  "Ask the operator of this service to load one.": "请本服务的运营者加载一份。",
  "Ask the operator of this service to measure the patents that are loaded.": "请本服务的运营者对已加载的专利进行计量。",
  "Screen a name to find the entries that match it.": "请筛查一个名称，以找到与之匹配的条目。",
  "Choose it from the list of rules and lists.": "请从规则与清单的列表中选择。",
  "Choose one from the list, or build your own.": "请从列表中选择，或自行构建。",
  "Choose one from the list.": "请从列表中选择。",
  "Correct what is told above.": "请更正上述内容。",
  "Choose a plan, and a programme from what it chooses from.": "请选择一个计划，再从其可选项中选择项目。",
  "Choose the customer from the list. Ids are compared to the letter.": "请从列表中选择客户。标识须逐字相符。",
  "Choose the case from the list.": "请从列表中选择案件。",
  "Look at the case as it stands now.": "请查看案件的现状。",
  "Choose a run from the list, or ask the operator of this service for the first one.":
    "请从列表中选择一个批次，或请本服务的运营者运行首个批次。",
  "This cannot be asked ({}).": "无法这样提问（{}）。",
  "query is longer than {#} characters": "查询超过{}个字符",
  "Choose the source from the list.": "请从列表中选择来源。",
  "Choose the load from the list.": "请从列表中选择加载记录。",
  "Hand in your token. The operator of this service gives it to you.": "请提交令牌。令牌由本服务的运营者提供。",
  "Ask the operator of this service for a token.": "请向本服务的运营者索取令牌。",
  "Ask the operator of this service for this role.": "请向本服务的运营者申请此角色。",
  "Use the address that the operator of this service gave you.": "请使用本服务的运营者提供的地址。",
  "Open the page by its address or a link.": "请通过地址或链接打开页面。",
  "Send less at once: fewer names or a smaller file.": "请一次少发送一些：更少的名称或更小的文件。",
  "Wait a while, then open the page again.": "请稍候，然后再次打开本页。",
  "Ask for less, such as fewer draws or parties, or ask the operator of this service to work it out.":
    "请减少所问，例如减少抽样次数或参与方，或请本服务的运营者计算。",
  "Search for it, or begin at the start.": "请搜索，或从首页开始。",
  "This is a bug in Levermap. Please tell the operator of this service the address of this page.":
    "这是 Levermap 的缺陷。请将本页地址告知本服务的运营者。",
  "The operator of this service can load it.": "本服务的运营者可以加载。",
  "The operator of this service can measure what is loaded.": "本服务的运营者可以计量已加载的内容。",
  "Map, to be scrolled sideways": "地图，可左右滚动",
  "This address asks for {}, which this page does not know. It knows {}.": "此地址要求 {}，本页不识别。本页识别 {}。",
  "This address asks for {}, which this page does not know; did you mean {}? It knows {}.":
    "此地址要求 {}，本页不识别；是否指 {}？本页识别 {}。",
  "This address asks for {} “{}”, which is none that there is: nothing fits it.": "此地址要求 {} 为“{}”，并无此值，无一符合。",
  "This address asks for {} “{}”, which is none that there is: nothing fits it. Did you mean {}?":
    "此地址要求 {} 为“{}”，并无此值，无一符合。是否指 {}？",
  "This address asks for {} “{}”, which is none that there is: nothing fits it. It takes {}={}.":
    "此地址要求 {} 为“{}”，并无此值，无一符合。可用 {}={}。",
  "This address asks for {} “{}”, which is none that there is: it was left out.": "此地址要求 {} 为“{}”，并无此值，已略去。",
  "This address asks for {} “{}”, which is none that there is: it was left out. Did you mean {}?":
    "此地址要求 {} 为“{}”，并无此值，已略去。是否指 {}？",
  "This address asks for {} “{}”, which is none that there is: it was left out. It takes {}={}.":
    "此地址要求 {} 为“{}”，并无此值，已略去。可用 {}={}。",
  'There is no technology "{=}".': "没有名为“{}”的技术。",
  'There is no organisation "{=}" in this workspace.': "此工作区没有名为“{}”的机构。",
  'There is no economy or group "{=}" in this workspace.': "此工作区没有名为“{}”的经济体或组别。",
  'There is no economy or group "{=}" in this workspace; did you mean "{=}"?': "此工作区没有名为“{}”的经济体或组别；是否指“{}”？",
  "The only group is {=}.": "唯一的组别是{}。",
  "Did you mean {=}?": "是否指{}？",
  '"{=}" is not a ready scenario.': "没有名为“{}”的现成情景。",
  '"{=}" is not a ready scenario; did you mean "{=}"?': "没有名为“{}”的现成情景；是否指“{}”？",
  'No patent "{=}" is loaded, and no loaded one cites it.': "未加载专利“{}”，已加载的专利也未引用它。",
  'There is no list, entry of a list or rule "{=}".': "没有名为“{}”的清单、清单条目或规则。",
  "No edition of the control list is loaded for {@}.": "未加载{}适用的管制清单版次。",
  "The operator of this service can run them.": "本服务的运营者可以运行。",
};
