export { createFaults, type Fault, type Faults, type Letter } from './faults.ts';
export { createHttpTransport, type HttpOptions, type HttpPartner } from './http.ts';
export { createInProcessTransport, type Receive } from './in-process.ts';
export type { Transport } from './transport.ts';
