import { valueOf } from './template-of';

// backtracking over them would take longer than the process lives
if (require.main === module) {
  for (const value of [{ 'Fn::Sub': '${'.repeat(200_000) }, '{{resolve:'.repeat(50_000)]) {
    process.stdout.write(`${JSON.stringify((valueOf(value) as string).length)}\n`);
  }
}
