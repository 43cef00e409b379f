// Posts half typed, cut and mangled: every command ends with a code of its own, and never throws.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeFolder, runCli } from '../support/cli.js';
import { propertyRuns } from '../support/runs.js';

const examples = path.resolve(import.meta.dirname, '../../examples');
const names = (await readdir(examples)).filter((name) => name.endsWith('.md'));
/** Without their pictures, which stand beside the examples alone. */
const posts = await Promise.all(
  names.map(async (name) => {
    const text = await readFile(path.join(examples, name), 'utf8');
    return Buffer.from(text.replace(/!\[/g, '['));
  }),
);

const post = fc.constantFrom(...posts);
const place = fc.nat({ max: Math.max(...posts.map(({ length }) => length)) });
const cut = fc.tuple(post, place).map(([bytes, end]) => bytes.subarray(0, end));
const joined = fc
  .tuple(post, place, place, fc.uint8Array({ maxLength: 20 }))
  .map(([bytes, end, start, between]) =>
    Buffer.concat([bytes.subarray(0, end), between, bytes.subarray(start)]),
  );
const bytes = fc.oneof(cut, joined, fc.uint8Array({ maxLength: 200 }));

it.each(['check', 'labels', 'eval', 'render'])(
  '%s ends on what was cut or mangled',
  async (command) => {
    const cwd = await makeFolder({});
    const property = fc.asyncProperty(bytes, async (input) => {
      // Bytes that are no text in UTF-8 are told apart from posts before anything else is done.
      const text = new TextDecoder().decode(input);
      const { code, errors } = await runCli(cwd, [command, '-'], { input: text });
      expect(errors).toBe('');
      expect(code).toBeLessThan(2);
    });
    await fc.assert(property, { numRuns: Math.ceil(propertyRuns / 4) });
  },
);
