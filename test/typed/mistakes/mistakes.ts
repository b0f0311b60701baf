/* eslint-disable @typescript-eslint/no-unused-expressions -- each line is a mistake that the compiler has to refuse */
import type { DynamoDB } from '@aws-sdk/client-dynamodb';
import { Duration, aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { LocalWorkflow, returnsPayload } from '../../../src/testing';
import * as t from '../../../src/typed';
import { infrastructure, order, type ChargeHandler, type Order, type ReserveHandler } from '../order';

const { reserve, charge } = infrastructure();
const reserveFn = t.lambda<ReserveHandler>(reserve);
const chargeFn = t.lambda<ChargeHandler>(charge);
const dynamo = t.sdk<DynamoDB>('dynamodb');
const start = t.flow<Order>();
const charged = start.task('Charge', $ => chargeFn.invoke({ id: $.input.id, amount: 1 }));
