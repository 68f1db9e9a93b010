import { Facts, Panel, useHouse, useRead, useSpeech, Verbatim } from '#ui';
import { Told } from './told.tsx';

interface LedgerHead {
  readonly size: number;
  readonly chain: string;
  readonly root: string;
}

export const useLedgerHead = () => {
  const { person } = useHouse();
  return useRead<LedgerHead>(person.may('ledger.read') ? '/api/ledger/head' : undefined, { renewOn: () => true });
};

/** The end of the ledger: what every proof of this node is checked against. */
export function ProofPanel() {
  const { say, format } = useSpeech();
  const read = useLedgerHead();
  return (
    <Panel title={say('console.ledger')} aside={say('console.ledger.rule')}>
      <Told read={read}>
        {({ size, chain, root }) => (
          <Facts
            rows={[
              { key: 'size', title: say('console.ledger.size'), value: format.number(size) },
              { key: 'chain', title: say('console.ledger.chain'), value: <Verbatim mono>{chain}</Verbatim> },
              { key: 'root', title: say('console.ledger.root'), value: <Verbatim mono>{root}</Verbatim> },
            ]}
          />
        )}
      </Told>
    </Panel>
  );
}
