import {
  ATTACK_TYPES,
  COUNT_UNITS,
  type CountUnit,
  DATA_CLASSES,
  DATE_ROLES,
  type DateRole,
  INCIDENT_STATUSES,
  type IncidentStatus,
  SECTORS,
} from '../../model/index.js';
import { StoreError } from '../errors.js';
import type { Override } from './overrides.js';
import type { IncidentRecord } from './record.js';

type Change = (record: IncidentRecord, value: string) => IncidentRecord;

const oneOf = <T extends string>(allowed: readonly T[], value: string, field: string): T => {
  const found = allowed.find((a) => a === value);
  if (found === undefined) throw new StoreError(`${field}: '${value}' is none of ${allowed.join(', ')}`);
  return found;
};
const list = (value: string): string[] =>
  value
    .split(',')
    .map((v) => v.trim())
    .filter((v) => v !== '');

const count =
  (unit: CountUnit): Change =>
  (record, value) => {
    if (!/^\d{1,15}$/.test(value)) throw new StoreError(`'${value}' is no plain whole number`);
    const others = record.counts.map((c) => (c.unit === unit ? { ...c, settled: false } : c));
    const set = {
      unit,
      value: Number(value),
      low: null,
      qualifier: 'exact',
      settled: true,
      status: record.status,
    } as const;
    return {
      ...record,
      counts: [{ ...set, first_published: null, last_published: null, paths: [] }, ...others],
    };
  };

const date =
  (role: DateRole): Change =>
  (record, value) => {
    if (!/^\d{4}(?:-\d\d){0,2}$/.test(value))
      throw new StoreError(`'${value}' is no date like 2025-02-05, 2025-02 or 2025`);
    const precision = value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year';
    const others = record.dates.map((d) => (d.role === role ? { ...d, settled: false } : d));
    return {
      ...record,
      dates: [{ role, value, precision, certain: true, settled: true, paths: [] }, ...others],
    };
  };

const names = (value: string): { name: string; aliases: string[] }[] =>
  list(value).map((entry) => {
    const [name = '', ...aliases] = entry.split('|').map((n) => n.trim());
    return { name, aliases };
  });

const CHANGES: Readonly<Record<string, Change>> = {
  title: (record, value) => ({ ...record, title: value }),
  victims: (record, value) => ({ ...record, victims: names(value) }),
  actors: (record, value) => ({ ...record, actors: names(value) }),
  malware: (record, value) => ({ ...record, malware: names(value) }),
  country: (record, value) => {
    if (!/^[A-Z]{2}$/.test(value))
      throw new StoreError(`country: '${value}' is no ISO 3166-1 alpha-2 code like JP`);
    return { ...record, country: value };
  },
  sector: (record, value) => ({ ...record, sector: oneOf(SECTORS, value, 'sector') }),
  status: (record, value) => ({
    ...record,
    status: oneOf<IncidentStatus>(INCIDENT_STATUSES, value, 'status'),
  }),
  volume: (record, value) => ({ ...record, volume: value }),
  attack_types: (record, value) => ({
    ...record,
    attack_types: list(value).map((v) => oneOf(ATTACK_TYPES, v, 'attack_types')),
  }),
  leaked: (record, value) => ({
    ...record,
    leaked: list(value).map((v) => ({ value: oneOf(DATA_CLASSES, v, 'leaked'), documents: 0 })),
  }),
  not_leaked: (record, value) => ({
    ...record,
    not_leaked: list(value).map((v) => ({ value: oneOf(DATA_CLASSES, v, 'not_leaked'), documents: 0 })),
  }),
  ...Object.fromEntries(COUNT_UNITS.map((unit) => [`${unit}_affected`, count(unit)])),
  ...Object.fromEntries(DATE_ROLES.map((role) => [`${role}_on`, date(role)])),
};

/** Fields of an incident that a person may set. */
export const SETTABLE: readonly string[] = Object.keys(CHANGES);

/**
 * Sets one field of a record.
 *
 * @throws StoreError where there is no such field or the value is none of its vocabulary
 */
export function setField(record: IncidentRecord, field: string, value: string): IncidentRecord {
  const change = CHANGES[field];
  if (change === undefined)
    throw new StoreError(`'${field}' cannot be set; these can: ${SETTABLE.join(', ')}`);
  return { ...change(record, value), set_by_hand: [...new Set([...record.set_by_hand, field])].sort() };
}

/** Applies what people set, in the order in which they did. */
export function applySetFields(record: IncidentRecord, overrides: readonly Override[]): IncidentRecord {
  return [...overrides]
    .sort((a, b) => a.override_id - b.override_id)
    .reduce((made, o) => setField(made, o.target, o.value ?? ''), record);
}
