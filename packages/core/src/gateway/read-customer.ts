import type { Customer } from '@fairwell/contract';
import type { FairwellError } from '../errors.js';
import {
  fail,
  isRecord,
  nullable,
  object,
  optional,
  record,
  text,
  unknown,
  type Rule,
  type Shape,
} from '../flow/rules.js';
import { faultsIn } from './faults-in.js';

/** Many a host's own data has `null` for what is not known. */
const word = optional(nullable(text({})));
const simple: Rule = (value, path) => {
  if (!['string', 'number', 'boolean'].includes(typeof value))
    fail(path, 'a text, a number, or true or false', isRecord(value) ? 'an object' : String(value));
};

const shape: Shape<Customer> = {
  id: text({}),
  email: word,
  name: word,
  firstName: word,
  lastName: word,
  phone: word,
  metadata: optional(nullable(record(simple))),
};

function isCustomer(value: object): value is Customer {
  return faultsIn(object(shape), value, 'customer').length === 0;
}

/** The customer as far as they can be told of, and what is wrong with the rest. */
export function readCustomer(value: unknown): { customer: Customer; faults: FairwellError[] } {
  const nobody = { id: '' };
  if (!isRecord(value))
    return { customer: nobody, faults: faultsIn(record(unknown), value, 'customer') };
  const found = Object.entries(shape).map(
    ([name, rule]) => [name, faultsIn(rule, value[name], `customer.${name}`)] as const,
  );
  const sound = found.filter(([name, faults]) => name in value && faults.length === 0);
  const customer = { ...nobody, ...Object.fromEntries(sound.map(([name]) => [name, value[name]])) };
  return {
    customer: isCustomer(customer) ? customer : nobody,
    faults: found.flatMap(([, faults]) => faults),
  };
}
