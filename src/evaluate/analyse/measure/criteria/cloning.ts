// D4, cloning: a vector repeated is as sparse as itself (Hurley & Rickard 2009).
import type { Criterion } from '../criterion.js';

export const CLONING: Criterion = {
  name: 'cloning',
  *judge(vector, judge) {
    yield judge.stays(vector, [...vector, ...vector]);
    yield judge.stays(vector, [...vector, ...vector, ...vector]);
  },
};
