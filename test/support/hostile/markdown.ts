// Whole posts that mean harm by their Markdown, front matter or worksheets; RUN and SITE as in the HTML beside it.

const raw = String.raw;

const links: readonly string[] = [
  '[x](javascript:RUN)',
  '[x](<javascript:RUN>)',
  '[x](java&#115;cript:RUN)',
  '[x](JaVaScRiPt&colon;RUN)',
  '[x](<java\tscript:RUN>)',
  '[x](vbscript:RUN)',
  '[x](data:text/html,<script>RUN</script>)',
  '[x](file:///etc/passwd)',
  '[x](command:workbench.action.quit)',
  '<javascript:RUN>',
  '[x]\n\n[x]: javascript:RUN',
  '[x]\n\n[x]: <data:text/html,x> "t"',
  '![x](javascript:RUN)',
  '![x](SITE)',
  raw`![x](<\\\\elsewhere.example\\x>)`,
  '![x](<x" onerror="RUN>)',
  '![" onerror="RUN](x)',
  '[x](# "t\\" onclick=\\"RUN")',
  '[x](<x" onclick="RUN>)',
  '<https://elsewhere.example/"onclick="RUN>',
  '[![x](javascript:RUN)](javascript:RUN)',
  '[x](__proto__) [constructor] [toString][__proto__]\n\n[__proto__]: x\n[constructor]: SITE',
];

const notes: readonly string[] = [
  'x[^"onclick="RUN]\n\n[^"onclick="RUN]: y',
  'x[^<img/src=x/onerror=RUN>]\n\n[^<img/src=x/onerror=RUN>]: y',
  'x[^__proto__] y[^constructor] z[^toString]\n\n[^__proto__]: a\n\n[^constructor]: b',
];

const fences: readonly string[] = [
  '```"onclick="RUN\nx\n```',
  '```html"><img/src=x/onerror=RUN>\n<script>RUN</script>\n```',
  '```html\n<script>RUN</script><img src=x onerror=RUN>\n```',
  '```__proto__\nx\n```\n\n```constructor\nx\n```',
  '```eval\n<img src=x onerror=RUN>\n__proto__ = 1\nconstructor = 2\nconstructor\n\\toString\n```',
  '```eval\nx = 1\nx.constructor.constructor("RUN")()\n\\operatorname{RUN}\n```',
  '<!-- eval: <img src=x onerror=RUN> -->\n\n$1+1$<!--= <img src=x onerror=RUN>-->',
  '<!-- eval: __proto__ = 1 -->\n<!-- eval: constructor -->',
];

const heads: readonly string[] = [
  '---\ntitle: "<img src=x onerror=RUN>"\ntags: ["<script>RUN</script>"]\ndate: "<img src=x onerror=RUN>"\n---',
  '---\ntitle: "</title><script>RUN</script>"\n---',
  '---\n__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes\n---',
  '---\n? [__proto__, polluted]\n: yes\n"__proto__": { polluted: 1 }\n---',
  '+++\ntitle = "<script>RUN</script>"\n[__proto__]\npolluted = true\n[constructor.prototype]\npolluted = true\n+++',
];

const sizes: readonly string[] = [
  `${'>'.repeat(100_000)}x`,
  `${'- '.repeat(20_000)}x`,
  `${'['.repeat(50_000)}x`,
  `${'*x '.repeat(20_000)}`,
  `${'<b>'.repeat(20_000)}x`,
  raw`${'<b>'.repeat(600)}$${raw`\sqrt{`.repeat(40)}x${'}'.repeat(40)}$`,
  `${'*a '.repeat(2_000)}x${' a*'.repeat(2_000)}`,
  `${'`'.repeat(50_000)}x`,
];

export const hostileMarkdown: Readonly<Record<string, readonly string[]>> = {
  links,
  notes,
  fences,
  heads,
  sizes,
};
