import type { Rule } from '../diagnostic';
import { expressions } from './expressions';
import { fieldValues } from './field-values';
import { misplacedFields } from './misplaced-fields';
import { queryLanguage } from './query-language';
import { requiredFields } from './required-fields';
import { resources } from './resources';
import { stateNames } from './state-names';
import { stateType } from './state-type';
import { timestamps } from './timestamps';
import { transitionFields } from './transition-fields';
import { transitions } from './transitions';

/** All rules, in the order in which their findings are reported. */
export const RULES: readonly Rule[] = [
  requiredFields, stateType, fieldValues, misplacedFields, queryLanguage, transitionFields, stateNames, timestamps, expressions, resources, transitions,
];
