// Frames, idle time and budgets of a browser window.
import type { Schedule } from './typesetting.js';

export function createSchedule(window: Window): Schedule {
  return {
    frame: (callback) => {
      window.requestAnimationFrame(callback);
    },
    idle: (callback) => {
      window.requestIdleCallback((deadline) => {
        callback(() => deadline.timeRemaining() <= 1);
      });
    },
    budget: (milliseconds) => {
      const end = window.performance.now() + milliseconds;
      return () => window.performance.now() >= end;
    },
  };
}
