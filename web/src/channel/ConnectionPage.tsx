import { Button, Input, InputNumber, Popconfirm } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ProblemError, type Connection, type Spec } from '#api';
import { SpecForm, type Filled } from '#form';
import {
  Await,
  Complaint,
  Loading,
  Page,
  Panel,
  useCurrency,
  useLabel,
  useTranslation,
} from '#shell';
import { useConnection, useKinds, useRetire, useSaveConnection } from './api';
import css from './channel.module.css';
import { ReceiptAddress } from './ReceiptAddress';

/** A channel being connected: the form is what its kind asks for. */
export function NewConnectionPage() {
  const { t } = useTranslation('channel');
  const kinds = useKinds();
  return (
    <Page title={t('connect')} lead={t('newLead')} up={{ to: '/channels', label: t('title') }}>
      <Await query={kinds} loading={<Loading rows={10} />}>
        {(specs) => {
          const spec = specs[0];
          return spec ? <ConnectionForm spec={spec} connection={null} /> : null;
        }}
      </Await>
    </Page>
  );
}

/** A connection as it was filled in, its address for receipts, and its end. */
export function ConnectionPage() {
  const { t } = useTranslation('channel');
  const label = useLabel();
  const { id = '' } = useParams();
  const kinds = useKinds();
  const connection = useConnection(id);
  const title = connection.data ? label(connection.data.label) : t('title');
  return (
    <Page title={title} up={{ to: '/channels', label: t('title') }}>
      <Await query={connection} loading={<Loading rows={10} />}>
        {(found) => (
          <Await query={kinds} loading={<Loading rows={10} />}>
            {(specs) => {
              const spec = specs.find((one) => one.id === found.kind);
              return spec ? (
                <>
                  <ConnectionForm key={found.id} spec={spec} connection={found} />
                  <ReceiptAddress id={found.id} />
                  <End id={found.id} />
                </>
              ) : null;
            }}
          </Await>
        )}
      </Await>
    </Page>
  );
}

function ConnectionForm({ spec, connection }: { spec: Spec; connection: Connection | null }) {
  const { t } = useTranslation('channel');
  const label = useLabel();
  const currency = useCurrency();
  const navigate = useNavigate();
  const save = useSaveConnection(connection?.id ?? null);
  const [name, setName] = useState(connection ? label(connection.label) : label(spec.label));
  const [price, setPrice] = useState(connection?.price ?? 0);
  const faults = save.error instanceof ProblemError ? save.error.faults : [];
  const unnamed = faults.find((fault) => fault.place === 'label')?.message;
  const keep = ({ settings, secrets }: Filled) =>
    save.mutate(
      { label: name, kind: spec.id, settings, secrets, price },
      {
        onSuccess: (made) => {
          if (!connection) void navigate(`/channels/${encodeURIComponent(made.id)}`);
        },
      },
    );
  return (
    <>
      <Panel title={t('basics')} text={label(spec.about)}>
        <div className={css.form}>
          <label htmlFor="channel-name">{t('name')}</label>
          <Input
            id="channel-name"
            maxLength={60}
            value={name}
            {...(unnamed ? { status: 'error' as const } : {})}
            onChange={(event) => {
              setName(event.target.value);
              save.reset();
            }}
          />
          {unnamed && <p className={css.bad}>{unnamed}</p>}
          <label htmlFor="channel-price">{t('priceLabel')}</label>
          <InputNumber
            id="channel-price"
            min={0}
            step={0.001}
            value={price}
            suffix={currency}
            onChange={(value) => {
              setPrice(value ?? 0);
              save.reset();
            }}
          />
          <p className={css.quiet}>{t('priceHint')}</p>
        </div>
      </Panel>
      <SpecForm
        // Once kept, secrets stand there as kept.
        key={JSON.stringify(connection?.secrets ?? {})}
        spec={spec}
        settings={connection?.settings ?? {}}
        secretsSetAt={connection?.secrets ?? {}}
        error={save.error}
        pending={save.isPending}
        save={t(connection ? 'save' : 'connect')}
        saved={save.isSuccess && <span className={css.saved}>{t('saved')}</span>}
        onSave={keep}
        onChange={() => save.reset()}
      />
    </>
  );
}

/** No longer offered; what was sent by it stays known. */
function End({ id }: { id: string }) {
  const { t } = useTranslation('channel');
  const navigate = useNavigate();
  const retire = useRetire(id);
  return (
    <Panel title={t('end.title')} text={t('end.text')}>
      <Complaint error={retire.error} />
      <Popconfirm
        title={t('end.ask')}
        okText={t('end.ok')}
        cancelText={t('end.cancel')}
        onConfirm={() => retire.mutate(undefined, { onSuccess: () => void navigate('/channels') })}
      >
        <Button danger loading={retire.isPending}>
          {t('end.ok')}
        </Button>
      </Popconfirm>
    </Panel>
  );
}
