// Bytes of a file to text, as `files.encoding` says; what is not that encoding is not guessed at.
import { wordTable } from '../core/text/wordTable.js';

/** VS Code's names of encodings, where the platform has another. */
const labels = wordTable<string>({
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1250: 'windows-1250',
  windows1251: 'windows-1251',
  windows1252: 'windows-1252',
  iso88591: 'iso-8859-1',
  iso88592: 'iso-8859-2',
  iso885915: 'iso-8859-15',
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  koi8r: 'koi8-r',
  macroman: 'macintosh',
  big5hkscs: 'big5',
});

/** Without a byte order mark; `null` where the bytes are not text of the encoding. */
export function decodeText(bytes: Uint8Array, encoding = 'utf8'): string | null {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const label = marked ? 'utf-8' : (labels[encoding] ?? encoding);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
