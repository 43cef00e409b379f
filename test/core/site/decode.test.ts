// What an engine leaves of TeX, character by character mapped to the source.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type DecodeContext } from '../../../src/core/site/decode.js';
import { assumedSite, type MarkdownEngine } from '../../../src/core/site/site.js';
import { endToSource, identityText, sliceMapped, toSource } from '../../../src/core/text/mapped.js';
import { propertyRuns } from '../../support/runs.js';

function decoded(text: string, markdown: MarkdownEngine, context: DecodeContext = 'text'): string {
  return decode(identityText(text, 0), { ...assumedSite, markdown }, context).text;
}

const everyEscape =
  '\\!\\"\\#\\$\\%\\&\\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\[\\\\\\]\\^\\_\\`\\{\\|\\}\\~\\a\\1\\字';

describe('decoding', () => {
  it('leaves raw text as it is', () => {
    expect(decoded(everyEscape, 'raw')).toBe(everyEscape);
    expect(decoded('a &lt; b', 'raw')).toBe('a &lt; b');
  });

  it('drops the backslash before every ASCII punctuation in CommonMark', () => {
    expect(decoded(everyEscape, 'commonmark')).toBe('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~\\a\\1\\字');
    expect(decoded('a\\\\\nb\\\nc\\', 'commonmark')).toBe('a\\\nb\nc\\');
  });

  it('drops the backslash before the characters that kramdown lists', () => {
    expect(decoded(everyEscape, 'kramdown')).toBe(
      '!"#$\\%\\&\'()*+\\,-.\\/:\\;<=>\\?\\@[\\]\\^_`{|}~\\a\\1\\字',
    );
  });

  it('leaves what the engine protects', () => {
    expect(decoded(everyEscape, 'kramdown', 'protected')).toBe(everyEscape);
  });

  it('reads character references, known names only', () => {
    expect(decoded('a &lt; b&#x26;&#99; &nope; &amp;lt;', 'commonmark')).toBe(
      'a < b&c &nope; &lt;',
    );
    expect(decoded('&#0;&#xd800;&#1;', 'commonmark')).toBe('\ufffd\ufffd\ufffd');
  });

  it('maps back exactly', () => {
    const text = fc
      .array(fc.constantFrom('\\', '\\', '_', '{', 'a', '%', '\n', '字', 'x'), { maxLength: 14 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('commonmark' as const, 'kramdown' as const),
        (source, markdown) => {
          const outer = sliceMapped(identityText(`--${source}`, 5), 2, source.length + 2);
          const result = decode(outer, { ...assumedSite, markdown }, 'text');
          for (let at = 0; at < result.text.length; at++) {
            expect(source.charAt(toSource(result, at) - 7)).toBe(result.text.charAt(at));
          }
          expect(endToSource(result, result.text.length)).toBe(7 + source.length);
        },
      ),
      { numRuns: propertyRuns },
    );
  });
});
