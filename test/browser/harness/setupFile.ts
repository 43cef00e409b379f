// Runs in every file of the suite: ends its tabs.
import { afterAll } from 'vitest';
import { closeTabs } from './tab.js';

afterAll(closeTabs);
