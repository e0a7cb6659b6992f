/** The page's style. Its hash stands in the page's content security policy, which a test holds against this text. */
export const style = `
:root{color-scheme:light dark;--line:light-dark(#d0d4da,#44484f);--soft:light-dark(#f4f5f7,#26282c);--dim:light-dark(#565b63,#a8adb5);
--links:light-dark(#0b6b2e,#6fd08c);--breaks:light-dark(#b3120c,#ff8a80);--cannot:light-dark(#565b63,#a8adb5);--unknown:light-dark(#8a5000,#f5c26b)}
*{box-sizing:border-box}
body{font:14px/1.5 system-ui,sans-serif;margin:0 auto;padding:24px;max-width:1100px;background:light-dark(#fff,#1b1c1f);color:light-dark(#1c1e21,#e6e7e9)}
h1{font-size:24px;line-height:1.25;margin:0 0 16px}h2{font-size:18px;margin:32px 0 8px;border-bottom:1px solid var(--line);padding-bottom:4px}
h3{font-size:14px;margin:0 0 8px}section.report+section.report{margin-top:48px;border-top:3px solid var(--line);padding-top:24px}
bdi,code,pre,dd,td{overflow-wrap:anywhere}bdi{unicode-bidi:isolate}
code,pre,.url{font-family:ui-monospace,monospace;font-size:12.5px}
pre{white-space:pre-wrap;background:var(--soft);border:1px solid var(--line);border-radius:4px;padding:8px 12px;margin:8px 0;max-width:100%}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px;margin:0}dt{color:var(--dim)}dd{margin:0}
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{text-align:start;vertical-align:top;border-bottom:1px solid var(--line);padding:4px 12px 4px 0}
th{color:var(--dim);font-weight:600;white-space:nowrap}.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
.outcome{font-weight:600;white-space:nowrap}.links{color:var(--links)}.breaks{color:var(--breaks)}.unlinked{color:inherit}.cannot{color:var(--cannot)}.unknown{color:var(--unknown)}
article table{table-layout:fixed}article th{width:80px}article .outcome{width:96px}
article{border:1px solid var(--line);border-radius:6px;padding:12px 16px;margin:12px 0}
.fix{margin:8px 0 0}.owner{border-inline-start:3px solid var(--line);padding-inline-start:12px;max-width:80ch}.method{font-weight:700}summary{cursor:pointer;color:var(--dim);margin-top:8px}ul{padding-inline-start:20px;margin:8px 0}
footer{margin-top:32px;color:var(--dim);font-size:12px}
@page{size:A4;margin:16mm 14mm}
@media print{:root{color-scheme:light}body{padding:0;max-width:none;font-size:11px}article,tr{break-inside:avoid}article:has(pre){break-inside:auto}h2,h3{break-after:avoid}pre{break-inside:avoid}code,pre,.url{font-size:10px}details::details-content{content-visibility:visible;block-size:auto}details{break-inside:avoid}summary{break-after:avoid;list-style:none;font-weight:600}}
@media (max-width:640px){body{padding:12px}dl{grid-template-columns:1fr}dd{margin-bottom:4px}th,td{padding-inline-end:8px}}
`;

/** SHA-256 of the style, base64. */
export const styleHash = '5i7NkLE4ycppGOh6hpDq+6HSablbE8dX2JMQR5omaIE=';
