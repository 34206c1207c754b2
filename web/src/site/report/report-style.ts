/** All that a report looks like: it lies anywhere, and asks nobody for a file. */
export const reportStyle = `
:root{color-scheme:light;--ink:#1b1d20;--quiet:#565b61;--hairline:#d9d9d2}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1220px;padding:24px 20px 64px;color:var(--ink);background:#fff;font:15px/22px "Noto Sans","Liberation Sans","Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:26px;line-height:32px;margin:0}h2{font-size:20px;line-height:26px;margin:0 0 4px}h3{font-size:16px;margin:20px 0 4px}h4,h5,h6{font-size:15px;margin:16px 0 4px}
p,ul,ol,dl,figure{margin:0 0 10px}ul,ol{padding-left:22px}
a{color:#1d4f96}.note,.no-data,.asked,.as-of{color:var(--quiet)}
.finding{font-size:17px;line-height:25px;font-weight:600}
section.chapter{margin-top:40px;padding-top:16px;border-top:1px solid var(--hairline)}
nav ul{columns:3 220px;list-style:none;padding:0}
.wide-scroll{overflow-x:auto}
table{border-collapse:collapse;margin:8px 0 14px;width:100%}caption{text-align:left;font-weight:600;padding:4px 0}
th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--hairline);font-size:14px;line-height:19px;overflow-wrap:anywhere}
thead th{color:var(--quiet);font-weight:600}tbody th{font-weight:400}.figure{text-align:right;overflow-wrap:normal;white-space:nowrap}.wide{display:none}
.whisker-cell{display:none}svg{max-width:100%;height:auto}
dl{display:grid;grid-template-columns:minmax(120px,max-content) 1fr;gap:2px 16px}dd{margin:0}dt{color:var(--quiet)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#sources li{font-size:14px;line-height:19px;overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0;font-size:10pt;line-height:14pt}section.chapter{break-before:page;border:0}section.scenario{break-before:auto}tr,figure{break-inside:avoid}}
`.trim();
