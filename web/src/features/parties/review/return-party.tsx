import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { type Party, returnParty } from '../onboarding/api.ts';
import { ITEMS } from '../onboarding/kinds.ts';
import classes from './review.module.css';

type Item = Server['PartyItem'];

/** Sends the form back for 补正: item by item, each with what is missing. */
export function ReturnParty({ party }: { party: Party }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [reasons, setReasons] = useState<Partial<Record<Item, string>>>({});
  const command = useCommand((items: Server['ReturnedItemView'][], commandId) => returnParty(party.id, items, commandId), {
    done: t('parties.review.done'),
    onDone: () => setOpen(false),
  });
  const items = ITEMS.filter((item) => reasons[item] !== undefined).map((item) => ({ item, reason: (reasons[item] ?? '').trim() }));
  const isReady = items.length > 0 && items.every(({ reason }) => reason !== '');
  const tick = (item: Item, on: boolean) =>
    setReasons(({ [item]: _, ...rest }) => (on ? { ...rest, [item]: '' } : rest));
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('parties.review.return')}</Button>
      {isOpen && (
        <Modal
          open
          title={t('parties.review.return')}
          okText={t('parties.review.return')}
          cancelText={t('kernel.act.cancel')}
          okButtonProps={{ disabled: !isReady, loading: command.isPending }}
          onOk={() => command.mutate(items)}
          onCancel={() => setOpen(false)}
        >
          <p>{t('parties.review.explain.return')}</p>
          {ITEMS.map((item) => (
            <div key={item} className={classes.item}>
              <Checkbox checked={reasons[item] !== undefined} onChange={({ target }) => tick(item, target.checked)}>
                {t(`parties.item.${item}`)}
              </Checkbox>
              {reasons[item] !== undefined && (
                <Input
                  aria-label={t('parties.review.reasonFor', { item: t(`parties.item.${item}`) })}
                  placeholder={t('parties.review.reason')}
                  maxLength={500}
                  value={reasons[item]}
                  onChange={(event) => setReasons({ ...reasons, [item]: event.target.value })}
                />
              )}
            </div>
          ))}
        </Modal>
      )}
    </>
  );
}
