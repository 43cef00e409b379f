// Whether the words around a cited title say that it was one once: 原题《…》, formerly 《…》, 《…》 was renamed.
import type { Span } from '../text/span.js';

const reach = 24;

const before = [
  /(?:原题|原名|原标题|原文题|旧题|旧名|旧称|旧标题|前称|曾题|曾名|曾称|曾叫|曾用名|曾用标题)[为是叫作名:：\s]*$/u,
  /(?:当时|起初|最初|原先|原来|本来|曾经?|改名前|改题前|更名前)的?(?:标题|题目|题名|题|名字|名|叫)[为是叫作做:：\s]*$/u,
  /\bformerly(?:\s+(?:titled|entitled|called|named|known\s+as))?[:,\s]*$/iu,
  /\b(?:originally|previously|once|first|used\s+to\s+be|had\s+been|was\s+then|then)\s+(?:titled|entitled|called|named|known\s+as|published\s+as)[:,\s]*$/iu,
  /\b(?:retitled|renamed)\s+from[:,\s]*$/iu,
];

const behind = [
  /^\s*(?:后来?|现在?|已)?(?:被?改|更)(?:名|题|称)?(?:成|为|作|叫)/u,
  /^\s*[（(]?\s*(?:原题|原名|原标题|旧题|旧名|旧标题|曾用名)\s*[）)]/u,
  /^,?\s*(?:(?:which|that)\s+)?(?:was|has\s+been|is\s+now)\s+(?:since\s+|later\s+|now\s+)?(?:renamed|retitled)\b/iu,
];

/** `span` is that of the citation in the text, with its brackets. */
export function isFormerTitle(text: string, { start, end }: Span): boolean {
  const opened = text.slice(Math.max(0, start - reach), start).replace(/[\s[*_“"「『]+$/u, ' ');
  if (before.some((words) => words.test(opened))) return true;
  const closed = text
    .slice(end, end + 200)
    .replace(/^[*_”"」』]*(?:\]\([^()\n]*\)|\]\[[^\]\n]*\])?/u, '');
  return behind.some((words) => words.test(closed.slice(0, reach)));
}
