import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Campaign, CampaignCost } from '#api';
import { Complaint, useCurrency, useFormat, useTranslation } from '#shell';
import { useStateCost } from '../api';
import css from '../campaign.module.css';
import { amountOf, OTHER, PER_MESSAGE, type Amount, type Limits } from './amount';

/** What a campaign cost, now that the bill has come. Filled in with what is known so far. */
export function CostDialog({
  campaign,
  cost,
  onClose,
}: {
  campaign: Campaign;
  cost: CampaignCost;
  onClose: () => void;
}) {
  const { t } = useTranslation('campaign');
  const { message } = App.useApp();
  const [each, setEach] = useState(() => written(cost.now.perMessage));
  const [other, setOther] = useState(() => written(cost.now.other));
  const [note, setNote] = useState('');
  const state = useStateCost(campaign.id);
  const perMessage = amountOf(each, PER_MESSAGE);
  const beside = amountOf(other, OTHER);
  const same =
    valueOf(perMessage) === cost.now.perMessage && (valueOf(beside) ?? 0) === cost.now.other;
  const save = () =>
    state.mutate(
      {
        costPerMessage: valueOf(perMessage),
        otherCost: valueOf(beside) ?? 0,
        note,
        seen: cost.stated.length,
      },
      {
        onSuccess: () => {
          void message.success(t('cost.saved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('cost.title')}
      okText={t('cost.save')}
      cancelText={t('cancel')}
      confirmLoading={state.isPending}
      okButtonProps={{ disabled: same || perMessage.kind === 'bad' || beside.kind === 'bad' }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.form}>
        <AmountField
          id="cost-each"
          label={t('measure.cost')}
          text={each}
          amount={perMessage}
          limits={PER_MESSAGE}
          hint={t(campaign.kind === 'imported' ? 'cost.eachOfLog' : 'cost.each')}
          onChange={setEach}
        />
        <AmountField
          id="cost-other"
          label={t('measure.otherCost')}
          text={other}
          amount={beside}
          limits={OTHER}
          hint={t('measure.otherCostHint')}
          onChange={setOther}
        />
        <label htmlFor="cost-note">{t('cost.note')}</label>
        <Input
          id="cost-note"
          maxLength={200}
          value={note}
          placeholder={t('cost.noteExample')}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className={css.quiet}>{t('cost.kept')}</p>
        <Complaint error={state.error} />
      </div>
    </Modal>
  );
}

function AmountField({
  id,
  label,
  text,
  amount,
  limits,
  hint,
  onChange,
}: {
  id: string;
  label: string;
  text: string;
  amount: Amount;
  limits: Limits;
  hint: string;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const currency = useCurrency();
  const bad = amount.kind === 'bad';
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        suffix={currency}
        placeholder={t('what.costUnsaid')}
        status={bad ? 'error' : ''}
        aria-invalid={bad}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className={bad ? css.wrong : css.quiet} aria-live="polite">
        {bad
          ? t(`cost.bad.${amount.why}`, {
              most: format.full(limits.most),
              places: limits.places,
            })
          : hint}
      </p>
    </>
  );
}

const written = (amount: number | undefined) => (amount === undefined ? '' : String(amount));
const valueOf = (amount: Amount) => (amount.kind === 'of' ? amount.value : undefined);
