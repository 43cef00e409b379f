// 公众号: takes formatted text that is pasted. Formulas are pictures in it; those with a `\tag` break the paste.
import { inDollars } from './dollars.js';
import type { PublishTarget } from './target.js';

export const wechat: PublishTarget = {
  id: 'wechat',
  numbers: 'text',
  writeFormula: inDollars,
  format: 'html',
  keepsHtml: true,
  keepsLink: (address) => /^https?:\/\/mp\.weixin\.qq\.com\//i.test(address),
  keepsLocalPictures: false,
};
