import type { Target } from '../engine/target';
import { exports } from './exports';
import { features } from './features';
import { fixes } from './fixes';
import { formatter } from './formatter';
import { json } from './json';
import { library } from './library';
import { parser } from './parser';
import { reparse } from './reparse';
import { rewrites } from './rewrites';
import { rules } from './rules';
import { speed } from './speed';

/** What is fuzzed in one process; the server has a harness of its own. */
export const TARGETS: readonly Target[] = [
  parser,
  reparse,
  rules,
  fixes,
  formatter,
  rewrites,
  json,
  exports,
  library,
  features,
  speed,
];
