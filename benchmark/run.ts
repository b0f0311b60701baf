import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Answer } from './contenders/measure';
import { ENFORCED_WORKLOAD, enforcedShare } from './enforcement';
import { coldStart, mapRunMemory } from './footprint';
import { CONTENDERS, installPeer, startContender, type ContenderName, type ContenderProcess } from './processes';
import { checkedShare } from './services';
import { median, spread } from './statistics';
import { table, type Row } from './table';
import { typedChain, typedChainText } from './typed';
import { loadWorkloads, type Workload } from './workload';

const USAGE = `usage: npm run bench -- DIR [--json] [--rounds N] [--ms N] [--only PREFIX] [--footprint]
  DIR          a folder with workloads
  --json       prints JSON instead of the table
  --rounds     rounds, each of which runs every workload on every contender (default 5)
  --ms         milliseconds for a workload and contender in a round (default 250)
  --only       workloads whose names start with this
  --footprint  measures cold start and the memory of a Distributed Map over a million items as well`;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      rounds: { type: 'string', default: '5' },
      ms: { type: 'string', default: '250' },
      only: { type: 'string', default: '' },
      footprint: { type: 'boolean' },
    },
  });
  if (positionals.length !== 1 || !existsSync(positionals[0])) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  installPeer();
  const workloads = loadWorkloads(positionals[0]).filter(({ name }) => name.startsWith(values.only));
  const rows = (await measured(workloads, Number(values.rounds), Number(values.ms))).map(one =>
    withEnforcement(one, workloads),
  );
  const typed = typedChain();
  const checked = checkedShare();
  const footprint = values.footprint ? { coldStart: coldStart(), mapRunMemory: mapRunMemory() } : undefined;
  if (values.json) {
    console.log(
      JSON.stringify(
        {
          ...Object.fromEntries(rows.map(({ name, ...measures }) => [name, measures])),
          'typedChain': typed,
          'k-checked-calls': { checkedShare: checked },
          ...footprint,
        },
        undefined,
        2,
      ),
    );
  } else {
    console.log(
      [
        table(rows),
        ...enforcementText(rows),
        `k keeps ${Math.round(checked * 100)} % of its speed when the arguments and the result of every call are checked`,
        '',
        typedChainText(typed),
        ...(footprint ? ['', JSON.stringify(footprint)] : []),
      ].join('\n'),
    );
  }
}

/** Interleaved: a busy machine slows all contenders alike. The first round warms up and does not count. */
async function measured(workloads: readonly Workload[], rounds: number, forMs: number): Promise<Row[]> {
  const processes = new Map<ContenderName, ContenderProcess>(CONTENDERS.map(name => [name, startContender(name)]));
  const answers = new Map<string, Answer[]>();
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const workload of workloads) {
        for (const [name, contender] of processes) {
          const answer = await contender.ask({ workload, forMs: round === 0 ? forMs / 2 : forMs });
          if (round > 0) {
            answers.set(`${workload.name} ${name}`, [...(answers.get(`${workload.name} ${name}`) ?? []), answer]);
          }
        }
      }
    }
  } finally {
    for (const contender of processes.values()) contender.stop();
  }
  return workloads.map(({ name }) => row(name, contender => answers.get(`${name} ${contender}`)!));
}

function row(name: string, answers: (contender: ContenderName) => readonly Answer[]): Row {
  const rate = (contender: ContenderName): number | null => {
    const rates = answers(contender)
      .map(({ perSecond }) => perSecond)
      .filter(perSecond => perSecond !== null);
    return rates.length === 0 ? null : median(rates);
  };
  const [stepwright, peer, floor, jsonata] = [
    rate('stepwright'),
    rate('peer'),
    rate('floor'),
    rate('asynchronous-jsonata'),
  ];
  const correct = (contender: ContenderName): boolean => answers(contender).every(answer => answer.correct);
  const ratio = (other: number | null): number | null =>
    stepwright === null || other === null ? null : stepwright / other;
  return {
    name,
    stepwright,
    peer,
    floor,
    ratioToPeer: ratio(peer),
    ratioToFloor: ratio(floor),
    correct: correct('stepwright'),
    peerCorrect: correct('peer'),
    floorCorrect: floor === null ? null : correct('floor'),
    spread: spread(answers('stepwright').map(({ perSecond }) => perSecond ?? 0)),
    ...(jsonata === null
      ? {}
      : { jsonata, ratioToJsonata: ratio(jsonata), jsonataCorrect: correct('asynchronous-jsonata') }),
  };
}

function withEnforcement(one: Row, workloads: readonly Workload[]): Row {
  return one.name === ENFORCED_WORKLOAD
    ? { ...one, enforcedShare: enforcedShare(workloads.find(({ name }) => name === one.name)!) }
    : one;
}

function enforcementText(rows: readonly Row[]): string[] {
  return rows.flatMap(({ name, enforcedShare: share }) =>
    share === undefined
      ? []
      : ['', `${name} keeps ${Math.round(share * 100)} % of its speed when every call is checked against the role`],
  );
}

void main(process.argv.slice(2));
