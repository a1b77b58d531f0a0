import { fireEvent, screen } from '@testing-library/react';
import { it } from 'vitest';
import { open, serve, signedIn } from '#testing';
import { profile } from '../section';

const analyst = { ...signedIn, rights: ['VIEW', 'EXPORT', 'DEFINE', 'CURATE'] };
const method = { type: 'grouped', by: ['given_name'], least: 20, percent: 70 };
const accuracy = {
  known: 1000,
  missing: 400,
  hidden: 200,
  answered: 180,
  hits: 171,
  usualHits: 110,
  from: 0.908,
  to: 0.973,
  verdict: 'better',
};
const answers = {
  'GET /api/session': analyst,
  'GET /api/refresh/runs': [],
  'GET /api/segments/vocabulary': { attributes: [], behaviours: [], traits: [] },
  'GET /api/profile/imputation': {
    customers: 1400,
    fields: [
      {
        field: 'gender',
        label: { zh: '性别', en: 'Gender' },
        type: 'text',
        codes: [],
        keys: [{ name: 'given_name', label: { zh: '名字', en: 'Given name' } }],
        known: 868,
        imputed: 294,
        rule: { method, accuracy, filled: 294 },
      },
    ],
  },
  'POST /api/profile/imputation/trial': {
    accuracy: { ...accuracy, hits: 111, verdict: 'no_better' },
    filled: 294,
    hidden: [{ customer: 7, name: '陈玉生', known: '男', guess: '女' }],
    missing: [],
  },
};

it('counts what is inferred beside what is filled, and says how right the rule is', async () => {
  serve(answers);
  open('/quality/imputation', [profile]);
  await screen.findByText('填写率 62.0%，另有 21.0% 为推算');
  await screen.findByText('名字相同的人里最多的值（至少 20 人已知，且占 70% 以上）');
  await screen.findByText('命中率 95.0%（90.8% – 97.3%），n=180');
});

it('tries a method on hidden values, and warns of one that is no better than the baseline', async () => {
  serve(answers);
  open('/quality/imputation?field=gender', [profile]);
  fireEvent.click(await screen.findByRole('button', { name: /试\s?算/ }));
  await screen.findByText('61.7%');
  await screen.findByText('不比人人填同一个值更准');
  await screen.findByText('推算 女');
});

it('is closed to who sees some customers only', async () => {
  serve({ ...answers, 'GET /api/session': { ...analyst, everybody: false } });
  open('/quality/imputation', [profile]);
  await screen.findByText(
    '推算规则对全部客户生效，而您只能看到部分客户。需要查看或更改，请联系管理员。',
  );
});
