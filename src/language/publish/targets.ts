// All places that a post can be published to.
import { cms } from './cms.js';
import type { PublishTarget } from './target.js';
import { wechat } from './wechat.js';
import { zhihu } from './zhihu.js';

export const targets: readonly PublishTarget[] = [zhihu, wechat, cms];
