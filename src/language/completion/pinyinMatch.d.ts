// The part of pinyin-match that we use, which comes without types: its characters by syllable.
declare module 'pinyin-match/src/simplified_dict.js' {
  export const dict: Readonly<Record<string, string>>;
}
