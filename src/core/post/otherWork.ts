// Whether the word before a cited title says that a paper or a book has it, not a post: 论文《…》, the book 《…》.

const reach = 16;

const before =
  /(?:论文|(?<!读)书|书籍|著作|专著|教材|\b(?:paper|book|textbook|monograph|thesis))\s*$/iu;

/** `start` is that of the citation in the text. */
export function isOtherWork(text: string, start: number): boolean {
  const opened = text.slice(Math.max(0, start - reach), start);
  return before.test(opened.replace(/[*_“"「『]+$/u, ''));
}
