// A preview and the session that feeds it, joined by queues of messages, in a page without a layout.
import katex from 'katex';
import { assumedSite, type Site } from '../../src/core/site/site.js';
import type { Snapshot } from '../../src/core/post/facts.js';
import { editSnapshot, openSnapshot } from '../../src/core/post/snapshot.js';
import { lineStarts, positionAt, splitLines, type TextEdit } from '../../src/core/text/lines.js';
import type { Layout } from '../../src/preview/layout.js';
import { PreviewController } from '../../src/preview/previewController.js';
import type { Schedule } from '../../src/preview/typesetting.js';
import { createSanitizer } from '../../src/preview/sanitize.js';
import { Sliders } from '../../src/preview/sliders.js';
import { englishStrings } from '../../src/preview/strings.js';
import { formulaFaults } from '../../src/language/formulaFaults.js';
import { createTypesetter } from '../../src/preview/typesetter.js';
import { checkAlone } from '../../src/checks/check.js';
import { damageByBlock, type DamageByBlock } from '../../src/language/damageByBlock.js';
import { evaluatePost } from '../../src/evaluate/evaluatePost.js';
import { postForEvaluation } from '../../src/evaluate/postInput.js';
import type { Value } from '../../src/evaluate/result.js';
import { resultsByBlock, type ResultsByBlock } from '../../src/render/results.js';
import type {
  BlockResult,
  FormulaDamage,
  FromPreview,
  ToPreview,
} from '../../src/protocol/preview.js';
import { isForServer, isFromPreview, isToPreview } from '../../src/protocol/previewGuards.js';
import { createPreviewedPost } from '../../src/server/previewedPost.js';
import type { BlockChange } from '../../src/core/markdown/blockChange.js';
import { PreviewSessions } from '../../src/server/previewSessions.js';

const path = 'post.md';

/** A post that is written to, as the server keeps it. */
class WrittenPost {
  readonly #site: Site;
  #snapshot: Snapshot | undefined;
  #version = 0;

  constructor(site: Partial<Site>) {
    this.#site = { ...assumedSite, ...site };
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Makes the text of the post this one, by one edit; says which blocks changed. */
  write(text: string): BlockChange | null {
    this.#version++;
    const version = this.#version;
    if (!this.#snapshot) {
      this.#snapshot = openSnapshot({ path, version, text, site: this.#site });
      return null;
    }
    const edit = editBetween(this.#snapshot.lines.join(''), text);
    const { snapshot, change } = editSnapshot(this.#snapshot, version, [edit]);
    this.#snapshot = snapshot;
    return change;
  }
}

/** The one edit that makes one text the other: what lies between what they have in common. */
function editBetween(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  const starts = lineStarts(splitLines(before));
  return {
    start: positionAt(starts, start),
    end: positionAt(starts, before.length - end),
    text: after.slice(start, after.length - end),
  };
}

/** As the server has it once typing rests. */
function damageOf(post: Snapshot, position: number): readonly FormulaDamage[] {
  let known = damage.get(post);
  if (!known) {
    const findings = checkAlone({ post, results: [], assumed: nothingAssumed });
    known = damageByBlock(post, findings, {});
    damage.set(post, known);
  }
  const block = post.blocks.blocks[position];
  return (block && known.get(block)) ?? [];
}

const damage = new WeakMap<Snapshot, DamageByBlock>();

const nothingAssumed = { markdown: false, math: false, tags: false };

/** Another one for other numbers: there is no canvas here that the chart library could measure its labels on. */
function pictureOf(points: Value | null): string {
  return `<svg viewBox="0 0 1 1"><path d="M${JSON.stringify(points)}"></path></svg>`;
}

/** What its worksheets come to, at once: a server has it in a worker. */
class EvaluatedPost {
  #moved: ReadonlyMap<string, number> = new Map();
  #known: { snapshot: Snapshot; results: ResultsByBlock } | null = null;

  move(line: string, value: number): void {
    this.#moved = new Map([...this.#moved, [line, value]]);
    this.#known = null;
  }

  of(snapshot: Snapshot, position: number): readonly BlockResult[] {
    const block = snapshot.blocks.blocks[position];
    if (!block?.text.includes('```eval')) return [];
    if (this.#known?.snapshot !== snapshot) {
      const results = evaluatePost(postForEvaluation(snapshot, { moved: this.#moved }));
      const drawn = results.map((result) =>
        result.plot === null
          ? result
          : { ...result, plot: { ...result.plot, picture: pictureOf(result.value) } },
      );
      this.#known = { snapshot, results: resultsByBlock(snapshot, drawn, () => '') };
    }
    return this.#known.results.get(block) ?? [];
  }
}

export interface Harness {
  readonly root: HTMLElement;
  readonly sessions: PreviewSessions;
  readonly controller: PreviewController;
  /** The newest text of the post: the first opens it, others edit it. */
  write(text: string): void;
  /** A message of the preview, without the preview. */
  say(message: FromPreview): void;
  /** Calls of KaTeX so far. */
  typesetCount(): number;
  readonly toPreview: ToPreview[];
  readonly fromPreview: FromPreview[];
  /** Messages that left the preview, in order. */
  readonly sent: readonly FromPreview[];
  readonly received: readonly ToPreview[];
  /** Hands over the oldest message in each direction; says whether there was one. */
  step(): boolean;
  /** Runs everything until nothing is left to do. */
  settle(): void;
}

export function createHarness(
  layout: Layout = noLayout,
  site: Partial<Site> = {},
  left: ReadonlyMap<string, number> = new Map(),
): Harness {
  const root = document.createElement('main');
  root.className = 'postulate';
  const toPreview: ToPreview[] = [];
  const fromPreview: FromPreview[] = [];
  const sent: FromPreview[] = [];
  const received: ToPreview[] = [];
  const tasks: (() => void)[] = [];
  let typeset = 0;
  const render: typeof katex.render = (...parameters) => {
    typeset++;
    katex.render(...parameters);
  };
  const send = (message: FromPreview): void => {
    fromPreview.push(message);
    sent.push(message);
  };
  const controller = new PreviewController({
    root,
    layout,
    schedule: scheduleOn(tasks),
    tools: {
      typesetter: createTypesetter(document, englishStrings, render),
      strings: englishStrings,
      sliders: new Sliders({
        left,
        moved: (line, value) => {
          send({ kind: 'slide', line, value });
        },
      }),
    },
    sanitize: createSanitizer(window, {
      base: 'https://files.example/',
      remoteImages: false,
      blocked: '{0}',
    }),
    post: (message) => {
      send(message);
    },
  });
  const post = new WrittenPost(site);
  const evaluated = new EvaluatedPost();
  const sessions = new PreviewSessions({
    snapshot: () => post.snapshot,
    previewed: (_uri, snapshot, context) =>
      createPreviewedPost({
        snapshot,
        context,
        results: (position) => evaluated.of(snapshot, position),
        deadLinks: () => ['gone.md'],
        damage: (position) => damageOf(snapshot, position),
        faults: (position) => formulaFaults(snapshot, position, nothingAssumed, {}),
      }),
    linked: (uri, target) => {
      const { snapshot } = post;
      return Promise.resolve(snapshot ? { uri, snapshot, fragment: target.slice(1) } : null);
    },
    slide: (uri, line, value) => {
      evaluated.move(line, value);
      sessions.refresh(uri);
    },
    closed: () => undefined,
    send: (_session, message) => {
      toPreview.push(message);
      received.push(message);
    },
  });
  sessions.open('1', path);
  const write = (text: string): void => {
    const change = post.write(text);
    if (post.snapshot) sessions.postChanged(path, post.snapshot, change);
  };
  const say = (message: FromPreview): void => {
    if (isForServer(message)) void sessions.receive('1', message);
  };
  const step = (): boolean => {
    const inward = toPreview.shift();
    if (inward) controller.receive(copied(inward, isToPreview));
    const outward = fromPreview.shift();
    if (outward) say(copied(outward, isFromPreview));
    const task = tasks.shift();
    task?.();
    return inward !== undefined || outward !== undefined || task !== undefined;
  };
  const settle = (): void => {
    for (let steps = 0; step(); steps++) if (steps > 10_000) throw new Error('It never settles.');
  };
  const typesetCount = (): number => typeset;
  return {
    root,
    sessions,
    write,
    say,
    controller,
    typesetCount,
    toPreview,
    fromPreview,
    sent,
    received,
    step,
    settle,
  };
}

/** As it arrives at the other end. */
function copied<M>(message: M, guard: (value: unknown) => value is M): M {
  const copy: unknown = JSON.parse(JSON.stringify(message));
  if (!guard(copy)) throw new Error(`The guard refuses ${JSON.stringify(message)}`);
  return copy;
}

function scheduleOn(tasks: (() => void)[]): Schedule {
  return {
    frame: (callback) => tasks.push(callback),
    idle: (callback) =>
      tasks.push(() => {
        callback(() => false);
      }),
    budget: () => () => false,
  };
}

/** Nothing has a height, so everything is in the viewport. */
const noLayout: Layout = {
  viewportHeight: () => 1000,
  scrollTop: () => 0,
  scrollTo: () => undefined,
  top: () => 0,
  height: () => 0,
};
