import { expect, it } from 'vitest';
import type { ImportCheck, QuarantinedCell } from '#api';
import { guessOrigin } from './origins';
import { checkStanding } from './standing';

const cell = (line: number, severity: 'quarantine' | 'warn'): QuarantinedCell => ({
  line,
  severity,
  reason: 'quality.number-invalid',
  message: '',
});
const check = (quarantined: QuarantinedCell[]): ImportCheck => ({
  rows: { columns: [], rows: [] },
  quarantined,
  faults: [],
});

/** Two refused cells of one line are one row; a value that is only dropped costs none. */
it('counts the rows that would be set aside', () => {
  const found = [cell(3, 'quarantine'), cell(3, 'quarantine'), cell(5, 'quarantine')];
  expect(checkStanding(check([...found, cell(9, 'warn')]), false)).toEqual({
    state: 'look',
    text: 'rail.quarantined',
    n: 2,
  });
  expect(checkStanding(check([cell(9, 'warn')]), false).state).toBe('ok');
  expect(checkStanding(undefined, false).state).toBe('wait');
  expect(checkStanding(undefined, true).state).toBe('fault');
});

it('takes the system from the name of the file', () => {
  const erp = { source: 'erp', label: { zh: '进销存', en: 'ERP' } };
  const of = (name: string) => guessOrigin(name, [erp])?.source ?? null;
  expect(
    [
      'crm-会员.xlsx',
      'erp 订单.csv',
      '触达-春季.csv',
      '六月会员.xlsx',
      'post.csv',
      'Sheet1.csv',
    ].map(of),
  ).toEqual(['crm', 'erp', 'messages', 'crm', null, null]);
});
