// 知乎: imports Markdown. Its formulas know no labels; local pictures are not taken along.
import type { PublishTarget } from './target.js';

export const zhihu: PublishTarget = {
  id: 'zhihu',
  numbers: 'tag',
  format: 'markdown',
  keepsHtml: false,
  keepsLink: () => true,
  keepsLocalPictures: false,
};
