import type { Rule } from '../model.ts';
import { noTermination } from './termination/t01-no-termination.ts';
import { atAnyTime } from './termination/t02-at-any-time.ts';
import { materialBreach } from './termination/t03-material-breach.ts';
import { noConsequences } from './termination/t04-no-consequences.ts';
import { autoRenewal } from './termination/t05-auto-renewal.ts';
import { noEnd } from './termination/t06-no-end.ts';
import { rescissionLimit } from './termination/t07-rescission-limit.ts';
import { optOut } from './termination/t08-opt-out.ts';

/** 终止条件不清: how the contract ends, how it goes on, and what is left to settle. */
export const terminationRules: readonly Rule[] = [noTermination, atAnyTime, materialBreach, noConsequences, autoRenewal, noEnd, rescissionLimit, optOut];
