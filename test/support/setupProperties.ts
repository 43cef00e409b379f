// Gives every property of a test file the seed of this run; a test may still name its own.
import fc from 'fast-check';
import { propertySeed } from './runs.js';

if (propertySeed !== null) fc.configureGlobal({ seed: propertySeed });
