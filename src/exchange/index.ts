export type { ChannelEntry, ChannelKey, ExchangeEntry, Side } from './entries.ts';
export { type ChannelState, Exchange, type ExchangeEvent, type Step } from './exchange.ts';
export { exchangeFindings } from './findings.ts';
export { type ExchangeLimits, usualLimits } from './limits.ts';
export { type ExchangeService, exchangePart } from './part.ts';
export { draftsOf, type ExchangeDraft, entriesOf, exchangeRecords } from './records.ts';
export type { Effect, ExchangeMeans, Partner, Wired } from './turn.ts';
