// What a command that goes on hears of files, so that tests can tell it.

export interface Changes {
  /** True once watching has begun, then each time that changes have come to rest; false where the reader ends it. */
  readonly next: () => Promise<boolean>;
  /** Watches these files and folders, too. */
  readonly add: (paths: readonly string[]) => void;
}
