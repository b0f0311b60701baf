import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCases, type Case } from './case';
import { knownDifferences } from './known-differences';
import { reached } from './ratchet';
import { report, show } from './report';
import { resultOf, type Level, type Result } from './result';
import { groups, scoreOf } from './score';
import { didYouMean } from '../src/errors';

const USAGE = `usage: npm run conformance -- DIR [--level outcome|history] [--family NAME] [--show ID] [--json FILE]
  --level   outcome: what came out only; history: the events as well (default)
  --family  the cases of one family only
  --show    all differences of one case
  --json    writes the results to a file as well
exit code: 0 all cases ran, 1 a case crashed the interpreter, 2 bad usage`;

/** Something was asked for in a way that cannot be done. */
class BadUsage extends Error {}

async function main(args: string[]): Promise<number> {
  const { folder, level, family, id, json } = asked(args);
  const cases = selected(loadCases(folder), family, id);
  const results: Result[] = [];
  for (const recorded of cases) results.push(await resultOf(recorded, level));
  console.log(id === undefined ? report(results, knownDifferences(), level) : show(results[0]));
  if (json !== undefined) writeFileSync(json, JSON.stringify(summary(results), undefined, 1));
  return results.some(({ crash }) => crash !== undefined) ? 1 : 0;
}

function asked(args: string[]): { folder: string; level: Level; family?: string; id?: string; json?: string } {
  const options = {
    level: { type: 'string', default: 'history' },
    family: { type: 'string' },
    show: { type: 'string' },
    json: { type: 'string' },
  } as const;
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true });
    } catch (error) {
      throw new BadUsage((error as Error).message);
    }
  })();
  const { level } = values;
  if (positionals.length !== 1) throw new BadUsage('one folder with cases is needed');
  if (!existsSync(positionals[0])) throw new BadUsage(`there is no folder ${positionals[0]}`);
  if (level !== 'outcome' && level !== 'history') {
    throw new BadUsage(`the level ${level} does not exist; there are outcome and history`);
  }
  return { folder: positionals[0], level, family: values.family, id: values.show, json: values.json };
}

function selected(cases: readonly Case[], family: string | undefined, id: string | undefined): readonly Case[] {
  const ofFamily = family === undefined ? cases : cases.filter(one => one.family === family);
  const found = id === undefined ? ofFamily : ofFamily.filter(one => one.id === id);
  if (found.length > 0) return found;
  if (id !== undefined) {
    throw new BadUsage(
      `no case has the id ${id}${didYouMean(
        id,
        cases.map(one => one.id),
      )}`,
    );
  }
  if (family !== undefined) {
    throw new BadUsage(
      `no case is of the family ${family}${didYouMean(
        family,
        cases.map(one => one.family),
      )}`,
    );
  }
  throw new BadUsage('the folder holds no cases');
}

function summary(results: readonly Result[]): object {
  return {
    total: scoreOf(results),
    kinds: reached(results),
    families: groups(results).map(({ kind, family, results: own }) => ({ kind, family, ...scoreOf(own) })),
    cases: results.map(({ recorded, ...differences }) => ({ id: recorded.id, kind: recorded.kind, ...differences })),
  };
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    console.error(error instanceof BadUsage ? `${error.message}\n${USAGE}` : error);
    process.exitCode = error instanceof BadUsage ? 2 : 1;
  },
);
