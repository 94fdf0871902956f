import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingView } from './finding-view.tsx';
import { canVerify } from './keys.ts';
import classes from './proofs.module.css';
import { type Finding, verify } from './verify.ts';

/** Takes a file by choice or drop and checks it here: it is not sent anywhere. */
export function FileCheck() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<{ name: string; finding: Finding } | null>(null);

  const check = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setFound(null);
    try {
      setFound({ name: file.name, finding: await verify(new Uint8Array(await file.arrayBuffer())) });
    } finally {
      setBusy(false);
    }
  };

  if (!canVerify()) return <p>{t('verifying.noCrypto')}</p>;
  return (
    <>
      <div
        role="group"
        aria-label={t('verifying.drop')}
        className={isOver ? `${classes.drop} ${classes.over}` : classes.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void check(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".ndjson,application/x-ndjson"
          className="visually-hidden"
          aria-label={t('verifying.choose')}
          tabIndex={-1}
          onChange={({ target }) => {
            const file = target.files?.[0];
            void check(file).then(() => (target.value = ''));
          }}
        />
        <Button type="primary" size="large" loading={isBusy} onClick={() => input.current?.click()}>
          {t('verifying.choose')}
        </Button>
        <p className={classes.hint}>{t('verifying.drop')}</p>
      </div>
      <div role="status">{found && <FindingView name={found.name} finding={found.finding} />}</div>
    </>
  );
}
