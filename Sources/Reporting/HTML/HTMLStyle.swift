/// How the page looks: light and dark by the reader's preference, and on paper.
enum HTMLStyle {
    /// Colours, text, and the frame of the page.
    static let base = """

        :root{--bg:#fff;--panel:#f6f7f9;--line:#d5d9e0;--text:#1b1f27;--soft:#565d6b;--link:#0b57b0;
        --shown:#cfe9dc;--shown-t:#0d4a30;--partly:#fbe6b0;--partly-t:#5a3d00;--failed:#f3b8ad;--failed-t:#6d130a;
        --open:#e8eaee;--open-t:#4b5260;--critical:#8f1208;--high:#b8420b;--medium:#7d5b00;--low:#3c5b86;--info:#565d6b;
        --mark:#ffe27a;--mark-t:#241c00}
        @media (prefers-color-scheme:dark){:root{--bg:#14171c;--panel:#1c2027;--line:#363c47;--text:#e7eaf0;--soft:#a6aebc;
        --link:#8ab8ff;--shown:#174b35;--shown-t:#c9f2de;--partly:#5b4407;--partly-t:#ffe6a6;--failed:#7a231a;--failed-t:#ffd9d2;
        --open:#2a2f38;--open-t:#b3bac7;--critical:#ff9c90;--high:#ffb183;--medium:#f0cd6c;--low:#a4c4f4;--info:#a6aebc;
        --mark:#6d5800;--mark-t:#fff3c4}}
        *{box-sizing:border-box}
        html{scroll-behavior:auto;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--bg);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        a{color:var(--link);overflow-wrap:anywhere}
        :focus-visible{outline:3px solid var(--link);outline-offset:2px}
        main:focus{outline:none}
        .skip{position:absolute;left:-999rem;padding:.5rem 1rem;background:var(--bg)}
        .skip:focus{left:.5rem;top:.5rem;z-index:9}
        code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875em}
        code{overflow-wrap:anywhere}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .75rem}
        h2{font-size:1.45rem;margin:0 0 .75rem;padding-top:.5rem}
        h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
        h4{font-size:.95rem;margin:1.1rem 0 .4rem}
        p{margin:.5rem 0;max-width:75ch}
        ul{margin:.4rem 0;padding-left:1.2rem}
        .front{padding:1.75rem 2rem 1.25rem;border-bottom:1px solid var(--line);background:var(--panel)}
        .facts{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:0 0 .5rem}
        .facts div{min-width:0}
        dt{color:var(--soft);font-size:.85rem}
        dd{margin:0;min-width:0}
        .page{display:grid;grid-template-columns:13rem minmax(0,1fr)}
        nav{padding:1.25rem 0 1.25rem 1.25rem}
        nav ul{position:sticky;top:1.25rem;list-style:none;margin:0;padding:0;font-size:.92rem}
        nav a{display:block;padding:.28rem .6rem;border-radius:.3rem;text-decoration:none;color:var(--text)}
        nav a:hover{background:var(--panel);color:var(--link)}
        main{padding:1rem 2rem 4rem;min-width:0;max-width:88rem}
        section{padding:1rem 0 1.25rem;border-bottom:1px solid var(--line)}
        @media screen{#missing,#items,#provenance{content-visibility:auto;contain-intrinsic-size:auto 60rem}}
        @media (max-width:60rem){.page{display:block}
        nav{padding:.5rem 1rem;border-bottom:1px solid var(--line)}
        nav ul{position:static;display:flex;flex-wrap:wrap}
        main{padding:.5rem 1rem 3rem}
        .front{padding:1.25rem 1rem 1rem}}

        """

    /// Tables.
    static let tables = """
        .wide{overflow-x:auto;margin:.6rem 0 1rem}
        table{border-collapse:collapse;font-size:.9rem;line-height:1.4}
        caption{text-align:left;color:var(--soft);font-size:.85rem;padding-bottom:.3rem}
        h3+.wide caption,h4+.wide caption,h3+p+.wide caption,summary+.wide caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        th,td{text-align:left;vertical-align:top;padding:.32rem .6rem;border-bottom:1px solid var(--line);min-width:3.2rem;max-width:36rem}
        thead th{border-bottom:2px solid var(--line);font-weight:600;vertical-align:bottom}
        tbody th{font-weight:400}

        """

    /// Gaps, the map and the drawings.
    static let parts = """
        th>a>code,td>a>code,td .reading{white-space:nowrap}
        td:last-child{min-width:9rem}
        #result table{width:100%}
        #result td:last-child{min-width:16rem}
        #result th>a>code,#result td>a>code{white-space:normal}
        #result .where{min-width:0}
        @media (min-width:60rem){#result table{table-layout:fixed}
        #result thead th:nth-child(1){width:27%}#result thead th:nth-child(2){width:7rem}
        #result thead th:nth-child(3){width:19%}#result thead th:nth-child(4){width:15%}}
        td ul{margin:0;padding-left:1rem}
        tr.target,.target{background:var(--panel);box-shadow:inset 3px 0 0 var(--link)}
        .note{padding:.5rem .8rem;border-left:4px solid var(--high);background:var(--panel)}
        .tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;padding:0}
        .tiles li{padding:.5rem .9rem;border:1px solid var(--line);border-radius:.5rem;background:var(--panel)}
        .tiles b{display:block;font-size:1.5rem;line-height:1.2}
        .where{display:inline-block;min-width:10rem}
        .kinds{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));max-width:60rem}
        .tiles .warn{border-color:var(--high);border-width:2px}
        .tally{margin:0 0 .9rem}
        .bar{display:block;width:100%;max-width:60rem;height:.9rem;margin-top:.25rem;border:1px solid var(--line)}
        .f-shown{fill:var(--shown-t)}.f-partly{fill:#e0a92b}.f-failed{fill:#c23a2b}.f-open{fill:var(--open)}.f-none{fill:var(--bg)}
        .badge{display:inline-block;min-width:4.6rem;padding:.05rem .5rem;border:1.5px solid currentColor;border-radius:1rem;text-align:center;font-size:.8rem;font-weight:600}
        .s-critical{background:#8f1208;border-color:#8f1208;color:#fff}.s-high{color:var(--high)}.s-medium{color:var(--medium)}.s-low{color:var(--low)}.s-info{color:var(--info)}
        .reading{display:inline-block;padding:0 .45rem;border-radius:.25rem;font-size:.85rem}
        .r-shown{background:var(--shown);color:var(--shown-t)}.r-partly{background:var(--partly);color:var(--partly-t)}
        .r-failed{background:var(--failed);color:var(--failed-t)}.r-open{background:var(--open);color:var(--open-t)}
        .r-none{background:none;color:var(--soft);box-shadow:inset 0 0 0 1px var(--line)}
        .heat table{border-collapse:separate;border-spacing:1px;font-size:.72rem}
        .heat th,.heat td{min-width:0;border:0;padding:0}
        .heat tbody th{position:sticky;left:0;background:var(--bg);padding-right:.5rem;white-space:nowrap;font-size:.8rem}
        .heat tbody td{width:1rem;min-width:1rem;height:1.35rem;text-align:center;vertical-align:middle;font-weight:600}
        .heat tbody .r-failed{font-weight:800}
        .heat thead tr:first-child th{max-width:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;border-left:2px solid var(--line);padding:0 .2rem}
        .heat thead tr+tr th+th{height:5.5rem;writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;font-weight:400;text-align:left}
        .heat thead tr+tr .k{font-weight:700}
        .heat thead a{color:var(--text);text-decoration:none}
        .heat thead a:hover{color:var(--link)}
        .profile{display:block;width:100%;max-width:44rem;height:auto;margin:.5rem 0}
        .profile text{fill:var(--text);font:13px system-ui,sans-serif}
        .profile .head{font-weight:600}.profile .small{font-size:12px;font-weight:700}.profile .sign{font-size:30px;font-weight:700}
        .pill,.lamp{stroke-width:1.5}
        .pill.good,.pill.care,.pill.unknown{fill:none;stroke:var(--line)}
        .lamp.good{fill:var(--shown);stroke:var(--shown-t)}.lamp.care{fill:var(--failed);stroke:var(--failed-t)}
        .lamp.unknown{fill:var(--open);stroke:var(--open-t);stroke-dasharray:3 2}
        .flow{stroke:var(--soft);stroke-width:2;fill:none}
        .filters{display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:end;padding:.75rem;margin:.75rem 0;border:1px solid var(--line);border-radius:.5rem;background:var(--panel)}
        .filters[hidden]{display:none}
        .filters label{font-size:.85rem;color:var(--soft)}
        select,input,button{display:block;font:inherit;font-size:.9rem;padding:.25rem .4rem;max-width:17rem;color:var(--text);background:var(--bg);border:1px solid var(--soft);border-radius:.3rem}
        button{cursor:pointer}
        .gap{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:0 1rem 0 1.75rem;content-visibility:auto;contain-intrinsic-size:auto 3.6rem}
        .gap[hidden]{display:none}
        .gap>summary{cursor:pointer;padding:.6rem 0;list-style-position:outside}
        .lines>summary{cursor:pointer}
        .lines li{margin:.1rem 0}
        .all td{min-width:0;white-space:nowrap;font-weight:600}
        .verdict{white-space:nowrap;margin-bottom:.2rem}
        .gap>summary h3{display:inline;margin:0 0 0 .5rem;font-size:1rem;overflow-wrap:anywhere}
        .gap .under{display:block;color:var(--soft);font-size:.85rem;margin-top:.15rem}
        .gap dl{display:grid;gap:.4rem;margin:.25rem 0 .75rem}
        .gap dl div{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.75rem}
        .gap dd p{margin:0 0 .3rem}
        .gap dd ul{margin:0}
        .source{margin:.5rem 0;border:1px solid var(--line);border-radius:.35rem;overflow:hidden}
        .source figcaption{padding:.2rem .6rem;background:var(--panel);font-size:.85rem}
        .pointer{color:var(--soft)}
        pre{margin:0;padding:.4rem .6rem;white-space:pre-wrap;overflow-wrap:anywhere}
        .number{color:var(--soft);padding-right:.8rem;user-select:none}
        mark{background:var(--mark);color:var(--mark-t);border-bottom:2px solid currentColor}
        .remedy{margin:.75rem 0 1rem;padding:.1rem .8rem .5rem;border-left:4px solid var(--low);background:var(--panel)}
        .remedy pre{border:1px solid var(--line);border-radius:.3rem;background:var(--bg);margin:.4rem 0}
        .framework>summary{cursor:pointer;padding:.4rem 0}
        .framework>summary h3{display:inline}
        .ids summary{cursor:pointer;white-space:nowrap}
        @media (max-width:40rem){.gap dl div{grid-template-columns:minmax(0,1fr);gap:0}}

        """

    /// Paper: everything open, no controls, no card torn where it need not be.
    static let print = """
        @page{size:A4;margin:14mm 12mm}
        @page map{size:A4 landscape;margin:10mm}
        @media print{:root{--bg:#fff;--panel:#f6f7f9;--line:#c4c9d2;--text:#000;--soft:#444;--link:#000;
        --shown:#cfe9dc;--shown-t:#0d4a30;--partly:#fbe6b0;--partly-t:#5a3d00;--failed:#f3b8ad;--failed-t:#6d130a;
        --open:#e8eaee;--open-t:#4b5260;--critical:#8f1208;--high:#b8420b;--medium:#7d5b00;--low:#3c5b86;--info:#444;--mark:#ffe27a;--mark-t:#241c00}
        *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        body{font-size:9.5pt}
        .page{display:block}
        nav,.filters,.skip{display:none}
        main,.front{padding:0;max-width:none}
        .front{background:none}
        section{border:0}
        #map{page:map}
        .wide{overflow:visible}
        table{font-size:8pt;width:100%}
        th,td{padding:.15rem .3rem;min-width:0;overflow-wrap:break-word}
        th>a>code,td>a>code{white-space:normal}
        .badge{min-width:0;padding:0 .35rem}
        thead{display:table-header-group}
        tr,.source,.profile,.tally,figure{break-inside:avoid}
        h2,h3,h4,summary{break-after:avoid}
        tbody tr:first-child,.gap dl,.gap dl div:first-child{break-before:avoid}
        .gap>summary{break-inside:avoid}
        .gap>summary::after{content:'';display:block;height:7rem;margin-bottom:-7rem}
        :focus-visible{outline:none}
        .gap{content-visibility:visible}
        .gap::details-content,.framework::details-content,.gap .lines::details-content{content-visibility:visible;display:block;block-size:auto}
        .gap[hidden]{display:block}
        .heat table{table-layout:fixed;font-size:5.2pt}
        .heat tbody th{position:static;white-space:normal;font-size:6pt}
        .heat thead tr:first-child td,.heat thead tr+tr th:first-child{width:34mm}
        .heat tbody td{width:auto;min-width:0;height:3.6mm}
        .heat thead tr+tr th+th{height:14mm}
        a{text-decoration:none}}

        """
}
