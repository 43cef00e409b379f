// The blocks of a post: which lines belong together, and of what kind they are.
import { describe, expect, it } from 'vitest';
import { checkKinds, scanText } from '../../support/checkBlocks.js';

describe('blocks', () => {
  it('tile the post, blank lines with the block before them', () => {
    checkKinds(
      '# A\ntext\nmore\n\n\n- a\n- b\n\n> q\nlazy\n\n***\n',
      'heading:1 paragraph:4 list:3 quote:3 thematicBreak:2',
    );
    checkKinds(
      '```\ncode\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    code\n',
      'code:3 table:4 code:2',
    );
    checkKinds('a\n===\nb\n---\nc', 'heading:2 heading:2 paragraph:1');
    checkKinds('[a]: /u "t"\n[b]: /v\ntext\n', 'definitions:1 definitions:1 paragraph:2');
    checkKinds('<div>\nx\n</div>\n\n<!--\n\nx\n-->\ntext', 'html:4 html:4 paragraph:1');
  });

  it('of an empty post are one blank block', () => {
    checkKinds('', 'blank:1');
    checkKinds('\n', 'blank:2');
    checkKinds('  \n\t\n', 'blank:3');
    checkKinds('\n\nx', 'blank:2 paragraph:1');
  });

  it('begin with front matter between its marks at the very top', () => {
    checkKinds('---\ntitle: x\n---\ntext', 'frontMatter:3 paragraph:1');
    checkKinds('---\ntitle: x\n...\ntext', 'frontMatter:3 paragraph:1');
    checkKinds('+++\ntitle = "x"\n+++\ntext', 'frontMatter:3 paragraph:1');
    checkKinds('---\ntitle: x\n', 'thematicBreak:1 paragraph:2');
    checkKinds('\n---\ntitle: x\n---\n', 'blank:1 thematicBreak:1 heading:3');
  });

  it('keep the text of front matter without its marks', () => {
    const [block] = scanText('---\r\ntitle: x\r\ndate: y\r\n---\r\n');
    expect(block?.frontMatter).toEqual({
      text: 'title: x\ndate: y',
      pieces: [
        { at: 0, source: 5 },
        { at: 9, source: 15 },
      ],
    });
  });

  it('end lists and quotes as CommonMark does', () => {
    checkKinds('- a\n\n  b\n- c\n* d\n', 'list:4 list:2');
    checkKinds('- a\n\nb\n', 'list:2 paragraph:2');
    checkKinds('> a\n\n> b\n', 'quote:2 quote:2');
    checkKinds('> ```\n> x\ny\n', 'quote:2 paragraph:2');
    checkKinds('1. a\n   - b\n\n     c\n2. d\n', 'list:6');
    checkKinds('[^n]: a\n\n    b\n\nc', 'paragraph:4 paragraph:1');
  });

  it('break paragraphs where CommonMark does', () => {
    checkKinds(
      'a\n# b\nc\n```\nd\n```\ne\n> f',
      'paragraph:1 heading:1 paragraph:1 code:3 paragraph:1 quote:1',
    );
    checkKinds('a\n2. b\n    c\n<b>\n', 'paragraph:5');
    checkKinds('a\n|x|y|\n|-|-|\n', 'paragraph:1 table:3');
  });

  it('take every kind of line end', () => {
    checkKinds('a\r\n\r\n# b\rc\r\r- d\n', 'paragraph:2 heading:1 paragraph:2 list:2');
    checkKinds('```\r\n$x$\r\n```\r\n', 'code:4');
  });

  it('hold unclosed code and comments to the end', () => {
    checkKinds('```\na\n\nb\n', 'code:5');
    checkKinds('<!-- a\n\nb\n', 'html:4');
  });
});
