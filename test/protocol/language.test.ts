// The language of a text by its script.
import { expect, it } from 'vitest';
import { languageOf } from '../../src/protocol/language.js';

it('knows what scripts tell, and nothing else', () => {
  const texts: readonly (readonly [string, string | null])[] = [
    ['我们用 PyTorch 的 softmax 写一个损失函数', 'zh'],
    ['我們證明這個不等式', 'zh'],
    ['これは損失関数の定義です', 'ja'],
    ['정보 이론의 손실 함수', 'ko'],
    ['The post 《损失函数》 is about loss functions', null],
    ['Une fonction de perte', null],
    [
      '名词“カタカナ”在日语里用来写外来语，这一段讲的是它的来历和今天的用法，例子都是我们自己编的',
      'zh',
    ],
    ['', null],
    ['$x^2$ 1 + 1', null],
  ];
  for (const [text, language] of texts) expect(languageOf(text), text).toBe(language);
});
