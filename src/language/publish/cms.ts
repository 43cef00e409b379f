// A CMS that takes Markdown and has a math engine, of which nothing more is assumed.
import { inDollars } from './dollars.js';
import type { PublishTarget } from './target.js';

export const cms: PublishTarget = {
  id: 'cms',
  numbers: 'tag',
  writeFormula: inDollars,
  format: 'markdown',
  keepsHtml: true,
  keepsLink: () => true,
  keepsLocalPictures: true,
};
