// 知乎: imports Markdown, without formulas between dollars: it knows pictures of its own for formulas again.
import { encodeComponent } from '../../core/text/encodeComponent.js';
import { escapeHtml } from '../../render/escapeHtml.js';
import type { PublishTarget } from './target.js';

export const zhihu: PublishTarget = {
  id: 'zhihu',
  numbers: 'tag',
  writeFormula: asPicture,
  format: 'markdown',
  keepsHtml: false,
  keepsLink: () => true,
  keepsLocalPictures: false,
};

/** What ends in a row break stands on a line of its own. */
function asPicture(tex: string, isDisplay: boolean): string {
  const line = tex.replace(/\s*\n\s*/g, ' ').trim() + (isDisplay ? '\\\\' : '');
  const address = `https://www.zhihu.com/equation?tex=${encodeComponent(line)}`;
  return `<img src="${address}" alt="${escapeHtml(line)}" class="ee_img tr_noresize" eeimg="1">`;
}
