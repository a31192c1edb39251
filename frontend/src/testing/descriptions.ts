import { readdirSync, readFileSync } from "node:fs";

const folder = "../backend/demo/catalogue";

/** Cells of a CSV file, by row: quotes hold commas and line ends, doubled quotes are one. */
function rows(csv: string): string[][] {
  const found: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    found.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end !== ",") found.push([]);
  }
  return found;
}

/** Every description of the demo shop's sample catalogue, by handle. */
export function sampleDescriptions(): [handle: string, html: string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .flatMap((name) => {
      const [head = [], ...products] = rows(readFileSync(`${folder}/${name}`, "utf8"));
      const at = head.indexOf("Body (HTML)");
      return products.flatMap((cells): [string, string][] =>
        cells[at] ? [[cells[0] ?? "", cells[at]]] : [],
      );
    });
}

/** What shops' descriptions hold that no editor expects. */
export const nasty = [
  "",
  "just words",
  "words<p>and a paragraph</p>more",
  "<p>a&nbsp;b &amp; c &lt;d&gt;</p>\r\n<p>e</p>",
  "<p></p><p>&nbsp;</p><p><br></p>",
  '<p class="x">a</p>',
  '<p style="text-align: center">a</p>',
  "<p>a<!-- keep me -->b</p>",
  "<!-- before --><p>a</p>",
  "<script>track()</script><p>a</p>",
  "<style>p{color:red}</style><p>a</p>",
  '<iframe src="https://video.example/1" allowfullscreen></iframe>',
  "<table><tr><td>a</td><td>b</td></tr></table>",
  '<p>a <img src="https://cdn.example/a.png" alt="A" width="3"> b</p>',
  '<p><a name="size"></a>Size</p>',
  '<p><a href="/pages/care" target="_blank" rel="noopener" data-x="1">a</a></p>',
  '<p><a href="javascript:alert(1)">a</a></p>',
  '<p><span class="badge"></span>a</p>',
  "<p><b>a</b><strong>b</strong> <i>c <b>d</b></i></p>",
  '<p><strong>a</strong><a href="mailto:a@b.example"><strong>b</strong></a></p>',
  "<ul><li>a</li><li><p>b</p></li><li><p>c</p><p>d</p></li><li>e<ul><li>f</li></ul></li></ul>",
  "<ul><li><p>a</p>b</li></ul>",
  '<ol start="3" type="a"><li>a</li></ol>',
  "<ul>stray<li>a</li></ul>",
  "<dl><dt>a</dt><dd>b</dd></dl>",
  "<div><div>a</div></div>",
  "<details><summary>a</summary>b</details>",
  "<h1>a</h1><h5>b</h5><hr><blockquote>c</blockquote><pre>  d\n  e</pre>",
  "<p>2<sup>nd</sup> H<sub>2</sub>O <del>x</del> <s>y</s> <u>z</u> <mark>m</mark></p>",
  '<p dir="rtl" lang="ar">دلة</p>',
  "<o:p>a</o:p>",
  "<p>cut <strong>short",
  '<p onclick="x()">a</p>',
  "<svg><path d='M0 0'/></svg><p>a</p>",
  "<input type=checkbox checked><video src=x></video>",
  '<p id="a">a</p><p data-shop="1">b</p>',
];
