// The command line as a function of its words.
import { Command, CommanderError } from 'commander';
import type { ExitCode } from './command.js';
import { commands } from './commands.js';
import type { CliHost } from './host.js';
import { cliText } from './messages.js';
import { speakLanguage } from './speakLanguage.js';

/** Runs one command and says with which code the process should end. */
export async function runProgram(words: readonly string[], host: CliHost): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('postulate')
    .description(cliText({ code: 'program' }, host.language))
    .exitOverride();
  speakLanguage(program, host);
  for (const command of commands) {
    command.register(program, host, (result) => {
      code = result;
    });
  }
  // Settings of the program hold for its commands only if they are copied to them.
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return code;
}
