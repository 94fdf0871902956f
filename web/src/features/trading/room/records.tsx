import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { PaperLinks } from '../papers/paper-links.tsx';
import type { Room } from './api.ts';
import classes from './room.module.css';

/** The record anybody may take home and recompute, and the public papers. */
export function Records({ room }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <div className={classes.stack}>
      <p>{t('trading.records.text')}</p>
      <p className={classes.acts}>
        <Button icon={<DownloadOutlined aria-hidden />} href={paths.bundle(room.id)} download>
          {t('trading.records.bundle')}
        </Button>
        <a href={paths.eventFile(room.id)} download>{t('trading.records.download')}</a>
        <Link to={paths.verifying}>{t('kernel.nav.verifying')}</Link>
      </p>
      <PaperLinks papers={room.papers} />
    </div>
  );
}
