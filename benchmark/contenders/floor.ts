import type { Json } from '../../src/asl';
import { FLOORS } from '../floors';
import { serve } from './measure';
import { taskOf } from './task';

serve(workload => {
  const floor = FLOORS.find(({ fits }) => fits.test(workload.name));
  return (
    floor &&
    (() => floor.run(workload.input as never, workload.definition as never, taskOf(workload) as (input: Json) => Json))
  );
});
