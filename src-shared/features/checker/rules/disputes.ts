import type { Rule } from '../model.ts';
import { noDisputeClause } from './disputes/d01-no-dispute-clause.ts';
import { bothWays } from './disputes/d02-both-ways.ts';
import { institution } from './disputes/d03-institution.ts';
import { court } from './disputes/d04-court.ts';
import { foreignElements } from './disputes/d05-foreign.ts';
import { negotiation } from './disputes/d06-negotiation.ts';
import { service } from './disputes/d07-service.ts';

/** 争议解决方式: who decides a dispute, by what law, and how it reaches the other side. */
export const disputeRules: readonly Rule[] = [noDisputeClause, bothWays, institution, court, foreignElements, negotiation, service];
