#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { toolVersion } from '../core';
import type { JudgeOptions } from '../core';
import { readCommand } from './arguments';
import type { CommandOptions } from './arguments';
import { compareCommand } from './compare-command';
import { exitCodes } from './exit-code';
import type { ExitCode } from './exit-code';
import { help } from './help';
import { judgeCommand } from './judge-command';
import { outputTo } from './output';

// `crosslink … | head`: the reader has seen enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<ExitCode> {
  const command = readCommand(argv);
  switch (command.kind) {
    case 'help':
      process.stdout.write(help);
      return exitCodes.ok;
    case 'version':
      process.stdout.write(`${toolVersion}\n`);
      return exitCodes.ok;
    case 'wrong':
      process.stderr.write(`crosslink: ${command.what}\nTry: crosslink --help\n`);
      return exitCodes.usage;
    case 'judge':
    case 'compare': {
      const { options } = command;
      const output = outputTo(options.out);
      const judgeOptions = await judgeOptionsOf(options);
      if (judgeOptions === null) {
        output.complain(`--agent-config: ${options.agentConfig?.slice(1) ?? ''} cannot be read`);
        return exitCodes.unreadable;
      }
      return command.kind === 'judge'
        ? judgeCommand(command.files, options, judgeOptions, output)
        : compareCommand(command, options, judgeOptions, output);
    }
  }
}

/** `null`: the file of the agent's configuration cannot be read. */
async function judgeOptionsOf({ regex, engine, agentConfig }: CommandOptions): Promise<JudgeOptions | null> {
  const config = agentConfig?.startsWith('@') ? await textOf(agentConfig.slice(1)) : agentConfig;
  if (agentConfig !== null && config === null) return null;
  return {
    regex: regex ?? undefined,
    engine: engine ?? undefined,
    agentConfig: config ?? undefined,
  };
}

async function textOf(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    // whatever the cause, the file is of no use, and main says so
    return null;
  }
}
