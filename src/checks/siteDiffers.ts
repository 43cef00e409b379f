// site.differs: the page that the site's generator made shows other formulas or numbers than the post here.
import { builtMath } from '../core/built/builtMath.js';
import { readBuiltPage } from '../core/built/builtPage.js';
import { comparePages, mostEdits, type Difference } from '../core/built/comparePages.js';
import { pageItems, type PageItem } from '../core/built/pageItems.js';
import type { Snapshot } from '../core/post/facts.js';
import { shiftSpan } from '../core/text/span.js';
import { message, type Message } from './messages.js';
import type { Finding, PageRule } from './rule.js';

export const siteDiffers: PageRule = {
  sees: 'page',
  code: 'site.differs',
  severity: 'warning',
  check({ post, built }) {
    const { pieces } = readBuiltPage(built);
    const ours = pageItems(post);
    // One more than that, and the page is another one's, whatever it holds.
    const most = ours.length + mostEdits + 1;
    const page = builtMath(pieces, post.site, post.math[0]?.macrosBefore, most);
    const differences = comparePages(ours, pageItems(page));
    if (differences === null) {
      const span = { start: 0, end: 0 };
      return [{ span, message: message('site.differs.other-page') }];
    }
    return differences.map((difference) => finding(difference, post));
  },
};

function finding(difference: Difference, { blocks }: Snapshot): Finding {
  const { span, block } = difference.item;
  return { span: shiftSpan(span, blocks.starts[block] ?? 0), message: messageOf(difference) };
}

function messageOf(difference: Difference): Message {
  switch (difference.kind) {
    case 'changed':
      return message('site.differs', { built: shortened(difference.built.source) });
    case 'missing':
      return message('site.differs.missing');
    case 'gap':
      return message('site.differs.gap', { count: String(difference.count) });
    case 'insert': {
      const { built, count } = difference;
      const data = { built: shortened(built.source), count: String(count) };
      return message('site.differs.insert', data);
    }
    case 'added':
      return message('site.differs.added', { built: shortened(difference.built.source) });
    case 'numbers': {
      const { item, built } = difference;
      return message('site.differs.numbers', { here: numbersOf(item), built: numbersOf(built) });
    }
  }
}

function numbersOf({ numbers }: PageItem): string {
  return numbers.length === 0 ? '–' : numbers.join(', ');
}

const longest = 80;

function shortened(tex: string): string {
  return tex.length <= longest ? tex : `${tex.slice(0, longest)}…`;
}
