// The language of a text, as far as its script tells: screen readers and fonts ask for it.

export type ScriptLanguage = 'zh' | 'ja' | 'ko';

/** `null` for a script that many languages share. Names and terms in another one do not count. */
export function languageOf(text: string): ScriptLanguage | null {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  if (han + kana + hangul <= count(/[a-z]{2,}/gi)) return null;
  if (hangul > han + kana) return 'ko';
  return kana > han / 4 ? 'ja' : 'zh';
}
