// Reads `postulate.json`, part by part, so that a mistake costs its part alone.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import { maxNesting, nestsTooDeep } from '../text/nesting.js';
import {
  emptyConfig,
  ruleSeverities,
  type ConfigProblem,
  type ConfigReading,
  type ExpectedValue,
  type NamedFile,
  type RuleSeverity,
  type SiteOverride,
  type SiteParts,
} from './config.js';
import {
  delimiterPairs,
  markdownEngines,
  mathEngines,
  tagModes,
  type DelimiterPair,
} from './site.js';

/**
 * Never throws; what cannot be read is left out and named among the problems. Given the codes of all rules,
 * other names among the severities are, too.
 */
export function parseConfig(text: string, ruleCodes?: ReadonlySet<string>): ConfigReading {
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { config: emptyConfig, problems: [{ code: 'config.not-json', line: 0, reason }] };
  }
  if (!nestsTooDeep(text)) return new ConfigReader(text, ruleCodes).read();
  return {
    config: emptyConfig,
    problems: [{ code: 'config.too-deep', line: 0, levels: maxNesting }],
  };
}

class ConfigReader {
  readonly #lines = new LineCounter();
  readonly #root: Node | null;
  readonly #problems: ConfigProblem[] = [];

  readonly #ruleCodes: ReadonlySet<string> | null;

  constructor(text: string, ruleCodes: ReadonlySet<string> | null = null) {
    this.#ruleCodes = ruleCodes;
    // JSON is YAML, and this reader knows where everything stands.
    this.#root = parseDocument(text, {
      lineCounter: this.#lines,
      logLevel: 'silent',
      // Each key is held against each other; the later of two wins, as in JSON.
      uniqueKeys: false,
    }).contents;
  }

  read(): ConfigReading {
    let config = emptyConfig;
    for (const [key, value] of this.#entries(this.#root, '')) {
      switch (key) {
        case 'site':
          config = { ...config, site: this.#site(value, key) };
          break;
        case 'overrides':
          config = { ...config, overrides: this.#overrides(value) };
          break;
        case 'macros':
          config = { ...config, macros: this.#macros(value) };
          break;
        case 'macroFiles':
          config = { ...config, macroFiles: this.#macroFiles(value) };
          break;
        case 'rules':
          config = { ...config, rules: this.#rules(value) };
          break;
        case '$schema':
          break;
        default:
          this.#unknownKey(key, value);
      }
    }
    return { config, problems: this.#problems };
  }

  #site(node: Node | null, path: string): SiteParts {
    let parts: SiteParts = {};
    for (const [key, value] of this.#entries(node, path)) {
      const name = `${path}.${key}`;
      const line = this.#line(value);
      switch (key) {
        case 'markdown': {
          const engine = this.#oneOf(value, name, markdownEngines);
          if (engine !== null) parts = { ...parts, markdown: { value: engine, line } };
          break;
        }
        case 'math': {
          const engine = this.#oneOf(value, name, mathEngines);
          if (engine !== null) parts = { ...parts, math: { value: engine, line } };
          break;
        }
        case 'tags': {
          const tags = this.#oneOf(value, name, tagModes);
          if (tags !== null) parts = { ...parts, tags: { value: tags, line } };
          break;
        }
        case 'passthrough': {
          const pairs = this.#pairs(value, name);
          if (pairs !== null) parts = { ...parts, passthrough: { value: pairs, line } };
          break;
        }
        default:
          this.#unknownKey(name, value);
      }
    }
    return parts;
  }

  /** Pairs of a start and an end delimiter; `null` where they are anything else. */
  #pairs(node: Node | null, key: string): readonly DelimiterPair[] | null {
    const pairs = delimiterPairs(isSeq(node) ? node.toJSON() : null);
    if (pairs === null) this.#wrongType(key, node, 'pairs');
    return pairs;
  }

  #overrides(node: Node | null): readonly SiteOverride[] {
    if (!isSeq(node)) {
      this.#wrongType('overrides', node, 'array');
      return [];
    }
    return node.items.map((item, at) => this.#override(item as Node, `overrides[${at}]`));
  }

  #override(node: Node | null, path: string): SiteOverride {
    let override: SiteOverride = { files: [], site: {} };
    for (const [key, value] of this.#entries(node, path)) {
      const name = `${path}.${key}`;
      if (key === 'files') override = { ...override, files: this.#globs(value, name) };
      else if (key === 'site') override = { ...override, site: this.#site(value, name) };
      else this.#unknownKey(name, value);
    }
    return override;
  }

  #globs(node: Node | null, path: string): readonly string[] {
    return this.#texts(node, path, 'globs').flatMap(({ text: glob, line }) => {
      if (!isWild(glob)) return [glob];
      this.#problems.push({ code: 'config.wild-glob', line, glob });
      return [];
    });
  }

  #macroFiles(node: Node | null): readonly NamedFile[] {
    const texts = this.#texts(node, 'macroFiles', 'paths');
    return texts.map(({ text, line }) => ({ path: text, line }));
  }

  /** One text, or an array of them. */
  #texts(
    node: Node | null,
    key: string,
    expected: ExpectedValue,
  ): readonly { readonly text: string; readonly line: number }[] {
    const items = (isSeq(node) ? node.items : [node]) as readonly (Node | null)[];
    const texts = items.flatMap((item) =>
      isScalar(item) && typeof item.value === 'string'
        ? [{ text: item.value, line: this.#line(item) }]
        : [],
    );
    if (texts.length < items.length) this.#wrongType(key, node, expected);
    return texts;
  }

  #macros(node: Node | null): Readonly<Record<string, string>> {
    const macros: Record<string, string> = {};
    for (const [key, value] of this.#entries(node, 'macros')) {
      if (isScalar(value) && typeof value.value === 'string') {
        macros[key.replace(/^\\/, '')] = value.value;
      } else this.#wrongType(`macros.${key}`, value, 'string');
    }
    return macros;
  }

  #rules(node: Node | null): Readonly<Record<string, RuleSeverity>> {
    const rules: Record<string, RuleSeverity> = {};
    for (const [key, value] of this.#entries(node, 'rules')) {
      if (this.#ruleCodes?.has(key) === false) this.#unknownKey(`rules.${key}`, value);
      const severity = this.#oneOf(value, `rules.${key}`, ruleSeverities);
      if (severity !== null) rules[key] = severity;
    }
    return rules;
  }

  #entries(node: Node | null, path: string): readonly (readonly [string, Node | null])[] {
    if (!isMap(node)) {
      this.#wrongType(path, node, 'object');
      return [];
    }
    const pairs = node.items as readonly Pair<Node, Node | null>[];
    return pairs.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const);
  }

  #oneOf<Value extends string>(
    node: Node | null,
    key: string,
    allowed: readonly Value[],
  ): Value | null {
    const stated: unknown = isScalar(node) ? node.value : null;
    const value = allowed.find((candidate) => candidate === stated);
    if (value !== undefined) return value;
    const shown = typeof stated === 'string' ? stated : (JSON.stringify(stated) ?? 'null');
    const line = this.#line(node);
    this.#problems.push({ code: 'config.unknown-value', line, key, value: shown, allowed });
    return null;
  }

  #wrongType(key: string, node: Node | null, expected: ExpectedValue): void {
    this.#problems.push({ code: 'config.wrong-type', line: this.#line(node), key, expected });
  }

  #unknownKey(key: string, node: Node | null): void {
    this.#problems.push({ code: 'config.unknown-key', line: this.#line(node), key });
  }

  #line(node: Node | null): number {
    const offset = node?.range?.[0];
    return offset === undefined ? 0 : this.#lines.linePos(offset).line - 1;
  }
}

/** How many runs of stars a part of a glob may have: with more, matching takes as long as it likes. */
const mostStars = 4;

function isWild(glob: string): boolean {
  return glob.split('/').some((part) => (part.match(/\*+/g)?.length ?? 0) > mostStars);
}
