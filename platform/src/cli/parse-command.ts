import {parseArgs} from 'node:util';
import {TwikError} from '@twik/sdk/core';
import type {Command} from './command.js';
import {OptionValues} from './option-values.js';

/** What the words after `twik` mean. */
export interface ParsedCommand {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly options: OptionValues;
  readonly isJson: boolean;
  readonly isHelp: boolean;
}

/** The command whose name the words begin with, and how many words that takes. */
export function findCommand(commands: readonly Command[], words: readonly string[]): Command | null {
  return commands.find(({name}) => name.split(' ').every((word, at) => words[at] === word)) ?? null;
}

/**
 * Reads the words after `twik`.
 *
 * @throws TwikError `command-missing`, `command-unknown`, `operand-missing`, `operand-unexpected`, `option-invalid`.
 */
export function parseCommand(commands: readonly Command[], words: readonly string[]): ParsedCommand {
  const command = findCommand(commands, words);
  if (!command) throw unknownCommand(commands, words);
  const {values, positionals} = parseWords(command, words.slice(command.name.split(' ').length));
  const {json, help, ...rest} = values;
  const given = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'boolean' ? [[name, value] as const] : [],
  );
  if (help !== true) checkCount(command, positionals);
  return {
    command,
    operands: positionals,
    options: new OptionValues(new Map(given)),
    isJson: json === true,
    isHelp: help === true,
  };
}

function parseWords(command: Command, args: readonly string[]) {
  const own = Object.entries(command.options).map(
    ([name, {kind}]) => [name, {type: kind === 'flag' ? 'boolean' : 'string'}] as const,
  );
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {...Object.fromEntries(own), json: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
    });
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/[.'] /)[0] ?? '') : '';
    throw new TwikError('option-invalid', `${reason}. See "twik ${command.name} --help".`, {cause});
  }
}

function checkCount({name, operands, count: [least, most]}: Command, given: readonly string[]): void {
  const usage = `Write "twik ${name} ${operands}".`;
  if (given.length < least) throw new TwikError('operand-missing', `Something is missing. ${usage}`);
  if (given.length > most) {
    throw new TwikError('operand-unexpected', `"${given.slice(most).join(' ')}" is too much. ${usage}`);
  }
}

function unknownCommand(commands: readonly Command[], words: readonly string[]): TwikError {
  const names = commands.map(({name}) => `"${name}"`).join(', ');
  if (words.length === 0) return new TwikError('command-missing', `Say what to do: ${names}.`);
  const said = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  return new TwikError('command-unknown', `There is no command "${said.join(' ')}". There are ${names}.`);
}
