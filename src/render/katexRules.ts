// The Markdown plugin of VS Code for math, whose default export arrives differently by loader.
import plugin from '@vscode/markdown-it-katex';
import type { MarkdownIt } from 'markdown-it';

type Plugin = (md: MarkdownIt, options: { readonly enableBareBlocks: boolean }) => void;

export function useKatexRules(md: MarkdownIt, enableBareBlocks = true): void {
  const loaded: unknown = plugin;
  const call = isPlugin(loaded) ? loaded : (loaded as { readonly default: Plugin }).default;
  call(md, { enableBareBlocks });
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'function';
}
