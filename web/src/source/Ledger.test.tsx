import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Studio, switchLanguage } from '#shell';
import { Ledger } from './Ledger';

const counts = { landed: 100, clean: 80, quarantined: 7, merged: 3, superseded: 10 };

it('shows an account that adds up', () => {
  switchLanguage('zh');
  render(
    <Studio>
      <Ledger counts={counts} />
    </Studio>,
  );
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    '导入行数 100 = 可用 80 + 重复合并 3 + 被新数据替换 10 + 隔离 7',
  );
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says so when it does not', () => {
  switchLanguage('zh');
  render(
    <Studio>
      <Ledger counts={{ ...counts, clean: 78 }} />
    </Studio>,
  );
  expect(screen.getByRole('alert').textContent).toBe('账不平，差 2 行，请联系管理员');
});
