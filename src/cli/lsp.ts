// `postulate lsp --stdio`: the language server for other editors.
import path from 'node:path';
import type { CliCommand } from './command.js';
import { cliText } from './messages.js';

export const lsp: CliCommand = {
  register(program, host) {
    program
      .command('lsp')
      .description(cliText({ code: 'lsp.description' }, host.language))
      .option('--stdio', cliText({ code: 'option.stdio' }, host.language), true)
      .action(async () => {
        // The server is large, and other commands do without it.
        const { serveOverStandardStreams } = await import('../server/nodeStreams.js');
        const folder = path.join(path.dirname(host.program), 'node');
        await serveOverStandardStreams(folder, host.program, (why) => {
          host.printError(`${cliText({ code: `lsp.${why}` }, host.language)}\n`);
        });
      });
  },
};
