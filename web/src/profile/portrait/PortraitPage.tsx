import { Alert } from 'antd';
import { useParams } from 'react-router';
import type { Customer } from '#api';
import { Await, DetailPage, Loading, Page, useFormat, useTranslation } from '#shell';
import { useCustomer, useRelations } from '../api';
import { CardBadge } from '../cards/CardBadge';
import { Hidden } from '../Hidden';
import { Benefits } from './Benefits';
import { Chapter } from './Chapter';
import { Deliveries } from './Deliveries';
import { Feedback } from './Feedback';
import { Likes } from './Likes';
import { Orders } from './Orders';
import { Origins } from './Origins';
import css from './portrait.module.css';
import { linesOf } from './panels';
import { Relations } from './Relations';
import { Rhythm } from './Rhythm';
import { SourceMark } from './SourceMark';
import { useSourceInks } from './sources';
import { Story } from './Story';
import { factOf, summary, written } from './summary';
import { HeldTraits } from './HeldTraits';
import { Who } from './Who';
import { Worth } from './Worth';

/** 客户360: one customer as a hanging scroll, every stroke with its source. */
export function PortraitPage() {
  const { t } = useTranslation('profile');
  const { id = '' } = useParams();
  const query = useCustomer(id);
  if (query.data) return <Portrait customer={query.data} />;
  return (
    <Page title={t('portrait.title')} up={{ to: '/customers', label: t('title') }}>
      <Await query={query} loading={<Loading rows={14} />}>
        {() => null}
      </Await>
    </Page>
  );
}

function Portrait({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const inks = useSourceInks(customer);
  const { data: kin = [] } = useRelations(customer.id);
  const name = factOf(customer.facts, 'name');
  const has = (...panels: string[]) => panels.some((panel) => linesOf(customer, panel).length > 0);
  const called = written(name?.value, format) ?? t('nameless', { id: customer.id });
  return (
    <DetailPage
      title={called}
      up={{ to: '/customers', label: t('title') }}
      asOf={customer.asOf}
      figuresOf="one"
      heading={
        <span className={css.name}>
          <Hidden text={called} sure={name?.masked} />
          {name?.source && <SourceMark fact={name} inks={inks} />}
          <CardBadge mark={customer.card} />
        </span>
      }
      lead={summary(customer.facts, customer.worth, (key, slots) => t(key, slots ?? {}), format)}
    >
      {typeof customer.was === 'number' && customer.was !== customer.id && (
        <Alert
          type="info"
          showIcon
          className={css.was}
          title={t('portrait.was', { was: customer.was, id: customer.id })}
        />
      )}
      <div className={css.scroll}>
        <Chapter id="who" title={t('chapter.who')}>
          <Who customer={customer} inks={inks} />
        </Chapter>
        <Chapter id="worth" title={t('chapter.worth')}>
          <Worth customer={customer} />
        </Chapter>
        <Chapter id="likes" title={t('chapter.likes')}>
          <Likes id={customer.id} />
        </Chapter>
        <Chapter id="rhythm" title={t('chapter.rhythm')}>
          <Rhythm customer={customer} />
        </Chapter>
        <Chapter id="traits" title={t('chapter.traits')}>
          <HeldTraits customer={customer} />
        </Chapter>
        {has('points', 'coupons') && (
          <Chapter id="benefits" title={t('chapter.benefits')}>
            <Benefits customer={customer} />
          </Chapter>
        )}
        {has('feedback') && (
          <Chapter id="feedback" title={t('chapter.feedback')}>
            <Feedback customer={customer} />
          </Chapter>
        )}
        {(has('relations') || kin.length > 0) && (
          <Chapter id="relations" title={t('chapter.relations')}>
            <Relations customer={customer} kin={kin} />
          </Chapter>
        )}
        <Chapter id="origins" title={t('chapter.origins')}>
          <Origins customer={customer} inks={inks} />
        </Chapter>
        <Chapter id="orders" title={t('chapter.orders')}>
          <Orders customer={customer} />
        </Chapter>
        <Chapter id="story" title={t('chapter.story')}>
          <Story id={customer.id} />
        </Chapter>
        <Chapter id="deliveries" title={t('chapter.deliveries')}>
          <Deliveries customer={customer} />
        </Chapter>
      </div>
    </DetailPage>
  );
}
