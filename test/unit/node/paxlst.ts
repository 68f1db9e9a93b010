import { encodeUtf8 } from '#kernel';

export interface Flight {
  readonly from?: string;
  readonly to?: string;
  readonly conveyance?: string;
  readonly family?: string;
  readonly given?: string;
  readonly born?: string;
  readonly transaction?: string;
  readonly reference?: string;
  readonly expiry?: string;
  readonly functionCode?: string;
  readonly departs?: string;
  readonly arrives?: string;
}

/** One interactive passenger list with one traveller, as a carrier writes it. */
export function paxlst(flight: Flight = {}): Uint8Array {
  const {
    from = 'YYZ',
    to = 'MEX',
    conveyance = 'AC991',
    family = 'TREMBLAY',
    given = 'LUCIE',
    born = '810402',
  } = flight;
  const {
    transaction = '1000001',
    reference = 'ABO1',
    expiry = '300101',
    functionCode,
    departs = '2612011420',
    arrives = '2612011905',
  } = flight;
  const segments = [
    'UNH+PAX001+PAXLST:D:05B:UN:IATA+190924000+01:F',
    functionCode === undefined ? 'BGM+745' : `BGM+745+${functionCode}`,
    `RFF+TN:${transaction}`,
    'NAD+MS+++AIR CANADA OPS',
    'COM+514 555 0100:TE',
    `TDT+20+${conveyance}+++${conveyance.slice(0, 2)}`,
    `LOC+125+${from}`,
    `DTM+189:${departs}:201`,
    `LOC+87+${to}`,
    `DTM+232:${arrives}:201`,
    `NAD+FL+++${family}:${given}`,
    'ATT+2++F',
    `DTM+329:${born}`,
    'GEI+4+173',
    `LOC+178+${from}`,
    `LOC+179+${to}`,
    'NAT+2+CAN',
    'RFF+AVF:MWZRDQ',
    `RFF+ABO:${reference}`,
    'DOC+P:110:ZZZ+GA123456',
    `DTM+36:${expiry}`,
    'LOC+91+CAN',
    'CNT+42:1',
  ];
  const body = [...segments, `UNT+${segments.length + 1}+PAX001`];
  const whole = [
    'UNB+UNOA:4+AC+CBSA+261124:1000+1909240000001++IAPI+O',
    'UNG+PAXLST+AC+CBSA+261124:1000+1+UN+D:05B',
    ...body,
    'UNE+1+1',
    'UNZ+1+1909240000001',
  ];
  return encodeUtf8(`${whole.join("'")}'`);
}
