// Types of markdown-it-footnote, which ships none.
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  export default function plugin(md: MarkdownIt): void;
}
