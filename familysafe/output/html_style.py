"""The look of printed sheets: the tokens of the design, light, dark and on A4."""

STYLE = """
:root{--paper:#FAF7F2;--surface:#FFF;--sunk:#F3EEE6;--line:#E4DDD1;--ink:#1D2930;--ink2:#56636C;--teal:#0B6E69;
--tint:#E2F1EE;--tealink:#07504C;--amber:#8A5200;--ambertint:#FCF0D6;--focus:#1B5FD1;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14191D;--surface:#1C2328;--sunk:#11161A;--line:#313B42;
--ink:#EDF1F3;--ink2:#A7B3BB;--teal:#4FC0B6;--tint:#17363A;--tealink:#A9E4DD;--amber:#F0BE62;--ambertint:#3A2E14;
--focus:#7FB0FF}}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:1rem/1.5 Inter,system-ui,"Segoe UI",sans-serif;max-width:75ch;
margin:0 auto;padding:32px 24px;overflow-wrap:break-word}
header,section{margin-bottom:32px}
h1{font-size:1.85rem;line-height:1.2;font-weight:600}
h2{font-size:1.2rem;font-weight:600;margin-bottom:12px}
h3{font-size:1.05rem;font-weight:600}
h4{font-size:.9rem;font-weight:600;color:var(--ink2)}
p+p{margin-top:4px}
header p,.facts{color:var(--ink2);font-size:.9rem}
article,blockquote{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:16px 20px;
margin-bottom:16px}
article>*+*{margin-top:12px}article>h4+ol{margin-top:4px}
label{display:flex;gap:12px;align-items:center;min-height:44px;cursor:pointer}
input{width:20px;height:20px;flex:none;accent-color:var(--teal)}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
a{color:var(--teal)}
.path{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px}
.path li{background:var(--sunk);border-radius:8px;padding:4px 10px}
.path li+li::before{content:"\\203A  ";color:var(--ink2)}
.do{padding-inline-start:24px}
.careful,.test{border-radius:12px;padding:8px 16px}
.careful{background:var(--ambertint)}.careful h4{color:var(--amber)}
.test{background:var(--tint)}.test h4{color:var(--tealink)}
.official{display:flex;gap:16px;align-items:flex-start}
.official svg{width:96px;height:96px;flex:none;border-radius:8px}
.official div{flex:1;min-width:0}
.own{border-bottom:1px dotted var(--ink2);padding-bottom:16px;color:var(--ink2);font-size:.9rem}
footer{color:var(--ink2);font-size:.9rem}
@page{size:A4;margin:14mm}
@media print{body{background:none;max-width:none;padding:0;font-size:10.5pt;line-height:1.35}
article,blockquote,.careful,.test{background:none;border:1px solid #999}
article,blockquote{padding:8px 12px}article>*+*{margin-top:6px}
.careful,.test{padding:4px 10px;border-radius:6px}.careful{border-width:2px}
header,section{margin-bottom:16px}
.careful,.test,.official,blockquote,li,footer{break-inside:avoid}h2,h3,h4,.facts{break-after:avoid}
label{min-height:0}a{color:inherit;text-decoration:none}.official svg{width:26mm;height:26mm}}
"""
