import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newestQuery } from '../../features/catalogue/search/api.ts';
import { PatentCard } from '../../features/catalogue/search/patent-card.tsx';
import { currentAuctionsQuery } from '../../features/trading/auctions/api.ts';
import { AuctionCard } from '../../features/trading/auctions/auction-card.tsx';
import { paths } from '../../shared/paths.ts';
import { CardGrid } from '../../shared/ui/grid.tsx';
import { Loaded } from '../../shared/ui/loaded.tsx';
import { PageTitle } from '../../shared/ui/page.tsx';
import { Empty } from '../../shared/ui/states.tsx';
import classes from './home.module.css';
import { SearchBox } from './search-box.tsx';
import { Steps } from './steps.tsx';

export function HomePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle />
      <section className={classes.hero}>
        <Lattice />
        <div className={classes.heroIn}>
          <h1 className={classes.title}>{t('kernel.home.title')}</h1>
          <p className={classes.lead}>{t('kernel.home.lead')}</p>
          <SearchBox />
        </div>
      </section>
      <div className={classes.body}>
        <Part title={t('kernel.home.running')} more={t('kernel.home.allAuctions')} to={paths.auctions}>
          <CurrentAuctions />
        </Part>
        <Part
          title={t('kernel.home.newest')}
          more={t('kernel.home.allListings')}
          to={`${paths.catalogue}?status=ForSale&sort=Newest`}
        >
          <NewestListings />
        </Part>
        <section className={classes.part}>
          <h2 className={classes.partTitle}>{t('kernel.home.way')}</h2>
          <Steps />
        </section>
      </div>
    </>
  );
}

function Part(props: { title: string; more: string; to: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div className={classes.partHead}>
        <h2 className={classes.partTitle}>{props.title}</h2>
        <Link to={props.to}>{props.more}</Link>
      </div>
      {props.children}
    </section>
  );
}

function CurrentAuctions() {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(currentAuctionsQuery)}>
      {(auctions) =>
        auctions.length === 0 ? (
          <Empty title={t('kernel.home.noAuctions')} hint={t('kernel.home.noAuctionsHint')} />
        ) : (
          <CardGrid label={t('kernel.home.running')}>
            {auctions.map((auction) => <AuctionCard key={auction.id} auction={auction} />)}
          </CardGrid>
        )
      }
    </Loaded>
  );
}

function NewestListings() {
  const { t } = useTranslation();
  return (
    <Loaded query={useQuery(newestQuery)}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('kernel.home.noListings')} hint={t('kernel.home.noListingsHint')} />
        ) : (
          <CardGrid label={t('kernel.home.newest')}>
            {items.map((patent) => <PatentCard key={patent.id} patent={patent} />)}
          </CardGrid>
        )
      }
    </Loaded>
  );
}

/** A body-centred lattice, the structure of vanadium; decoration only. */
function Lattice() {
  const steps = [0, 1, 2, 3, 4];
  return (
    <svg className={classes.lattice} viewBox="0 0 440 300" aria-hidden="true" preserveAspectRatio="xMaxYMid slice">
      {steps.map((row) =>
        steps.map((column) => {
          const x = 40 + column * 84 + row * 18;
          const y = 20 + row * 66;
          return (
            <g key={`${row}-${column}`}>
              <path d={`M${x} ${y}h84M${x} ${y}l18 66M${x} ${y}l51 33`} />
              <circle cx={x} cy={y} r="4.5" />
              <circle className={classes.centre} cx={x + 51} cy={y + 33} r="3" />
            </g>
          );
        }),
      )}
    </svg>
  );
}
