/**
 * How the printed report looks: on its own, as a file that anybody opens, and in the console. Black on white, letter or
 * A4; what a colour would say is said by a word, so that a copy of a copy can be read.
 */
export const style = `
:root { color-scheme: light; }
.sheet { font: 10.5pt/1.4 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #16202b; background: #fff;
  max-width: 190mm; margin: 0 auto; padding: 12mm; }
.sheet h1 { font-size: 20pt; line-height: 1.15; margin: 0 0 1mm; }
.sheet h2 { font-size: 13pt; margin: 9mm 0 1mm; border-top: 0.6mm solid #16202b; padding-top: 2mm; break-after: avoid; }
.sheet h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
.sheet .plan, .sheet .asof, .sheet .basis { color: #4b5866; margin: 0 0 1.5mm; }
.sheet .numbers { margin: 4mm 0; padding: 3mm 4mm; border: 0.3mm solid #76838f; }
.sheet .numbers p { margin: 0 0 1mm; }
.sheet .wide { overflow-x: auto; }
.sheet table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 1.3; font-variant-numeric: tabular-nums; }
.sheet thead { display: table-header-group; }
.sheet th { text-align: left; font-weight: 600; }
.sheet th, .sheet td { border-bottom: 0.2mm solid #b9c2cb; padding: 1.2mm 2mm 1.2mm 0; vertical-align: top; }
.sheet thead th { border-bottom: 0.4mm solid #16202b; }
.sheet tr { break-inside: avoid; }
.sheet .key { white-space: nowrap; color: #4b5866; }
.sheet .title { width: 38%; }
.sheet .late { font-weight: 700; }
.sheet .none { color: #5a6773; }
.sheet .notes { color: #4b5866; display: block; font-weight: 400; }
.sheet .pair { width: 15%; }
@page { margin: 12mm 12mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }
@media print { .sheet { padding: 0; max-width: none; } }
`;
