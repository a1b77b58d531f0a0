import { Button, Form, Input, Select } from 'antd';
import type { CompanySettings } from '#api';
import { Complaint, Panel, useSession, useTranslation } from '#shell';
import css from './access.module.css';
import { useSaveCompany } from './api';

const currencies = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD'];
const zones = Intl.supportedValuesOf('timeZone');

const options = (all: string[], current: string) =>
  (all.includes(current) ? all : [current, ...all]).map((value) => ({ value, label: value }));

/** 公司: a name at any time; zone and currency until the first data are there. */
export function Company() {
  const { t } = useTranslation('access');
  const { company } = useSession();
  const save = useSaveCompany();
  const fixed = !company.empty;
  return (
    <Panel title={t('company.title')}>
      <Form<CompanySettings>
        className={css.form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: company.name, zone: company.zone, currency: company.currency }}
        onFinish={(entered) => save.mutate(entered)}
        onValuesChange={() => save.reset()}
      >
        <Form.Item name="name" label={t('company.name')}>
          <Input maxLength={40} placeholder={t('company.nameHint')} />
        </Form.Item>
        <Form.Item
          name="zone"
          label={t('company.zone')}
          extra={t(fixed ? 'company.fixed' : 'company.zoneText')}
        >
          <Select showSearch disabled={fixed} options={options(zones, company.zone)} />
        </Form.Item>
        <Form.Item
          name="currency"
          label={t('company.currency')}
          extra={t(fixed ? 'company.fixed' : 'company.currencyText')}
        >
          <Select disabled={fixed} options={options(currencies, company.currency)} />
        </Form.Item>
        <Complaint error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('company.save')}
        </Button>
        {save.isSuccess && <span className={css.saved}>{t('saved')}</span>}
      </Form>
    </Panel>
  );
}
