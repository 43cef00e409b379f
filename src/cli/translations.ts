// The translations of finding texts: the same bundle that the editor uses.
import chinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import type { Translations } from '../checks/messages.js';
import type { CliLanguage } from './host.js';

export function translationsOf(language: CliLanguage): Translations {
  return language === 'zh-cn' ? chinese : {};
}
