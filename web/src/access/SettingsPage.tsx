import { AddressTabs, Page, useRight, useTranslation } from '#shell';
import { Company } from './Company';
import { Hosts } from './Hosts';
import { Password } from './Password';
import { People } from './People';
import { TrailTable } from './TrailTable';

/** 设置: one's own password for everybody; people, company and trail for administrators. */
export function SettingsPage() {
  const { t } = useTranslation('access');
  const mayAdminister = useRight('ADMIN');
  const own = { key: 'password', label: t('tab.password'), children: <Password /> };
  return (
    <Page title={t('title')}>
      <AddressTabs
        tabs={
          mayAdminister
            ? [
                { key: 'people', label: t('tab.people'), children: <People /> },
                { key: 'company', label: t('tab.company'), children: <Company /> },
                { key: 'outbound', label: t('tab.outbound'), children: <Hosts /> },
                own,
                { key: 'trail', label: t('tab.trail'), children: <TrailTable /> },
              ]
            : [own]
        }
      />
    </Page>
  );
}
