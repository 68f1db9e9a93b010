/** One event of the stream, as the HTML standard's section 9.2.6 frames it. A comment is a heartbeat: it has no name. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
  readonly id?: string;
}

/** Cuts the text of an event stream into events, whatever pieces it arrives in. */
export function createStreamReader(onEvent: (event: StreamEvent) => void): (text: string) => void {
  let rest = '';
  let name = '';
  let data: string[] = [];
  let id: string | undefined;
  const line = (text: string): void => {
    if (text === '') {
      if (data.length > 0)
        onEvent({ name: name || 'message', data: data.join('\n'), ...(id === undefined ? {} : { id }) });
      name = '';
      data = [];
      return;
    }
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  };
  return (text) => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const one of lines) line(one);
  };
}
